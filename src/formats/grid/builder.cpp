#include "formats/grid/builder.h"

#include <algorithm>
#include <utility>

#include "formats/rejected.h"
#include "formats/text/fragments.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

constexpr std::string_view wide_gap = "    ";
constexpr std::size_t most_notices = 200;

[[noreturn]] void refuse_count(const char* of, std::uint32_t limit) {
  throw Rejected("too-many-lines", 0, std::string(of) + " > " + std::to_string(limit));
}

std::string with_gaps(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\t')
      out += wide_gap;
    else
      out += c;
  }
  return out;
}

}  // namespace

Builder::Builder(document::Format format, const TextLimits& limits) : limits_(limits) {
  document_.format = format;
}

void Builder::paragraph(std::string_view text, bool row) {
  do {
    const auto stop = text.find('\n');
    const std::string_view words = text.substr(0, stop);
    text.remove_prefix(stop == std::string_view::npos ? text.size() : stop + 1);
    document::Line line = start_line(0);
    line.text = row ? std::string(words) : with_gaps(words);
    line.tabs = static_cast<std::uint32_t>(std::count(line.text.begin(), line.text.end(), '\t'));
    cut_line(line, scratch_);
    add_line(std::move(line));
  } while (!text.empty());
}

void Builder::table(const Table& table) {
  for (const Region& region : regions_of(table)) {
    if (region.kind == Region::Kind::text) {
      add_text_rows(table, region);
      continue;
    }
    std::vector<std::uint32_t> columns;
    const Table grid = cut_out(table, region.first, region.end, columns);
    add_grid(grid, region.first, columns);
  }
}

void Builder::sheet(const Table& table, std::uint32_t page, const SheetNumbers& numbers) {
  numbers_ = &numbers;
  page_ = page;
  last_number_ = 0;
  this->table(table);
  numbers_ = nullptr;
}

void Builder::sheet_name(std::string_view name) {
  document_.sheets.push_back(shortened(name));
}

/// In a workbook the cells of a row are one line; elsewhere each line of a cell is one, if the row has no other cell.
void Builder::add_text_rows(const Table& table, const Region& region) {
  const auto& cells = table.cells;
  auto cell = std::lower_bound(cells.begin(), cells.end(), region.first,
                               [](const TableCell& one, std::uint32_t row) { return one.row < row; });
  while (cell != cells.end() && cell->row < region.end) {
    const std::uint32_t row = cell->row;
    const auto first = cell;
    while (cell != cells.end() && cell->row == row) ++cell;
    if (numbers_ == nullptr && cell - first == 1) {
      paragraph(first->text);
      continue;
    }
    document::Line line = start_line(row);
    for (auto one = first; one != cell; ++one)
      line.text += (one == first ? std::string() : std::string(wide_gap)) + joined(one->text);
    cut_line(line, scratch_);
    add_line(std::move(line));
  }
}

void Builder::add_grid(const Table& grid, std::uint32_t first, const std::vector<std::uint32_t>& columns) {
  // Rows without words are no lines, and no extent counts them.
  std::vector<std::uint32_t> kept(grid.rows + std::size_t{1}, 0);
  for (const auto& cell : grid.cells) kept[cell.row + std::size_t{1}] = 1;
  for (std::size_t row = 1; row < kept.size(); ++row) kept[row] += kept[row - 1];
  ++grids_;
  if (numbers_ != nullptr && !numbers_->columns.empty()) {
    auto& named = document_.columns.emplace_back();
    for (const auto column : columns) named.push_back(numbers_->columns[column]);
  }
  for (std::size_t begin = 0; begin < grid.cells.size();) {
    std::size_t end = begin;
    while (end < grid.cells.size() && grid.cells[end].row == grid.cells[begin].row) ++end;
    document::Line line = start_line(first + grid.cells[begin].row);
    line.grid = grids_;
    line.tabs = grid.columns - 1;
    for (std::size_t index = begin; index < end; ++index) {
      const TableCell& cell = grid.cells[index];
      add_cell(cell, kept[std::min(cell.row + cell.rows, grid.rows)] - kept[cell.row], line);
    }
    const auto last = line.fragments.empty() ? 0U : static_cast<std::uint32_t>(line.fragments.back().column);
    line.text.append(grid.columns - 1 - last, '\t');
    add_line(std::move(line));
    begin = end;
  }
}

void Builder::add_cell(const TableCell& cell, std::uint32_t rows, document::Line& line) {
  const std::string words = joined(cell.text);
  if (words.empty()) return;
  auto* last = line.fragments.empty() ? nullptr : &line.fragments.back();
  if (last != nullptr && static_cast<std::uint32_t>(last->column) >= cell.column) {
    line.text += ' ' + words;  // two cells where only one has room: a broken table
    last->end = static_cast<std::uint32_t>(line.text.size());
    return;
  }
  const std::uint32_t gap = cell.column - (last == nullptr ? 0U : static_cast<std::uint32_t>(last->column));
  line.text.append(gap, '\t');
  const auto begin = static_cast<std::uint32_t>(line.text.size());
  line.text += words;
  line.fragments.push_back({begin, static_cast<std::uint32_t>(line.text.size()), static_cast<std::int32_t>(cell.column),
                            gap, static_cast<std::uint16_t>(cell.columns), static_cast<std::uint16_t>(rows)});
}

document::Line Builder::start_line(std::uint32_t table_row) {
  document::Line line;
  line.page = page_;
  line.number = numbers_ == nullptr ? next_++ : numbers_->rows[table_row];
  return line;
}

void Builder::add_line(document::Line line) {
  if (line.number > limits_.lines || document_.lines.size() >= limits_.lines) refuse_count("lines", limits_.lines);
  document_.line_count = std::max(document_.line_count, line.number);
  if (line.text.size() > limits_.line_bytes)
    throw Rejected("line-too-long", line.number, "> " + std::to_string(limits_.line_bytes) + " B");
  if (line.fragments.empty()) return;
  fragments_ += line.fragments.size();
  if (fragments_ > limits_.fragments) refuse_count("fragments", limits_.fragments);
  line.blank_before = line.number - last_number_ - 1;
  last_number_ = line.number;
  document_.lines.push_back(std::move(line));
}

void Builder::note(const std::string& code, std::uint32_t page, std::uint32_t line) {
  Count& count = counts_[code];
  if (count.times++ == 0) {
    count.page = page;
    count.line = line;
  }
}

void Builder::notice(const std::string& code, std::string_view detail, std::uint32_t page, std::uint32_t line) {
  if (document_.notices.size() < most_notices) document_.notices.push_back({line, page, code, shortened(detail)});
}

document::Document Builder::finish() {
  if (document_.lines.empty()) throw Rejected("empty", 0, "0");
  // Each grid is a line at least, so that there are never more of them than this.
  document_.line_count = std::max(document_.line_count, static_cast<std::uint32_t>(document_.lines.size()));
  for (const auto& [code, count] : counts_)
    document_.notices.push_back(
        {std::min(count.line, document_.line_count), count.page, code, std::to_string(count.times)});
  return std::move(document_);
}

}  // namespace mingzhang::formats
