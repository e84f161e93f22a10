// "预算绩效评价项目 6 个": so many performance tables follow, unless they are published elsewhere.
#include <algorithm>

#include "check/parts.h"

namespace mingzhang::check {

void find_wrong_table_counts(const profile::Reading& reading, Findings& findings) {
  using Scope = cube::PerformanceTable::Scope;
  if (reading.form() == nullptr) return;
  for (const auto& statement : reading.facts.statements) {
    const bool counted = is_value(statement) && statement.place.table.empty() &&
                         statement.cell[cube::Dimension::measure] == cube::Member("tables");
    const bool projects = statement.cell[cube::Dimension::item] == cube::Member("projects");
    const bool whole = statement.cell[cube::Dimension::item] == cube::Member("whole");
    if (!counted || (!projects && !whole)) continue;
    const Scope scope = projects ? Scope::project : Scope::whole;
    const auto tables = std::count_if(reading.performance.begin(), reading.performance.end(),
                                      [&](const auto& table) { return table.scope == scope; });
    if (tables == 0 || statement.quantity.value == money::Decimal(tables)) continue;
    Finding finding = finding_on("table-count", Severity::warning, statement, reading);
    finding.expected = finding.words["expected"] = std::to_string(tables);
    findings.push_back(std::move(finding));
  }
}

}  // namespace mingzhang::check
