#include "formats/pdf/document_writer.h"

#include <algorithm>
#include <limits>

#include "formats/pdf/turn.h"

namespace mingzhang::formats::pdf {
namespace {

std::uint16_t extent(std::size_t count) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint16_t>::max()));
}

/// Rows without words are no lines, and a merged cell does not count them.
std::size_t kept_rows(const Table& table, std::size_t row, std::size_t rows) {
  std::size_t kept = 0;
  for (std::size_t index = row; index < std::min(row + rows, table.rows.size()); ++index)
    kept += table.rows[index].blank() ? 0U : 1U;
  return std::max<std::size_t>(kept, 1);
}

}  // namespace

document::Line& DocumentWriter::begin_line(std::uint32_t page) {
  if (page != page_) {
    page_ = page;
    number_ = 0;
  }
  document::Line& line = document_.lines.emplace_back();
  line.page = page;
  line.number = ++number_;
  document_.line_count = std::max({document_.line_count, number_, static_cast<std::uint32_t>(document_.lines.size())});
  return line;
}

document::Box DocumentWriter::box_of(const Area& area) const {
  const Area seen = as_seen(area, shapes_[page_ - 1]);
  return {seen.x0, seen.y0, seen.x1, seen.y1};
}

void DocumentWriter::add(const Block& block) {
  if (!block.is_table()) {
    add_line(block);
    return;
  }
  ++grids_;
  for (std::size_t row = 0; row < block.table.rows.size(); ++row)
    if (!block.table.rows[row].blank()) add_row(block.table, row);
}

void DocumentWriter::add_line(const Block& block) {
  document::Line& line = begin_line(block.page);
  for (const Piece& piece : block.line.pieces) {
    document::Fragment fragment;
    fragment.column = static_cast<std::int32_t>(line.fragments.size());
    fragment.gap = piece.gap;
    line.text.append(piece.gap, ' ');
    fragment.begin = static_cast<std::uint32_t>(line.text.size());
    line.text += piece.text;
    fragment.end = static_cast<std::uint32_t>(line.text.size());
    line.fragments.push_back(fragment);
    line.boxes.push_back(box_of(piece.box));
  }
}

void DocumentWriter::add_row(const Table& table, std::size_t row) {
  document::Line& line = begin_line(table.rows[row].page);
  line.grid = grids_;
  line.tabs = static_cast<std::uint32_t>(table.columns() - 1);
  for (const TableCell& cell : table.rows[row].cells) {
    if (cell.text.empty()) continue;
    const std::size_t tabs = line.fragments.empty() ? 0 : static_cast<std::size_t>(line.fragments.back().column);
    document::Fragment fragment;
    fragment.column = static_cast<std::int32_t>(cell.column);
    fragment.gap = static_cast<std::uint32_t>(cell.column - tabs);
    line.text.append(cell.column - tabs, '\t');
    fragment.begin = static_cast<std::uint32_t>(line.text.size());
    line.text += cell.text;
    fragment.end = static_cast<std::uint32_t>(line.text.size());
    fragment.columns = extent(cell.columns);
    fragment.rows = extent(kept_rows(table, row, cell.rows));
    line.fragments.push_back(fragment);
    line.boxes.push_back(box_of(cell.box));
  }
  line.text.append(table.columns() - 1 - static_cast<std::size_t>(line.fragments.back().column), '\t');
}

}  // namespace mingzhang::formats::pdf
