#include <algorithm>
#include <array>
#include <string_view>

#include "formats/grid/table.h"
#include "formats/words.h"
#include "text/normal.h"

namespace mingzhang::formats {
namespace {

constexpr std::size_t longest_label = 150;  // bytes: the words of a longer single cell are a sentence

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

/// "编制单位：某局", "金额单位：万元", "公开01表": what stands between the title of a table and its header.
bool tells_of_table(const std::string& cell) {
  if (cell.size() > longest_label) return false;
  const std::string words = text::normal_text(cell);
  if (contains_any(words, {"编制单位:", "编制部门:", "填报单位:"})) return true;
  constexpr std::size_t longest_form = std::string_view("公开12345表").size();
  const bool form = words.starts_with("公开") && words.ends_with("表") && words.size() <= longest_form;
  return form || contains_any(words, {"单位:万元", "单位:元", "单位:人民币"});
}

bool begins_note(const std::string& cell) {
  const std::string_view text = trimmed(cell);
  constexpr auto words = std::to_array<std::string_view>({"注：", "注:", "备注", "说明：", "说明:", "※", "*", "附注"});
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

class Cutter {
 public:
  explicit Cutter(const Table& table) : table_(table), rows_(table.rows) {
    for (const auto& cell : table.cells) rows_[cell.row].push_back(&cell);
  }

  std::vector<Region> cut() {
    for (row_ = 0; row_ < table_.rows;) {
      take_titles();
      const std::uint32_t first = row_;
      while (row_ < table_.rows && (row_ == first || !starts_table(row_))) ++row_;
      take_rows(first, row_);
    }
    return std::move(regions_);
  }

 private:
  using Row = std::vector<const TableCell*>;

  bool full_width(const Row& row) const { return row.size() == 1 && row[0]->columns == table_.columns; }

  bool is_title(const Row& row) const {
    if (row.size() == 1) return true;
    constexpr std::size_t most = 3;
    return row.size() <= most &&
           std::any_of(row.begin(), row.end(), [](auto cell) { return tells_of_table(cell->text); });
  }

  /// A title in the middle: of another table below.
  bool starts_table(std::uint32_t row) const {
    const Row& cells = rows_[row];
    if (cells.size() != 1 || cells[0]->text.size() > longest_label) return false;
    const std::string words = text::normal_text(cells[0]->text);
    const bool named = words.ends_with("表") || (words.starts_with("表") && words.size() < 10);
    return named && (full_width(cells) || rows_[row - 1].empty());
  }

  void take_titles() {
    for (; row_ < table_.rows && (rows_[row_].empty() || is_title(rows_[row_])); ++row_)
      if (!rows_[row_].empty()) regions_.push_back({Region::Kind::text, row_, row_ + 1});
  }

  bool is_note(const Row& row) const {
    if (row.size() != 1) return false;
    const auto& cell = *row[0];
    const bool wide = cell.columns * 2 > table_.columns && table_.columns > 2;
    return wide || begins_note(cell.text) || cell.text.size() > longest_label ||
           cell.text.find("空表") != std::string::npos;
  }

  void take_rows(std::uint32_t first, std::uint32_t end) {
    // A note may go on over several rows; a row with its label alone still belongs to the table.
    std::uint32_t last = end;
    while (last > first && rows_[last - 1].size() <= 1) --last;
    while (last < end && !is_note(rows_[last])) ++last;
    if (last > first) regions_.push_back({kind_of(first, last), first, last});
    for (std::uint32_t row = last; row < end; ++row)
      if (!rows_[row].empty()) regions_.push_back({Region::Kind::text, row, row + 1});
  }

  /// One row, or one column, is no table.
  Region::Kind kind_of(std::uint32_t first, std::uint32_t end) const {
    std::size_t filled = 0, widest = 0;
    for (std::uint32_t row = first; row < end; ++row) {
      filled += rows_[row].empty() ? 0U : 1U;
      widest = std::max(widest, rows_[row].size());
    }
    return filled > 1 && widest > 1 ? Region::Kind::grid : Region::Kind::text;
  }

  const Table& table_;
  std::vector<Row> rows_;
  std::vector<Region> regions_;
  std::uint32_t row_ = 0;
};

}  // namespace

std::vector<Region> regions_of(const Table& table) {
  return Cutter(table).cut();
}

Table cut_out(const Table& table, std::uint32_t first, std::uint32_t end, std::vector<std::uint32_t>& kept) {
  std::vector<std::uint32_t> place(table.columns + std::size_t{1}, 0);  // 1 where a cell begins; then what is before
  const auto inside = [&](const TableCell& cell) { return cell.row >= first && cell.row < end; };
  for (const auto& cell : table.cells)
    if (inside(cell)) place[cell.column] = 1;
  std::uint32_t count = 0;
  for (std::uint32_t column = 0; column < place.size(); ++column) {
    const bool begins = place[column] != 0;
    place[column] = count;
    if (!begins) continue;
    kept.push_back(column);
    ++count;
  }
  Table part{end - first, count, {}};
  for (const auto& cell : table.cells) {
    if (!inside(cell)) continue;
    TableCell moved = cell;
    moved.row -= first;
    moved.rows = std::min(cell.rows, end - cell.row);
    moved.column = place[cell.column];
    moved.columns = std::max(place[std::min(cell.column + cell.columns, table.columns)] - moved.column, 1U);
    part.cells.push_back(std::move(moved));
  }
  return part;
}

}  // namespace mingzhang::formats
