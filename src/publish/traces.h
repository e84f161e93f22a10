// The figures of a document that is being written, numbered: what each of them says, for its trace.
#pragma once

#include <string>
#include <vector>

#include "document/publication.h"
#include "publish/material.h"

namespace mingzhang::publish {

struct TracedFigure {
  FigureKey key;
  std::string printed;             ///< with its unit
  money::Decimal number;           ///< as printed
  std::string unit;                ///< 万元, %, 人
  std::string title, row, column;  ///< where: of the section or table
  std::string calculation = {};    ///< how it follows from others
  cube::Place from = {};           ///< what it was taken from, if the source tells that with the words themselves
};

class Traces {
 public:
  /// The number of the figure, from 1.
  std::uint32_t add(TracedFigure figure) {
    figures_.push_back(std::move(figure));
    return static_cast<std::uint32_t>(figures_.size());
  }
  const std::vector<TracedFigure>& figures() const { return figures_; }

 private:
  std::vector<TracedFigure> figures_;
};

/// Numbers follow the document, each table row by row. Every figure stands in one place.
void number_in_order(document::Publication& publication, std::vector<TracedFigure>& figures);

}  // namespace mingzhang::publish
