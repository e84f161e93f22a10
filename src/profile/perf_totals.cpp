#include "profile/perf_totals.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::Statement;
using Scope = cube::PerformanceTable::Scope;
using Statements = std::vector<std::uint32_t>;

constexpr std::string_view spent_stage = "outturn", budget_stage = "adjusted";

class Summer {
 public:
  Summer(const Cell& document_cell, Reading& reading) : cell_(document_cell), reading_(reading) {
    projects_ =
        static_cast<std::size_t>(std::count_if(reading.performance.begin(), reading.performance.end(),
                                               [](const auto& table) { return table.scope == Scope::project; }));
  }

  void run() {
    if (projects_ == 0 || !all_are_counted()) return;
    for (const auto stage : {budget_stage, spent_stage}) {
      const auto whole = value(item("projects", stage), false);
      if (whole) add(*whole, parts_of(*whole, stage), "各项目自评表合计（" + column(stage) + "）");
    }
    if (!value(item("projects", budget_stage), false)) add_whole_unit();
  }

 private:
  Cell item(std::string_view name, std::string_view stage) const {
    return cell_.with(Dimension::item, Member(name)).with(Dimension::stage, Member(stage));
  }

  static std::string column(std::string_view stage) { return stage == budget_stage ? "全年预算数" : "全年执行数"; }

  /// Where a sentence counts other tables than there are, that is told, and their sums say nothing.
  bool all_are_counted() const {
    const Cell counted = cell_.with(Dimension::measure, Member("tables")).with(Dimension::item, Member("projects"));
    const auto count = value(counted, false);
    return !count || statement(*count).quantity.value == money::Decimal(static_cast<std::int64_t>(projects_));
  }

  const Statement& statement(std::uint32_t index) const { return reading_.facts.statements[index]; }

  std::optional<std::uint32_t> value(const Cell& cell, bool in_table) const {
    const auto& all = reading_.facts.statements;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Statement& here) {
      return here.kind == cube::Kind::value && here.has_figure && here.cell == cell &&
             in_table == !here.place.table.empty();
    });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - all.begin());
  }

  /// 年度资金总额 of every project; empty if one of them has none.
  Statements totals(std::string_view stage) const {
    Statements out;
    for (std::uint32_t index = 0; index < reading_.facts.statements.size(); ++index) {
      const Statement& here = statement(index);
      const Member project = here.cell[Dimension::project];
      if (here.kind != cube::Kind::value || !here.has_figure || here.place.table.empty() || project.is_root()) continue;
      if (here.cell == item("project", stage).with(Dimension::project, project)) out.push_back(index);
    }
    if (out.size() != projects_) out.clear();
    return out;
  }

  /// Those of the tables, or where sentences state them too and only theirs make up the whole, these: then the sum
  /// speaks for the sentences.
  Statements parts_of(std::uint32_t whole, std::string_view stage) const {
    const Statements tables = totals(stage);
    if (makes_up(whole, tables)) return tables;
    Statements sentences = tables;
    for (auto& part : sentences)
      if (const auto said = value(statement(part).cell, false)) part = *said;
    return makes_up(whole, sentences) ? sentences : tables;
  }

  void add(std::uint32_t whole, Statements parts, const std::string& name) {
    if (parts.empty()) return;
    cube::List list;
    list.law = name;
    list.whole = whole;
    list.signs.assign(parts.size(), 1);
    list.parts = std::move(parts);
    reading_.facts.lists.push_back(std::move(list));
  }

  /// 整体 tables count what the unit executed for its own running and for its projects (identity of the form). Only
  /// where the executed figure is that sum does the budget beside it have to be. A table that divides its money by
  /// tasks tells the budget of the running itself, which need not have been spent.
  void add_whole_unit() {
    if (prints_tasks()) return;
    const auto spent = value(item("whole", spent_stage), true), budget = value(item("whole", budget_stage), true);
    const auto own =
        value(cell_.with(Dimension::flow, Member("expenditure")).with(Dimension::nature, Member("basic")), false);
    if (!spent || !budget || !own) return;
    Statements budgets = totals(budget_stage), executed = totals(spent_stage);
    if (budgets.empty() || executed.empty()) return;
    budgets.push_back(*own);
    executed.push_back(*own);
    if (makes_up(*spent, executed)) add(*budget, std::move(budgets), "整体全年预算 = 基本支出 + 各项目全年预算");
  }

  bool prints_tasks() const {
    return std::any_of(reading_.performance.begin(), reading_.performance.end(), [](const auto& table) {
      return std::any_of(table.money.begin(), table.money.end(),
                         [](const auto& row) { return row.member == "task" && !row.budget.empty(); });
    });
  }

  bool makes_up(std::uint32_t whole, const Statements& parts) const {
    money::Decimal rest = statement(whole).quantity.value, slack = statement(whole).quantity.half;
    for (const auto part : parts) {
      rest = rest - statement(part).quantity.value;
      slack = slack + statement(part).quantity.half;
    }
    return rest.abs() <= slack;
  }

  const Cell& cell_;
  Reading& reading_;
  std::size_t projects_ = 0;
};

}  // namespace

void add_project_sums(const Cell& document_cell, Reading& reading) {
  try {
    Summer(document_cell, reading).run();
  } catch (const money::Overflow&) {
    // amounts that no budget has make up nothing
  }
}

}  // namespace mingzhang::profile
