// Figures of another source, and with them the performance tables of the books.
#pragma once

#include "books/books.h"
#include "cube/source.h"
#include "performance/rules.h"

namespace mingzhang::performance {

class PerformanceSource final : public cube::Source {
 public:
  /// All must live as long.
  PerformanceSource(const cube::Source& figures, books::Books& books, const Rules& rules)
      : figures_(figures), books_(books), rules_(rules) {}

  std::optional<cube::Figure> figure(const cube::Cell& cell) const override { return figures_.figure(cell); }
  std::vector<cube::Member> members(cube::Dimension dimension, const cube::Cell& within,
                                    std::size_t level) const override {
    return figures_.members(dimension, within, level);
  }
  std::string words(std::string_view role, const cube::Cell& cell) const override { return figures_.words(role, cell); }
  std::vector<cube::PerformanceTable> performance_tables(int year, cube::PerformanceTable::Stage stage) const override;

 private:
  const cube::Source& figures_;
  books::Books& books_;
  const Rules& rules_;
};

}  // namespace mingzhang::performance
