#include "formats/pdf/continue.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace mingzhang::formats::pdf {
namespace {

constexpr std::size_t heading_lines = 4;  ///< title, its number, unit of the figures, name of the unit

bool has_digits_only(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789,.-%") == std::string::npos;
}

/// For every border of `part` which of `whole` it is; empty if they are not the same columns.
std::vector<std::size_t> matched(const std::vector<float>& whole, const std::vector<float>& part) {
  constexpr float near = 5;
  std::vector<std::size_t> indices;
  std::size_t next = 0;
  for (const float x : part) {
    while (next < whole.size() && whole[next] < x - near) ++next;
    if (next == whole.size() || std::abs(whole[next] - x) > near) return {};
    indices.push_back(next++);
  }
  if (indices.front() != 0 || indices.back() + 1 != whole.size()) return {};
  return indices;
}

void move_columns(Table& table, const std::vector<std::size_t>& borders) {
  for (TableRow& row : table.rows) {
    for (TableCell& cell : row.cells) {
      const std::size_t end = borders[cell.column + cell.columns];
      cell.column = borders[cell.column];
      cell.columns = end - cell.column;
    }
  }
}

bool same_words(const TableRow& one, const TableRow& other) {
  return std::equal(one.cells.begin(), one.cells.end(), other.cells.begin(), other.cells.end(),
                    [](const TableCell& a, const TableCell& b) { return a.column == b.column && a.text == b.text; });
}

/// An amount or a code; the numbers of columns and years stand in headers.
bool is_content(const std::string& text) {
  if (!has_digits_only(text)) return false;
  const bool plain = text.find_first_of(".,%-") == std::string::npos;
  const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  return !plain || (text.size() > 2 && !year);
}

bool may_be_header(const TableRow& row) {
  return std::none_of(row.cells.begin(), row.cells.end(), [](const TableCell& cell) { return is_content(cell.text); });
}

/// Rows of headers at the top that both tables have.
std::size_t repeated_rows(const Table& table, const Table& next) {
  std::size_t count = 0;
  const std::size_t most = std::min(table.rows.size(), next.rows.size());
  while (count < most && same_words(table.rows[count], next.rows[count]) && may_be_header(next.rows[count])) ++count;
  while (count > 0 && next.rows[count - 1].blank()) --count;
  return count;
}

/// A title inside the lines, as forms have it that fill a page each.
bool begins_with_title(const Table& table) {
  const auto& cells = table.rows.front().cells;
  return cells.size() == 1 && cells.front().columns == table.columns();
}

/// "（续表）" and the like, which only a title that is repeated has.
std::string without_mark(std::string title) {
  for (const char* mark : {"（续表）", "(续表)", "（续）", "(续)", "续表", " "}) {
    for (std::size_t at = title.find(mark); at != std::string::npos; at = title.find(mark))
      title.erase(at, std::string(mark).size());
  }
  return title;
}

std::string words_of(const PrintedLine& line) {
  std::string words;
  for (const Piece& piece : line.pieces) words += piece.text;
  return without_mark(std::move(words));
}

/// The first column in which all of the last rows have words, those after the header: a code, a number, a name.
std::optional<std::size_t> leading_column(const Table& table) {
  constexpr std::size_t least_rows = 5, most_rows = 100;
  std::vector<std::size_t> filled(table.columns(), 0);
  std::size_t rows = 0;
  const std::size_t begin = table.rows.size() - std::min(table.rows.size(), most_rows);
  for (const TableRow& row : std::span(table.rows).subspan(begin)) {
    const bool figures = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const TableCell& cell) { return has_digits_only(cell.text); });
    if (row.blank() || (rows == 0 && !figures)) continue;
    ++rows;
    for (const TableCell& cell : row.cells) filled[cell.column] += cell.text.empty() ? 0U : 1U;
  }
  if (rows < least_rows) return std::nullopt;
  const auto column = std::find(filled.begin(), filled.end(), rows);
  if (column == filled.end()) return std::nullopt;
  return static_cast<std::size_t>(column - filled.begin());
}

const TableCell* cell_in(const TableRow& row, std::size_t column) {
  for (const TableCell& cell : row.cells)
    if (cell.column == column) return &cell;
  return nullptr;
}

/// The rest of the row above: it lacks what every row begins with, and what it has are words that go on there.
bool is_rest(const Table& table, const TableRow& row) {
  const auto leading = leading_column(table);
  if (row.blank() || !leading) return false;
  const TableCell* begin = cell_in(row, *leading);
  if (begin != nullptr && !begin->text.empty()) return false;
  return std::all_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) {
    if (cell.text.empty()) return true;
    const TableCell* above = cell_in(table.rows.back(), cell.column);
    return !has_digits_only(cell.text) && above != nullptr && above->columns == cell.columns && !above->text.empty() &&
           !has_digits_only(above->text);
  });
}

void join_row(TableRow& row, const TableRow& rest) {
  for (TableCell& cell : row.cells)
    if (const TableCell* more = cell_in(rest, cell.column)) cell.text += more->text;
}

void drop_blank_rows(Table& table) {
  while (!table.rows.empty() && table.rows.back().blank()) table.rows.pop_back();
}

}  // namespace

void TableJoiner::keep_heading(const Block& line) {
  if (lines_.size() == heading_lines) lines_.erase(lines_.begin());
  lines_.push_back(words_of(line.line));
}

bool TableJoiner::continues(std::vector<Block>& blocks) {
  std::size_t above = 0;
  while (above < blocks.size() && !blocks[above].is_table() && above <= heading_lines) ++above;
  if (above >= blocks.size() || !blocks[above].is_table()) return false;
  for (std::size_t index = 0; index < above; ++index) {
    const auto words = words_of(blocks[index].line);
    if (std::find(heading_.begin(), heading_.end(), words) == heading_.end()) return false;
  }
  Table& table = open_->table;
  Table& next = blocks[above].table;
  const auto borders = matched(table.xs, next.xs);
  if (borders.empty()) return false;
  move_columns(next, borders);
  const std::size_t repeated = repeated_rows(table, next);
  constexpr float reaches_down = 0.6F;  // of the page: a table that ends higher was not cut
  const bool cut = open_->box.y1 > reaches_down * open_height_;
  if (repeated > 0 ? begins_with_title(next) : (!cut || above > 0)) return false;
  drop_blank_rows(table);
  auto first = next.rows.begin() + static_cast<std::ptrdiff_t>(repeated);
  if (first != next.rows.end() && is_rest(table, *first)) join_row(table.rows.back(), *first++);
  std::move(first, next.rows.end(), std::back_inserter(table.rows));
  open_->box.y1 = blocks[above].box.y1;
  blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(above) + 1);
  return true;
}

void TableJoiner::add(std::vector<Block> blocks, float page_height) {
  if (blocks.empty()) return;
  if (open_ && continues(blocks)) {
    open_height_ = page_height;
    if (blocks.empty()) return;
  }
  finish();
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    Block& block = blocks[index];
    if (!block.is_table()) {
      keep_heading(block);
      sink_(block);
      continue;
    }
    heading_ = std::exchange(lines_, {});
    if (index + 1 == blocks.size()) {
      open_ = std::move(block);
      open_height_ = page_height;
    } else {
      sink_(block);
    }
  }
}

void TableJoiner::finish() {
  if (open_) sink_(*open_);
  open_.reset();
}

}  // namespace mingzhang::formats::pdf
