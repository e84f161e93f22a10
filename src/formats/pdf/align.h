// Tables, or parts of them, that have no lines: rows and columns by where words stand. Inside this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf/layout.h"

namespace mingzhang::formats::pdf {

/// A figure as it is printed, whole: "1,234.50", "-3", "12.5%".
bool is_figure(std::string_view text);

/// Words in a column of a table.
struct Item {
  std::size_t column = 0, columns = 1;
  std::string text;
  Area box;
};

/// What stands beside figures is their row; a line of words close above or below a row is part of it, wrapped.
std::vector<TableRow> aligned_rows(std::vector<Item> items, std::uint32_t page);

/// The lines that the words of a cell take.
struct CellLines {
  std::size_t column = 0, columns = 1;
  float width = 0;  ///< of the cell
  std::vector<PrintedLine> lines;
};

/// A row between two ruling lines may be several: then a column holds one whole figure above another. Otherwise `row`.
std::vector<TableRow> split_row(TableRow row, std::vector<CellLines> cells);

/// Lines of one stretch of a page, from top to bottom, to blocks: tables where at least three lines with figures have
/// three columns or more, and lines.
std::vector<Block> aligned_blocks(std::vector<PrintedLine> lines, std::uint32_t page);

}  // namespace mingzhang::formats::pdf
