#include "work/performance_parts.h"

#include <algorithm>

#include "books/registers.h"
#include "work/examine.h"

namespace mingzhang::work {
namespace {

constexpr auto slices_file = "books/slices.toml";
constexpr std::size_t places_kept = 20;

/// What the books say of their own way of scoring: texts of these roles.
std::string setting(const cube::Source& figures, int year, const char* role) {
  cube::Cell cell;
  cell[cube::Dimension::year] = cube::Member(std::to_string(year));
  return figures.words(role, cell);
}

template <class Things, class Name>
std::string listed(const Things& things, Name name, const Common& common) {
  std::vector<std::string> names;
  for (const auto& one : things) names.push_back(name(one));
  return there_are(names, common);
}

const scoring::Pack& pack_named(const scoring::Packs& packs, const std::string& id, const Common& common) {
  const auto* pack = packs.find(id);
  if (pack != nullptr) return *pack;
  throw UsageError(common.say("没有这个计分规则包：", "no such rule pack: ") + id +
                   listed(
                       packs.all(), [](const auto& one) { return one.id; }, common));
}

std::string rule_named(const scoring::Pack& pack, const std::string& id, const Common& common) {
  if (id.empty() || pack.rule(id) != nullptr) return id;
  throw UsageError(common.say("没有这个计分规则：", "no such rule: ") + id +
                   listed(
                       pack.rules, [](const auto& one) { return one.id; }, common));
}

}  // namespace

books::Slices load_slices(const Common& common) {
  return {common.data_files().read(slices_file), slices_file};
}

performance::Taxonomy load_taxonomy(const profile::DataFiles& data) {
  constexpr auto name = "performance/taxonomy.toml";
  return performance::load_taxonomy(data.read(name), name);
}

Scored::Scored(const cube::Source& figures, int year, const std::string& pack, const std::string& fallback,
               const Common& common)
    : packs(load_packs(common.data_files())), taxonomy(load_taxonomy(common.data_files())) {
  const auto kept = setting(figures, year, "performance.pack");
  rules.pack = &pack_named(packs, !pack.empty() ? pack : !kept.empty() ? kept : fallback, common);
  rules.taxonomy = &taxonomy;
  rules.execution = rule_named(*rules.pack, setting(figures, year, "performance.execution-rule"), common);
  rules.at_most = rule_named(*rules.pack, setting(figures, year, "performance.limit-rule"), common);
}

Kept::Kept(const PerformanceOptions& options)
    : books(options.books),
      slices(load_slices(options.common)),
      figures(books, slices, {options.year, "outturn", places_kept}),
      scored(figures, options.year, options.pack, "national", options.common) {}

std::string day_of(const std::string& written, int year, const Common& common) {
  if (written.empty()) return std::to_string(year) + "-12-31";
  const auto day = books::cell_value("date", written);
  if (!day) throw UsageError(common.say("不是日期：", "no date: ") + written);
  if (day->substr(0, 4) != std::to_string(year))
    throw UsageError(common.say("日期不在年度之内：", "the date lies outside the year: ") + written);
  return *day;
}

performance::Plan plan_of(books::Books& books, const PerformanceOptions& options, std::string_view until) {
  const auto& common = options.common;
  auto plan = performance::load_plan(books, options.year, until);
  if (plan.projects.empty())
    throw UsageError(common.say("账册中没有这一年度的绩效目标和指标：", "the books have no goals or indicators of ") +
                     std::to_string(options.year));
  if (options.project.empty()) return plan;
  if (plan.find(options.project) == nullptr)
    throw UsageError(common.say("这个项目没有绩效目标和指标：", "no goals or indicators of this project: ") +
                     options.project +
                     listed(
                         plan.projects, [](const auto& one) { return one.name; }, common));
  std::erase_if(plan.projects, [&](const auto& project) { return project.name != options.project; });
  return plan;
}

}  // namespace mingzhang::work
