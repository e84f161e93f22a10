#include "performance/tables.h"

#include <algorithm>

#include "performance/money.h"

namespace mingzhang::performance {
namespace {

class Writer {
 public:
  Writer(const TableMaker& maker, Stage stage) : maker_(maker), stage_(stage) {}

  cube::Indicator indicator(const PlannedIndicator& planned) const {
    cube::Indicator row;
    row.level1 = planned.level1;
    row.level2 = planned.level2;
    const auto set = [&](cube::Printed& cell, const std::string& text) {
      cell = entry(text, "indicator", planned.entry);
    };
    set(row.name, planned.name);
    set(row.target, planned.target);
    set(row.weight, planned.weight);
    set(row.basis, planned.basis);
    set(row.last, planned.last);
    set(row.method, planned.method);
    set(row.evidence, planned.evidence);
    if (stage_ == Stage::target) return row;
    const auto& achieved = planned.achieved;
    row.actual = entry(achieved.actual, "actual", achieved.entry);
    row.actual.place.quote = achieved.calculation.empty() ? achieved.source : achieved.calculation;
    row.reason.text = planned.reason;
    if (!planned.remedy.empty())
      row.reason.text += (planned.reason.empty() ? "" : "；") + ("改进措施：" + planned.remedy);
    return row;
  }

  cube::Printed entry(const std::string& text, const char* table, std::int64_t number) const {
    cube::Printed cell;
    cell.text = text;
    if (number == 0) return cell;
    cell.place.document = maker_.books;
    cell.place.table = table;
    cell.place.row = std::to_string(number);
    return cell;
  }

 private:
  const TableMaker& maker_;
  Stage stage_;
};

}  // namespace

std::vector<const PlannedIndicator*> in_order(const PlannedProject& project, const Taxonomy& taxonomy) {
  std::vector<const PlannedIndicator*> order;
  for (const auto& indicator : project.indicators) order.push_back(&indicator);
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
    return taxonomy.position(a->level1, a->level2) < taxonomy.position(b->level1, b->level2);
  });
  return order;
}

cube::PerformanceTable TableMaker::table(const PlannedProject& project, Stage stage) const {
  const Writer writer(*this, stage);
  cube::PerformanceTable table;
  table.scope = project.is_whole() ? Scope::whole : Scope::project;
  table.stage = stage;
  table.year.text = std::to_string(year);
  table.subject = writer.entry(project.is_whole() ? project.unit : project.name, "goal", project.goal_entry);
  table.department.text = project.department;
  table.unit.text = project.unit;
  table.person.text = project.person;
  table.trait.text = project.trait;
  table.term.text = project.term;
  table.long_goal.text = project.long_goal;
  table.money_unit = "万元";
  table.money = money_of(figures, project, year, stage);
  table.goal = writer.entry(project.goal, "goal", project.goal_entry);
  if (stage == Stage::self_evaluation) table.result.text = project.result;
  for (const auto* indicator : in_order(project, taxonomy)) table.indicators.push_back(writer.indicator(*indicator));
  return table;
}

}  // namespace mingzhang::performance
