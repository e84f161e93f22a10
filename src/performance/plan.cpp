#include "performance/plan.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "text/normal.h"

namespace mingzhang::performance {
namespace {

using books::Entry;

class Loader {
 public:
  Loader(int year, std::string_view until) : year_(std::to_string(year)), until_(until) { plan_.year = year; }

  Plan load(books::Books& books) {
    read(books, "goal", [this](const Entry& entry) { take_goal(entry); });
    read(books, "brief", [this](const Entry& entry) { take_brief(entry); });
    read(books, "indicator", [this](const Entry& entry) { take_indicator(entry); });
    read(books, "actual", [this](const Entry& entry) { take_actual(entry); });
    std::stable_partition(plan_.projects.begin(), plan_.projects.end(),
                          [](const PlannedProject& project) { return project.is_whole(); });
    for (auto& project : plan_.projects)
      if (project.unit.empty()) project.unit = books.unit_name();
    return std::move(plan_);
  }

 private:
  template <class Take>
  void read(books::Books& books, std::string_view table, Take take) {
    books.each_standing(*books::find_table(table), [&](const Entry& entry) {
      if (entry.value("year") == year_) take(entry);
    });
  }

  PlannedProject& project(std::string_view name) {
    const auto found = std::find_if(plan_.projects.begin(), plan_.projects.end(),
                                    [&](const PlannedProject& one) { return one.name == name; });
    if (found != plan_.projects.end()) return *found;
    plan_.projects.emplace_back();
    plan_.projects.back().name = name;
    return plan_.projects.back();
  }

  /// What an entry leaves empty stays as it was.
  static void overlay(std::string& value, std::string_view said) {
    if (!said.empty()) value = said;
  }

  void take_goal(const Entry& entry) {
    auto& into = project(entry.value("project"));
    overlay(into.department, entry.value("department"));
    overlay(into.unit, entry.value("unit"));
    overlay(into.goal, entry.value("goal"));
    overlay(into.result, entry.value("result"));
    if (!entry.value("goal").empty()) into.goal_entry = entry.number;
  }

  void take_brief(const Entry& entry) {
    auto& into = project(entry.value("project"));
    overlay(into.person, entry.value("person"));
    overlay(into.trait, entry.value("trait"));
    overlay(into.term, entry.value("term"));
    overlay(into.long_goal, entry.value("long_goal"));
  }

  void take_indicator(const Entry& entry) {
    auto& into = project(entry.value("project"));
    PlannedIndicator planned;
    planned.entry = entry.number;
    planned.level1 = entry.value("level1");
    planned.level2 = entry.value("level2");
    planned.name = entry.value("name");
    planned.target = entry.value("target");
    planned.basis = entry.value("basis");
    planned.last = entry.value("last_value");
    planned.weight = entry.value("weight");
    planned.method = entry.value("method");
    planned.evidence = entry.value("evidence");
    planned.formula = entry.value("formula");
    planned.start = entry.value("start");
    planned.due = entry.value("due");
    const auto [found, is_new] = positions_.try_emplace(key_of(into.name, planned.name), into.indicators.size());
    if (is_new) {
      into.indicators.push_back(std::move(planned));
      return;
    }
    auto& known = into.indicators[found->second];
    planned.replaces = known.entry;
    known = std::move(planned);
  }

  void take_actual(const Entry& entry) {
    const std::string name(entry.value("name")), of(entry.value("project"));
    const auto found = positions_.find(key_of(of, name));
    if (found == positions_.end()) {
      plan_.strays.push_back({entry.number, of, name});
      return;
    }
    if (!until_.empty() && entry.value("date") > until_) return;
    auto& into = project(of).indicators[found->second];
    overlay(into.reason, entry.value("reason"));
    overlay(into.remedy, entry.value("remedy"));
    if (!entry.value("score").empty() && entry.value("actual").empty()) into.achieved.score = entry.value("score");
    if (entry.value("actual").empty() || entry.value("date") < into.achieved.date) return;
    into.achieved = {entry.number,
                     std::string(entry.value("date")),
                     std::string(entry.value("actual")),
                     std::string(entry.value("source")),
                     std::string(entry.value("formula")),
                     std::string(entry.value("calculation")),
                     std::string(entry.value("score"))};
  }

  static std::string key_of(std::string_view project, std::string_view indicator) {
    return std::string(project) + "\x1f" + text::normal_text(indicator);
  }

  std::string year_, until_;
  std::unordered_map<std::string, std::size_t> positions_;  ///< of an indicator among those of its project
  Plan plan_;
};

}  // namespace

const PlannedIndicator* PlannedProject::find(std::string_view indicator) const {
  const std::string wanted = text::normal_text(indicator);
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const auto& one) { return text::normal_text(one.name) == wanted; });
  return found == indicators.end() ? nullptr : &*found;
}

const PlannedProject* Plan::find(std::string_view project) const {
  const auto found =
      std::find_if(projects.begin(), projects.end(), [&](const PlannedProject& one) { return one.name == project; });
  return found == projects.end() ? nullptr : &*found;
}

Plan load_plan(books::Books& books, int year, std::string_view until) {
  return Loader(year, until).load(books);
}

std::vector<int> planned_years(books::Books& books) {
  std::set<int> years;
  for (const auto* table : {"goal", "indicator"})
    books.each_standing(*books::find_table(table),
                        [&](const Entry& entry) { years.insert(std::stoi(std::string(entry.value("year")))); });
  return {years.begin(), years.end()};
}

}  // namespace mingzhang::performance
