#include "publish/reread.h"

#include <algorithm>

#include "formats/text/encoding.h"
#include "formats/text/text_format.h"
#include "formats/text/write_text.h"

namespace mingzhang::publish {
namespace {

using document::Line;
using document::Sheet;

/// Marks the rows of a table, found from `line` on, as a grid; the line after them.
std::size_t mark_grid(const Sheet& sheet, std::uint32_t grid, std::size_t line, std::vector<Line>& lines) {
  std::uint32_t height = sheet.header_rows;
  for (const auto& cell : sheet.cells) height = std::max(height, cell.row + cell.rows);
  // Rows without any words are no lines of the text.
  for (; line < lines.size() && lines[line].tabs + 1 != sheet.columns; ++line) {
  }
  for (std::uint32_t row = 0; row < height && line < lines.size(); ++row) {
    const auto filled = [row](const auto& cell) { return cell.row == row && !cell.text.empty(); };
    if (std::none_of(sheet.cells.begin(), sheet.cells.end(), filled)) continue;
    Line& here = lines[line++];
    here.grid = grid;
    for (auto& fragment : here.fragments)
      for (const auto& cell : sheet.cells)
        if (cell.row == row && cell.column == static_cast<std::uint32_t>(fragment.column)) {
          fragment.columns = static_cast<std::uint16_t>(cell.columns);
          fragment.rows = static_cast<std::uint16_t>(cell.rows);
        }
  }
  return line;
}

}  // namespace

document::Document as_document(const document::Publication& publication) {
  const formats::Converters converters;
  document::Document out = formats::parse_text(formats::write_text(publication), converters);
  std::size_t line = 0;
  std::uint32_t grid = 0;
  for (const auto& block : publication.blocks)
    if (block.kind == document::Block::Kind::table && publication.sheets[block.sheet].columns > 1)
      line = mark_grid(publication.sheets[block.sheet], ++grid, line, out.lines);
  return out;
}

}  // namespace mingzhang::publish
