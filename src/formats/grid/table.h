// A table as a format gives it: a rectangle with merged cells, before it is known what of it is title, rows or note.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang::formats {

struct TableCell {
  std::uint32_t row = 0, column = 0;
  std::uint32_t rows = 1, columns = 1;  ///< extent if merged
  std::string text;                     ///< valid_text; its lines are those of the cell
};

/// Cells with words alone, in reading order; none lies over another.
struct Table {
  std::uint32_t rows = 0, columns = 0;
  std::vector<TableCell> cells;
};

/// Part of a table: rows [first, end).
struct Region {
  enum class Kind : std::uint8_t { text, grid } kind = Kind::text;
  std::uint32_t first = 0, end = 0;
};

/// Titles, unit lines and notes stand in the cells of workbooks and of many tables of Word: rows of one cell before,
/// after and, where tables stand below each other, between the rows proper. Blank rows belong to nothing.
std::vector<Region> regions_of(const Table& table);

/// The rows [first, end) without columns in which no cell begins: these come from layout alone. `kept`: those that
/// stay.
Table cut_out(const Table& table, std::uint32_t first, std::uint32_t end, std::vector<std::uint32_t>& kept);

}  // namespace mingzhang::formats
