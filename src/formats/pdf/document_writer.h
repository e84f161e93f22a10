// Blocks to the lines of a Document. Inside this folder only.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "formats/pdf/layout.h"

namespace mingzhang::formats::pdf {

class DocumentWriter {
 public:
  /// Shapes of the pages, from page 1.
  DocumentWriter(document::Document& document, const std::vector<Shape>& shapes)
      : document_(document), shapes_(shapes) {}

  void add(const Block& block);

 private:
  void add_line(const Block& block);
  void add_row(const Table& table, std::size_t row);
  document::Line& begin_line(std::uint32_t page);
  document::Box box_of(const Area& area) const;

  document::Document& document_;
  const std::vector<Shape>& shapes_;
  std::uint32_t page_ = 0, number_ = 0, grids_ = 0;
};

}  // namespace mingzhang::formats::pdf
