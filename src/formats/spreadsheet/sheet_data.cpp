#include "formats/spreadsheet/sheet_data.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "formats/rejected.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

constexpr std::size_t most_merged = 500'000, most_steps = 20'000'000;

std::uint64_t key_of(std::uint32_t row, std::uint32_t column) {
  return std::uint64_t{row} << 32U | column;
}

class Layouter {
 public:
  explicit Layouter(SheetData& sheet) : sheet_(sheet) {
    std::sort(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end());
    if (sheet_.merged.size() > most_merged)
      throw Rejected("too-large", 0, "merged cells " + std::to_string(sheet_.merged.size()));
    for (std::size_t index = 0; index < sheet_.merged.size(); ++index)
      merged_.emplace(key_of(sheet_.merged[index].top, sheet_.merged[index].left), index);
  }

  /// Tells of each row and column of the table which they are in the sheet.
  Table lay_out(SheetNumbers& numbers, Builder& builder, std::uint32_t page) {
    for (auto& cell : sheet_.cells) place(cell, builder, page);
    std::sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
      return std::pair(a.cell.row, a.cell.column) < std::pair(b.cell.row, b.cell.column);
    });
    drop_covered();
    count_rows(numbers.rows);
    Table table;
    for (auto& [cell, bottom] : placed_) {
      const std::uint32_t last = std::prev(rows_.upper_bound(bottom))->second;
      const std::uint32_t first = rows_.at(cell.row);
      const std::uint32_t left = shown_column(cell.column), right = shown_column(cell.column + cell.columns - 1);
      table.columns = std::max(table.columns, left + 1);
      numbers.columns.resize(table.columns);
      numbers.columns[left] = cell.column;
      table.cells.push_back({first, left, last - first + 1, right - left + 1, std::move(cell.text)});
    }
    table.rows = static_cast<std::uint32_t>(numbers.rows.size());
    for (auto& cell : table.cells) cell.columns = std::min(cell.columns, table.columns - cell.column);
    return table;
  }

 private:
  struct Placed {
    TableCell cell;  ///< rows and columns of the sheet
    std::uint32_t bottom = 0;
  };

  bool hidden_row(std::uint32_t row) const { return sheet_.hidden_rows.contains(row); }
  bool hidden_column(std::uint32_t column) const {
    return std::any_of(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end(),
                       [&](const auto& range) { return range.first <= column && column <= range.second; });
  }

  /// Columns that are shown before this one.
  std::uint32_t shown_column(std::uint32_t column) const {
    std::uint32_t hidden = 0, reached = 0;
    for (const auto& [first, last] : sheet_.hidden_columns) {
      const std::uint32_t from = std::max(first, reached), end = std::min(last + 1, column);
      if (from < end) hidden += end - from;
      reached = std::max(reached, last + 1);
    }
    return column - hidden;
  }

  /// A merged cell whose first row or column is hidden shows its words in what remains of it.
  void place(SheetCellText& cell, Builder& builder, std::uint32_t page) {
    if (trimmed(cell.text).empty()) return;
    MergedCells area{cell.row, cell.column, cell.row, cell.column};
    if (const auto found = merged_.find(key_of(cell.row, cell.column)); found != merged_.end())
      area = sheet_.merged[found->second];
    while (area.top <= area.bottom && hidden_row(area.top)) ++area.top;
    while (area.left <= area.right && hidden_column(area.left)) ++area.left;
    if (area.top > area.bottom)
      note_once(hidden_rows_, cell.row, "hidden-rows", builder, page);
    else if (area.left > area.right)
      note_once(hidden_columns_, cell.column, "hidden-columns", builder, page);
    else
      placed_.push_back({{area.top, area.left, 1, area.right - area.left + 1, std::move(cell.text)}, area.bottom});
  }

  static void note_once(std::set<std::uint32_t>& told, std::uint32_t which, const char* code, Builder& builder,
                        std::uint32_t page) {
    if (told.insert(which).second) builder.note(code, page);
  }

  /// Cells under a merged one hold what nobody sees.
  void drop_covered() {
    std::size_t steps = 0;
    std::map<std::uint32_t, std::uint32_t> covered;  // per column: up to which row
    std::erase_if(placed_, [&](const Placed& one) {
      const auto& cell = one.cell;
      const auto above = covered.find(cell.column);
      if (above != covered.end() && above->second >= cell.row) return true;
      if (cell.columns == 1 && one.bottom == cell.row) return false;
      steps += cell.columns;
      if (steps > most_steps) throw Rejected("too-large", 0, "merged cells");
      for (std::uint32_t column = cell.column; column < cell.column + cell.columns; ++column)
        covered[column] = std::max(covered[column], one.bottom);
      return false;
    });
  }

  /// Blank rows count as one, however many they are.
  void count_rows(std::vector<std::uint32_t>& numbers) {
    std::optional<std::uint32_t> last;
    for (const auto& one : placed_) {
      const std::uint32_t row = one.cell.row;
      if (last == row) continue;
      std::uint32_t blank = row;
      if (last)
        for (blank = *last + 1; blank < row && hidden_row(blank); ++blank) {
        }
      if (last && blank < row) numbers.push_back(blank + 1);
      rows_[row] = static_cast<std::uint32_t>(numbers.size());
      numbers.push_back(row + 1);
      last = row;
    }
  }

  SheetData& sheet_;
  std::unordered_map<std::uint64_t, std::size_t> merged_;
  std::vector<Placed> placed_;
  std::set<std::uint32_t> hidden_rows_, hidden_columns_;  ///< those that hold something
  std::map<std::uint32_t, std::uint32_t> rows_;           ///< row of the sheet -> of the table
};

}  // namespace

void add_sheet(SheetData sheet, std::uint32_t page, Builder& builder) {
  SheetNumbers numbers;
  const Table table = Layouter(sheet).lay_out(numbers, builder, page);
  if (!table.cells.empty()) builder.sheet(table, page, numbers);
}

}  // namespace mingzhang::formats
