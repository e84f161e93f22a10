// Ruling lines to the cells that they enclose. Inside this folder only.
#pragma once

#include <cstddef>
#include <vector>

#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

/// A rectangle of a grid, of several of its places if merged.
struct Cell {
  std::size_t row = 0, column = 0;
  std::size_t rows = 1, columns = 1;
};

/// A table as its lines draw it: every place of rows by columns lies in exactly one cell.
struct CellGrid {
  std::vector<float> xs, ys;         ///< borders, ascending; one more than columns and rows
  std::vector<Cell> cells;           ///< by row, then column
  std::vector<std::size_t> cell_at;  ///< row * columns() + column: index into cells

  std::size_t columns() const { return xs.size() - 1; }
  std::size_t rows() const { return ys.size() - 1; }
  Area box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Area box(const Cell& cell) const {
    return {xs[cell.column], ys[cell.row], xs[cell.column + cell.columns], ys[cell.row + cell.rows]};
  }
};

/// The tables of a page, from top to bottom. Lines that enclose nothing (under a heading, beside a margin) give none.
std::vector<CellGrid> cell_grids(const Page& page);

}  // namespace mingzhang::formats::pdf
