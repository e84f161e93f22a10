// A page as blocks: printed lines and tables, in reading order. Inside this folder only.
#pragma once

#include <string>
#include <vector>

#include "formats/pdf/lines.h"
#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

struct TableCell {
  std::size_t column = 0, columns = 1, rows = 1;
  std::string text;  ///< empty for a blank one
  Area box;          ///< of its words; of the cell, if it has none
};

struct TableRow {
  std::uint32_t page = 0;
  std::vector<TableCell> cells;  ///< those that begin in this row, by column

  bool blank() const;
};

struct Table {
  std::vector<float> xs;  ///< borders of columns
  std::vector<TableRow> rows;
  std::size_t columns() const { return xs.size() - 1; }
};

/// Either of the two.
struct Block {
  std::uint32_t page = 0;
  Area box;
  PrintedLine line;
  Table table;  ///< without rows: the block is a line

  bool is_table() const { return !table.rows.empty(); }
};

struct PageBlocks {
  Shape shape;
  std::vector<Block> blocks;

  // In reading position.
  float width() const { return shape.turn % 2 == 0 ? shape.width : shape.height; }
  float height() const { return shape.turn % 2 == 0 ? shape.height : shape.width; }
};

/// In reading position (turn.h). `page` gives away its characters.
PageBlocks blocks_of(Page& page);

}  // namespace mingzhang::formats::pdf
