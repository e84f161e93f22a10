#include "books/registers.h"

#include <algorithm>
#include <unordered_set>

#include "books/values.h"
#include "money/decimal.h"
#include "text/normal.h"

namespace mingzhang::books {
namespace {

const char* problem_of(std::string_view type) {
  return type == "date" ? "bad-date" : type == "money" ? "bad-money" : "bad-number";
}

class RecordReader {
 public:
  RecordReader(Desk& desk, const Register& into, const Sheet& sheet, Taken& taken)
      : desk_(desk), into_(into), sheet_(sheet), taken_(taken) {}

  void read() {
    const auto first = find_header();
    for (std::size_t index = first + 1; index < sheet_.rows.size(); ++index) read_row(sheet_.rows[index]);
  }

 private:
  static constexpr std::size_t header_within = 20;  ///< titles may stand above it

  /// The first row that names every required column, and one at least.
  std::size_t find_header() {
    for (std::size_t index = 0; index < std::min(sheet_.rows.size(), header_within); ++index)
      if (is_header(sheet_.rows[index])) return index;
    if (!sheet_.rows.empty()) tell(sheet_.rows.front(), 0, {"", "no-register-header", missing_});
    return sheet_.rows.size();
  }

  bool is_header(const Sheet::Row& row) {
    std::vector<std::optional<std::size_t>> columns;
    std::vector<bool> found(into_.columns.size());
    for (const auto& cell : row.cells) {
      columns.push_back(into_.index(cell));
      if (columns.back()) found[*columns.back()] = true;
    }
    if (std::find(found.begin(), found.end(), true) == found.end()) return false;
    for (std::size_t column = 0; column < found.size(); ++column)
      if (is_required(column) && !found[column]) {
        missing_ = into_.columns[column].name;
        return false;
      }
    for (std::size_t at = 0; at < row.cells.size(); ++at)
      if (!columns[at] && !row.cells[at].empty()) taken_.ignored.push_back(row.cells[at]);
    columns_ = std::move(columns);
    return true;
  }

  void read_row(const Sheet::Row& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); })) return;
    ++taken_.rows;
    const auto before = told_;
    std::vector<std::string> cells(into_.columns.size());
    if (row.cells.size() > columns_.size()) tell(row, 0, {"", "too-many-cells", ""});
    for (std::size_t at = 0; at < std::min(row.cells.size(), columns_.size()); ++at)
      if (columns_[at] && !row.cells[at].empty()) take_cell(row, at, cells[*columns_[at]]);
    for (std::size_t column = 0; column < cells.size(); ++column)
      if (is_required(column) && cells[column].empty() && told_ == before)
        tell(row, position_of(column), {into_.columns[column].name, "missing", ""});
    if (told_ == before) enter(row, cells);
    if (told_ != before) ++taken_.bad_rows;
  }

  void take_cell(const Sheet::Row& row, std::size_t at, std::string& cell) {
    const auto& column = into_.columns[*columns_[at]];
    auto value = cell_value(column.type, row.cells[at]);
    if (value)
      cell = std::move(*value);
    else
      tell(row, at + 1, {column.name, problem_of(column.type), row.cells[at]});
  }

  void enter(const Sheet::Row& row, const std::vector<std::string>& cells) {
    static const Kind& kind = *find_kind("record");
    Draft draft(kind);
    draft.values[0] = into_.name;
    draft.values[1] = join_cells(cells);
    std::vector<Problem> problems;
    const auto number = desk_.take(draft, problems);
    for (const auto& problem : problems) tell(row, 0, problem);
    if (number == 0) return;
    if (taken_.first == 0) taken_.first = number;
    taken_.last = number;
    taken_.by_kind.resize(kinds().size());
    ++taken_.by_kind[index_of(kind)];
  }

  bool is_required(std::size_t column) const {
    return into_.columns[column].required && !into_.columns[column].name.empty();
  }

  std::size_t position_of(std::size_t column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), std::optional(column));
    return found == columns_.end() ? 0 : static_cast<std::size_t>(found - columns_.begin()) + 1;
  }

  void tell(const Sheet::Row& row, std::size_t column, const Problem& problem) {
    ++told_;
    if (taken_.problems.size() < most_problems)
      taken_.problems.push_back({sheet_.name, row.line, static_cast<std::uint32_t>(column), problem.field, problem});
  }

  Desk& desk_;
  const Register& into_;
  const Sheet& sheet_;
  Taken& taken_;
  std::vector<std::optional<std::size_t>> columns_;  ///< of the sheet: which of the register
  std::string missing_;                              ///< a required column that a likely header lacks
  std::size_t told_ = 0;
};

}  // namespace

std::optional<std::size_t> Register::index(std::string_view column) const {
  const std::string wanted = text::normal_text(column);
  if (wanted.empty()) return std::nullopt;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& one) { return text::normal_text(one.name) == wanted; });
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<Register> find_register(Books& books, std::string_view name) {
  Register found{std::string(name), {}};
  auto rows = books.database().prepare(
      "SELECT CASE WHEN number IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) THEN '' ELSE field END, "
      "type, "
      "required FROM register CROSS JOIN entry ON number = entry WHERE reverses IS NULL AND register = ? ORDER BY "
      "number");
  rows.bind(name);
  while (rows.step())
    found.columns.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.text(2) == "yes"});
  return found.columns.empty() ? std::nullopt : std::optional(std::move(found));
}

std::vector<std::string> register_names(Books& books) {
  std::vector<std::string> names;
  auto rows =
      books.database().prepare("SELECT register, min(entry) AS first FROM register GROUP BY register ORDER BY first");
  while (rows.step()) names.emplace_back(rows.text(0));
  return names;
}

void take_records(Desk& desk, const Register& into, const Sheet& sheet, Taken& taken) {
  RecordReader(desk, into, sheet, taken).read();
}

std::optional<std::string> cell_value(std::string_view type, const std::string& written) {
  if (type == "date") return date_of(written);
  if (type == "text") {
    std::string one_line = written;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    return one_line;
  }
  try {
    const auto figure = money::parse_decimal(text::normal_text(written));
    if (!figure || (type == "money" && figure->trimmed().scale() > 2)) return std::nullopt;
    return figure->to_string();
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

void each_record(Books& books, std::string_view name, std::int64_t up_to,
                 const std::function<void(std::int64_t, std::string_view)>& visit) {
  const auto last = up_to == 0 ? books.last() : up_to;
  // Few are ever taken back: asking for each of a million rows would cost more than all the rest.
  std::unordered_set<std::int64_t> gone;
  auto reversals = books.database().prepare(
      "SELECT number, reverses FROM entry WHERE reverses IS NOT NULL AND +number <= ? AND kind = 'record'");
  reversals.bind(last);
  while (reversals.step()) {
    gone.insert(reversals.integer(0));
    gone.insert(reversals.integer(1));
  }
  auto rows =
      books.database().prepare("SELECT entry, cells FROM record WHERE register = ? AND entry <= ? ORDER BY entry");
  rows.bind(name).bind(last);
  while (rows.step()) {
    const auto entry = rows.integer(0);
    if (gone.empty() || !gone.contains(entry)) visit(entry, rows.text(1));
  }
}

std::string join_cells(const std::vector<std::string>& cells) {
  std::string kept;
  for (const auto& cell : cells) kept.append(kept.empty() ? "[" : "\n").append(cell);
  return kept + "]";
}

void split_cells(std::string_view cells, std::vector<std::string_view>& out) {
  out.clear();
  if (cells.size() < 2) return;
  cells = cells.substr(1, cells.size() - 2);
  for (;;) {
    const auto end = cells.find('\n');
    out.push_back(cells.substr(0, end));
    if (end == std::string_view::npos) return;
    cells.remove_prefix(end + 1);
  }
}

}  // namespace mingzhang::books
