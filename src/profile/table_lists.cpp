#include "profile/table_lists.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "profile/classification.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::List;
using Cells = std::unordered_set<Cell, cube::CellHash>;

class ListBuilder {
 public:
  ListBuilder(const Table& table, const std::vector<TableFigure>& figures, cube::Facts& facts)
      : table_(table), figures_(figures), facts_(facts) {
    for (const auto& figure : figures) {
      by_line_[figure.line][figure.column] = figure.statement;
      if (!figure.code.empty()) tree_[figure.column][figure.code].push_back(figure.statement);
      if (figure.code.empty() && figure.row->total) totals_[figure.column] = figure.statement;
      if (figure.code.empty() && figure.row->number != 0)
        numbered_[figure.column][figure.row->number] = figure.statement;
    }
  }

  void run(const Cell& context, Gaps gaps) {
    if (!gaps.columns)
      for (const auto& [line, row] : by_line_)
        for (const auto& law : table_.column_laws) add_keyed(law, row, "栏次");
    if (gaps.rows) return;
    for (const auto& [column, nodes] : tree_) add_tree(column, nodes);
    std::uint32_t column = 0;
    for (const auto& panel : table_.panels) {
      for (const auto& entry : panel.columns) {
        if (entry.kind != Column::Kind::value) continue;
        ++column;
        for (const auto& law : panel.row_laws) add_rows(law, column);
      }
    }
    std::vector<std::uint32_t> all;
    for (const auto& figure : figures_) all.push_back(figure.statement);
    for (const auto& law : table_.lists) {
      PartsLaw here = law;
      here.name = table_.title + "：" + law.name;
      add_parts_law(here, context, all, std::nullopt, facts_);
    }
  }

 private:
  /// "1 = 2..6" as the tables themselves would say it: "1 = 2 + … + 6".
  static std::string readable(std::string law) {
    if (const auto range = law.find(".."); range != std::string::npos) law.replace(range, 2, " + … + ");
    return law;
  }

  template <typename Keys>
  void add_keyed(const KeyedLaw& law, const Keys& row, const std::string& keys) {
    List list;
    list.law = table_.title + "：" + keys + " " + readable(law.name);
    list.closed = law.closed;
    const auto whole = row.find(static_cast<typename Keys::key_type>(law.whole));
    if (whole == row.end()) return;
    list.whole = whole->second;
    for (std::size_t index = 0; index < law.parts.size(); ++index) {
      const auto part = row.find(static_cast<typename Keys::key_type>(law.parts[index]));
      if (part == row.end()) continue;
      list.parts.push_back(part->second);
      list.signs.push_back(law.signs[index]);
    }
    if (!list.parts.empty()) facts_.lists.push_back(std::move(list));
  }

  void add_rows(const KeyedLaw& law, std::uint32_t column) {
    if (const auto rows = numbered_.find(column); rows != numbered_.end()) add_keyed(law, rows->second, "行次");
  }

  /// One code, several rows: the projects of a subject.
  using Nodes = std::map<std::string, std::vector<std::uint32_t>>;

  /// Every printed level is the sum of the printed rows directly below it; the total row that of the classes.
  void add_tree(std::uint32_t column, const Nodes& nodes) {
    std::map<std::string, List> lists;
    for (const auto& [code, statements] : nodes) {
      const std::string parent(parent_of(code));
      std::optional<std::uint32_t> whole;
      if (parent.empty()) {
        if (const auto total = totals_.find(column); total != totals_.end()) whole = total->second;
      } else if (const auto node = nodes.find(parent); node != nodes.end() && node->second.size() == 1) {
        whole = node->second.front();
      }
      if (!whole) continue;
      List& list = lists[parent];
      list.whole = *whole;
      list.parts.insert(list.parts.end(), statements.begin(), statements.end());
      list.signs.resize(list.parts.size(), 1);
      list.law = table_.title + "：" + (parent.empty() ? "合计 = 各类之和" : parent + " = 下级科目之和");
    }
    for (auto& [parent, list] : lists) facts_.lists.push_back(std::move(list));
  }

  const Table& table_;
  const std::vector<TableFigure>& figures_;
  cube::Facts& facts_;
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> by_line_;
  std::map<std::uint32_t, Nodes> tree_;
  std::map<std::uint32_t, std::uint32_t> totals_;
  std::map<std::uint32_t, std::map<int, std::uint32_t>> numbered_;
};

/// Dimensions of `cell` that are set must be those of the statement; Cell::with cannot clear one.
bool same_but(Cell cell, const Cell& whole, cube::Dimension dimension) {
  cell[dimension] = cube::Member();
  return cell == whole;
}

/// Rows of the table that no sentence names: told as missing, and taken into the sum, so that it is not told as wrong
/// too. Where the table does not print what is summed (budgets beside a table of outturns), the sum only stays below.
void add_unnamed(const PartsLaw& law, const Cell& whole, const Cells& seen, const cube::Facts& facts, List& list) {
  constexpr auto stage = cube::Dimension::stage;
  if (seen.empty()) return;
  for (std::uint32_t index = 0; index < facts.statements.size(); ++index) {
    const auto& statement = facts.statements[index];
    const cube::Member member = statement.cell[*law.tree];
    const bool row = statement.scope == law.each_of && statement.has_figure && member.name().size() == law.level;
    if (!row || !same_but(statement.cell.with(stage, whole[stage]), whole, *law.tree)) continue;
    if (std::any_of(seen.begin(), seen.end(), [&](const Cell& cell) { return cell[*law.tree] == member; })) continue;
    if (statement.cell[stage] == whole[stage]) {
      list.parts.push_back(index);
      list.signs.push_back(1);
    } else if (!statement.quantity.value.is_zero()) {
      list.closed = false;
    }
  }
}

}  // namespace

void add_table_lists(const Table& table, const std::vector<TableFigure>& figures, const Cell& context,
                     cube::Facts& facts, Gaps gaps) {
  ListBuilder(table, figures, facts).run(context, gaps);
}

void add_parts_law(const PartsLaw& law, const Cell& document_cell, const std::vector<std::uint32_t>& among,
                   std::optional<std::uint32_t> whole, cube::Facts& facts) {
  const Cell whole_cell = document_cell.with(law.whole);
  List list;
  list.law = law.name;
  list.closed = law.closed;
  list.severe = law.severe;
  list.rule = law.rule;
  const auto first = [&](const Cell& cell) -> std::optional<std::uint32_t> {
    for (const auto index : among) {
      const auto& statement = facts.statements[index];
      if (statement.kind == cube::Kind::value && statement.has_figure && statement.cell == cell) return index;
    }
    return std::nullopt;
  };
  if (!whole) whole = first(whole_cell);
  if (!whole) return;
  list.whole = *whole;
  if (law.tree) {
    Cells seen;
    for (const auto index : among) {
      const auto& statement = facts.statements[index];
      if (statement.kind != cube::Kind::value || !statement.has_figure) continue;
      if (statement.cell[*law.tree].name().size() != law.level && !statement.cell[*law.tree].name().empty() &&
          statement.cell[*law.tree].name().find_first_not_of("0123456789") == std::string_view::npos)
        continue;
      if (statement.cell[*law.tree].is_root() || !same_but(statement.cell, whole_cell, *law.tree)) continue;
      if (!statement.cell[*law.tree].name().starts_with(law.under)) continue;
      if (!seen.insert(statement.cell).second) continue;
      list.parts.push_back(index);
      list.signs.push_back(1);
    }
    if (!law.each_of.empty()) add_unnamed(law, whole_cell, seen, facts, list);
  } else {
    for (std::size_t index = 0; index < law.parts.size(); ++index) {
      const Cell cell = document_cell.with(law.parts[index]);
      if (const auto part = first(cell)) {
        list.parts.push_back(*part);
        list.signs.push_back(law.signs[index]);
      } else {
        list.absent.push_back(cell);
      }
    }
  }
  if (!list.parts.empty()) facts.lists.push_back(std::move(list));
}

}  // namespace mingzhang::profile
