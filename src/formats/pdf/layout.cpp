#include "formats/pdf/layout.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "formats/pdf/align.h"
#include "formats/pdf/rules.h"
#include "formats/pdf/turn.h"

namespace mingzhang::formats::pdf {
namespace {

std::size_t interval(const std::vector<float>& borders, float at) {
  const auto after = std::upper_bound(borders.begin(), borders.end(), at);
  const auto index = static_cast<std::size_t>(after - borders.begin());
  return std::clamp<std::size_t>(index, 1, borders.size() - 1) - 1;
}

bool inside(const Area& area, const Glyph& glyph) {
  const float x = glyph.box.middle_x(), y = glyph.box.middle_y();
  return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
}

/// Fills in the words of a cell, which may run down or up in it. Returns their lines if they run to the right.
std::vector<PrintedLine> write_words(TableCell& cell, std::vector<Glyph>& glyphs, const Area& box) {
  cell.box = box;
  if (glyphs.empty()) return {};
  cell.box = glyphs.front().box;
  for (const Glyph& glyph : glyphs) enclose(cell.box, glyph.box);
  const Shape within{box.x1, box.y1, common_turn(glyphs)};
  for (Glyph& glyph : glyphs) glyph.box = upright(glyph.box, within);
  auto lines = printed_lines(glyphs);
  cell.text = joined(lines);
  return within.turn == 0 ? lines : std::vector<PrintedLine>{};
}

/// The rows of a table as its lines draw them, in the order of its cells.
class TableWriter {
 public:
  TableWriter(const CellGrid& grid, std::uint32_t page) : grid_(grid), page_(page), shared_(grid.rows(), false) {
    table_.xs = grid.xs;
    for (const Cell& cell : grid.cells)
      if (cell.rows > 1) std::fill_n(shared_.begin() + static_cast<std::ptrdiff_t>(cell.row), cell.rows, true);
  }

  Table write(std::vector<std::vector<Glyph>>& words) {
    std::size_t index = 0;
    for (std::size_t row = 0; row < grid_.rows(); ++row) {
      TableRow made;
      made.page = page_;
      std::vector<CellLines> lines;
      for (; index < grid_.cells.size() && grid_.cells[index].row == row; ++index)
        lines.push_back(add_cell(made, grid_.cells[index], words[index]));
      if (shared_[row])
        table_.rows.push_back(std::move(made));
      else
        std::ranges::move(split_row(std::move(made), std::move(lines)), std::back_inserter(table_.rows));
    }
    return std::move(table_);
  }

 private:
  CellLines add_cell(TableRow& row, const Cell& cell, std::vector<Glyph>& words) const {
    TableCell& made = row.cells.emplace_back();
    made.column = cell.column;
    made.columns = cell.columns;
    made.rows = cell.rows;
    const Area box = grid_.box(cell);
    return {cell.column, cell.columns, box.width(), write_words(made, words, box)};
  }

  const CellGrid& grid_;
  std::uint32_t page_;
  std::vector<bool> shared_;  ///< rows through which a cell goes that others have a part of
  Table table_;
};

/// Characters by the cell that they stand in; `glyphs` are all inside the grid.
Table table_of(const CellGrid& grid, std::span<Glyph> glyphs, std::uint32_t page) {
  std::vector<std::vector<Glyph>> words(grid.cells.size());
  for (const Glyph& glyph : glyphs) {
    const std::size_t row = interval(grid.ys, glyph.box.middle_y());
    const std::size_t column = interval(grid.xs, glyph.box.middle_x());
    words[grid.cell_at[row * grid.columns() + column]].push_back(glyph);
  }
  return TableWriter(grid, page).write(words);
}

bool has_words(const Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return !row.blank(); });
}

/// Lines outside tables. What runs up or down beside the text is a line of its own, at its upper end.
void add_lines(std::vector<Block>& blocks, std::span<Glyph> glyphs, const Shape& shape, std::uint32_t page) {
  for (Glyph& glyph : glyphs) glyph.box = upright(glyph.box, shape);
  auto lines = printed_lines(glyphs);
  if (shape.turn == 0) {
    std::ranges::move(aligned_blocks(std::move(lines), page), std::back_inserter(blocks));
    return;
  }
  for (PrintedLine& line : lines) {
    for (Piece& piece : line.pieces) piece.box = as_seen(piece.box, shape);
    line.box = as_seen(line.box, shape);
    const Area box = line.box;
    blocks.push_back({page, box, std::move(line), {}});
  }
}

}  // namespace

bool TableRow::blank() const {
  return std::all_of(cells.begin(), cells.end(), [](const TableCell& cell) { return cell.text.empty(); });
}

PageBlocks blocks_of(Page& page) {
  turn_upright(page);
  PageBlocks result{page.shape, {}};
  auto& blocks = result.blocks;
  std::span<Glyph> rest = page.glyphs;
  for (const CellGrid& grid : cell_grids(page)) {
    const Area box = grid.box();
    const auto outside =
        std::stable_partition(rest.begin(), rest.end(), [&](const Glyph& glyph) { return inside(box, glyph); });
    const auto count = static_cast<std::size_t>(outside - rest.begin());
    Table table = table_of(grid, rest.first(count), page.number);
    if (!has_words(table)) continue;
    rest = rest.subspan(count);
    blocks.push_back({page.number, box, {}, std::move(table)});
  }
  for (std::uint8_t turn = 0; turn < 4; ++turn) {
    const auto others =
        std::stable_partition(rest.begin(), rest.end(), [&](const Glyph& glyph) { return glyph.turn == turn; });
    const auto count = static_cast<std::size_t>(others - rest.begin());
    add_lines(blocks, rest.first(count), {result.width(), result.height(), turn}, page.number);
    rest = rest.subspan(count);
  }
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const Block& one, const Block& other) { return one.box.y0 < other.box.y0; });
  return result;
}

}  // namespace mingzhang::formats::pdf
