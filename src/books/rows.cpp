#include "books/rows.h"

#include <algorithm>
#include <optional>
#include <set>

#include "cube/cell.h"

namespace mingzhang::books {
namespace {

enum class Put { done, not_of_kind, second_amount };

/// Puts a value where the kind keeps it.
Put put(Draft& draft, const std::string& field, int power, const std::string& value) {
  const Table& table = *draft.kind->table;
  if (field == "note") {
    draft.note = value;
  } else if (field == "amount") {
    if (!table.has_amount) return Put::not_of_kind;
    if (value.empty()) return Put::done;
    if (!draft.amount.empty()) return Put::second_amount;  // which of them is meant is not for a program to say
    draft.amount = value;
    draft.power = power;
  } else if (const auto index = table.index(field); index < table.fields.size()) {
    if (draft.values[index].empty())
      draft.values[index] = value;  // two spellings of one column: the first that says it
  } else if (field == "project_code") {
    draft.project_code = value;
  } else {
    return Put::not_of_kind;
  }
  return Put::done;
}

class SheetReader {
 public:
  SheetReader(Desk& desk, const Vocabulary& vocabulary, const Sheet& sheet, const Kind* kind, Taken& taken)
      : desk_(desk), vocabulary_(vocabulary), sheet_(sheet), kind_(kind), taken_(taken) {}

  void read() {
    const auto first = find_header();
    if (first == sheet_.rows.size()) return;
    for (std::size_t index = first + 1; index < sheet_.rows.size(); ++index) read_row(sheet_.rows[index]);
  }

 private:
  static constexpr std::size_t header_within = 20;  ///< titles may stand above it

  /// The first row of which at least two cells are known headers, or one that is all it has.
  std::size_t find_header() {
    for (std::size_t index = 0; index < std::min(sheet_.rows.size(), header_within); ++index) {
      const auto& cells = sheet_.rows[index].cells;
      std::vector<Header> headers;
      for (const auto& cell : cells) headers.push_back(vocabulary_.header(cell));
      const auto known =
          std::count_if(headers.begin(), headers.end(), [](const auto& one) { return !one.field.empty(); });
      if (known < 2) continue;
      headers_ = std::move(headers);
      printed_ = cells;
      header_line_ = &sheet_.rows[index];
      if (has_header_twice()) return sheet_.rows.size();
      for (std::size_t column = 0; column < cells.size(); ++column)
        if (headers_[column].field.empty() && !cells[column].empty()) taken_.ignored.push_back(cells[column]);
      return index;
    }
    if (!sheet_.rows.empty()) tell(sheet_.rows.front(), 0, {"", sheet_.rows.size() == 1 ? "no-rows" : "no-header", ""});
    return sheet_.rows.size();
  }

  /// Which of two columns of one name is meant cannot be known.
  bool has_header_twice() {
    for (std::size_t column = 0; column < printed_.size(); ++column)
      for (std::size_t before = 0; before < column; ++before)
        if (!headers_[column].field.empty() && printed_[before] == printed_[column]) {
          tell(*header_line_, static_cast<std::uint32_t>(column + 1),
               {headers_[column].field, "header-twice", std::to_string(before + 1)});
          return true;
        }
    return false;
  }

  void read_row(const Sheet::Row& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); })) return;
    ++taken_.rows;
    std::vector<Problem> problems;
    if (const Kind* kind = kind_of(row, problems)) take(row, *kind, problems);
    if (!problems.empty()) ++taken_.bad_rows;
    for (const auto& problem : problems) {
      const auto column = column_of(problem.field);
      if (problem.code == "missing" && column == 0)
        tell_no_column(problem.field);
      else
        tell(row, column, problem);
    }
  }

  /// Once for all rows: what is wrong is the header.
  void tell_no_column(const std::string& field) {
    if (!without_.insert(field).second) return;
    tell(*header_line_, 0, {field, field == "kind" ? "no-kind" : "no-column", ""});
  }

  void take(const Sheet::Row& row, const Kind& kind, std::vector<Problem>& problems) {
    Draft draft(kind);
    if (row.cells.size() > headers_.size()) problems.push_back({"", "too-many-cells", ""});
    for (std::size_t column = 0; column < std::min(row.cells.size(), headers_.size()); ++column) {
      const auto& [field, power] = headers_[column];
      if (field.empty() || field == "kind" || row.cells[column].empty()) continue;
      const auto how = put(draft, field, power, row.cells[column]);
      if (how != Put::done)
        problems.push_back({field, how == Put::second_amount ? "second-amount" : "not-of-kind", row.cells[column]});
    }
    if (!problems.empty()) return;
    const auto number = desk_.take(draft, problems);
    if (number == 0) return;
    if (taken_.first == 0) taken_.first = number;
    taken_.last = number;
    if (is_performance(kind)) taken_.placed.push_back({number, sheet_.name, row.line, columns()});
    const auto index = index_of(kind);
    taken_.by_kind.resize(kinds().size());
    ++taken_.by_kind[index];
  }

  std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> columns() {
    if (columns_ == nullptr) {
      auto all = std::make_shared<std::vector<std::pair<std::string, std::string>>>();
      for (std::size_t column = 0; column < headers_.size(); ++column)
        all->emplace_back(headers_[column].field, printed_[column]);
      columns_ = std::move(all);
    }
    return columns_;
  }

  const Kind* kind_of(const Sheet::Row& row, std::vector<Problem>& problems) const {
    for (std::size_t column = 0; column < std::min(row.cells.size(), headers_.size()); ++column) {
      if (headers_[column].field != "kind" || row.cells[column].empty()) continue;
      const Kind* kind = vocabulary_.kind(row.cells[column]);
      if (kind == nullptr) problems.push_back({"kind", "unknown-kind", row.cells[column]});
      return kind;
    }
    if (kind_ == nullptr) problems.push_back({"kind", "missing", ""});
    return kind_;
  }

  std::uint32_t column_of(const std::string& field) const {
    for (std::size_t column = 0; column < headers_.size(); ++column)
      if (!field.empty() && headers_[column].field == field) return static_cast<std::uint32_t>(column + 1);
    return 0;
  }

  void tell(const Sheet::Row& row, std::uint32_t column, const Problem& problem) {
    if (taken_.problems.size() == most_problems) return;
    const auto header = column == 0 ? std::string() : printed_[column - 1];
    taken_.problems.push_back({sheet_.name, row.line, column, header, problem});
  }

  Desk& desk_;
  const Vocabulary& vocabulary_;
  const Sheet& sheet_;
  const Kind* kind_;
  Taken& taken_;
  std::vector<Header> headers_;
  std::vector<std::string> printed_;
  const Sheet::Row* header_line_ = nullptr;
  std::set<std::string> without_;  ///< fields that no column gives
  std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> columns_;
};

}  // namespace

void take_rows(Desk& desk, const Vocabulary& vocabulary, const Sheet& sheet, const Kind* kind, Taken& taken) {
  SheetReader(desk, vocabulary, sheet, kind, taken).read();
}

std::optional<Draft> draft_of(const Kind& kind, const std::vector<Pair>& pairs, const Vocabulary& vocabulary,
                              std::vector<Problem>& problems) {
  Draft draft(kind);
  std::string cell;
  for (const auto& [key, value] : pairs) {
    const auto header = vocabulary.header(key);
    const auto how = header.field.empty() ? Put::not_of_kind : put(draft, header.field, header.power, value);
    if (how == Put::second_amount) problems.push_back({key, "second-amount", value});
    if (how != Put::not_of_kind) continue;
    const auto dimension = cube::dimension_named(key);
    if (dimension && kind.table->index("cell") < kind.table->fields.size())
      cell += (cell.empty() ? "" : " ") + key + "=" + value;
    else
      problems.push_back({key, "unknown-key", value});
  }
  if (!cell.empty()) put(draft, "cell", 0, cell);
  return problems.empty() ? std::optional(std::move(draft)) : std::nullopt;
}

}  // namespace mingzhang::books
