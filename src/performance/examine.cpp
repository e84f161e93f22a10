#include "performance/examine.h"

#include <algorithm>

#include "performance/examine_parts.h"
#include "performance/tables.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::performance {
namespace {

/// Projects that have money and no targets: 财预〔2021〕101号 wants targets of all.
void find_projects_without(const Examined& examined, Remarks& remarks) {
  using cube::Dimension;
  using cube::Member;
  cube::Cell cell;
  cell[Dimension::flow] = Member("expenditure");
  cell[Dimension::nature] = Member("project");
  cell[Dimension::stage] = Member("adjusted");
  cell[Dimension::year] = Member(std::to_string(examined.plan.year));
  for (const auto& name : examined.figures.members(Dimension::project, cell, 0)) {
    const auto* known = examined.plan.find(name.name());
    if (known != nullptr && !known->indicators.empty()) continue;
    PlannedProject project;
    project.name = name.name();
    remarks.about(project, Gravity::warning, "no-targets", 0, "project", project.name);
  }
}

/// A figure that does not fit is told of its project, and nothing else of it.
template <class Work>
void guarded(const PlannedProject& project, Remarks& remarks, Work work) {
  try {
    work();
  } catch (const money::Overflow&) {
    const auto entry = project.indicators.empty() ? project.goal_entry : project.indicators.back().entry;
    remarks.about(project, Gravity::refused, "too-large", entry, "", project.name);
  }
}

}  // namespace

void Remarks::about(const Row& row, Gravity gravity, std::string code, std::string field, std::string detail,
                    std::string expected) {
  all_.push_back({std::move(code), gravity, row.planned->entry, std::move(field), row.project->name, row.planned->name,
                  std::move(detail), std::move(expected)});
}

void Remarks::about(const PlannedProject& project, Gravity gravity, std::string code, std::int64_t entry,
                    std::string field, std::string detail, std::string expected) {
  all_.push_back(
      {std::move(code), gravity, entry, std::move(field), project.name, "", std::move(detail), std::move(expected)});
}

bool is_number(const cube::PerformanceValue& value) {
  return value.type == cube::ValueType::number || value.type == cube::ValueType::rate;
}

std::size_t common_run(std::string_view a, std::string_view b) {
  std::size_t longest = 0;
  for (std::size_t from = 0; from < a.size(); from += text::code_point_at(a, from).length) {
    std::size_t end = from;
    while (end < a.size()) {
      const auto next = end + text::code_point_at(a, end).length;
      if (b.find(a.substr(from, next - from)) == std::string_view::npos) break;
      end = next;
    }
    longest = std::max(longest, end - from);
  }
  return longest;
}

std::vector<Remark> examine(const Examined& examined) {
  std::vector<Remark> all;
  Remarks remarks(all);
  std::vector<Row> every;
  for (const auto& project : examined.plan.projects) {
    const auto set = examined.rules.set_for(project.is_whole() ? Scope::whole : Scope::project, examined.plan.year);
    guarded(project, remarks, [&] {
      std::vector<Row> rows;
      for (const auto& planned : project.indicators) {
        rows.push_back({&project, &planned, cube::read_performance_value(planned.target, examined.plan.year),
                        text::normal_text(planned.name)});
        examine_row(examined, rows.back(), set ? &*set : nullptr, remarks);
      }
      examine_weights(examined, project, set ? &*set : nullptr, remarks);
      examine_goal(examined, project, rows, remarks);
      examine_money(examined, project, remarks);
      every.insert(every.end(), rows.begin(), rows.end());
    });
  }
  examine_repeats(every, remarks);
  for (const auto& stray : examined.plan.strays) {
    PlannedProject project;
    project.name = stray.project;
    remarks.about(project, Gravity::refused, "no-indicator", stray.entry, "name", stray.name);
  }
  find_projects_without(examined, remarks);
  return all;
}

}  // namespace mingzhang::performance
