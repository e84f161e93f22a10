// Check at entry: goals and indicators are judged together as soon as they are entered, and said with their place.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "performance/answer.h"
#include "report/excerpt.h"
#include "work/output.h"
#include "work/performance_parts.h"

namespace mingzhang::work {
namespace {

using performance::Gravity;
using performance::Remark;

std::vector<Remark> remarks_of(books::Books& books, const performance::Plan& plan, const books::Slices& slices,
                               const books::Vocabulary& vocabulary, const std::string& pack, const Common& common) {
  const books::BooksSource figures(books, slices, {plan.year, "outturn", 1});
  const Scored scored(figures, plan.year, pack, "national", common);
  const performance::Answers answers(books, vocabulary, {plan.year, std::to_string(plan.year) + "-12-31", 0, 0});
  return performance::examine({plan, scored.rules, figures, [&](const auto& query) { answers.check(query); }});
}

std::string gravity_words(Gravity gravity, const Common& common) {
  switch (gravity) {
    case Gravity::refused:
      return common.say("错误（不收）", "error (refused)");
    case Gravity::error:
      return common.say("错误", "error");
    case Gravity::warning:
      break;
  }
  return common.say("警告", "warning");
}

std::string subject_words(const Remark& remark, const Common& common) {
  const auto colon = common.say("：", ": ");
  return remark.project + colon + (remark.indicator.empty() ? "" : remark.indicator + colon);
}

struct Spot {
  const JustEntered* file = nullptr;
  const books::Placed* placed = nullptr;
};

Spot spot_of(const std::vector<JustEntered>& entered, std::int64_t entry) {
  for (const auto& file : entered)
    for (const auto& placed : file.placed)
      if (placed.entry == entry) return {&file, &placed};
  return {};
}

/// file:row:column of the field; nothing for an entry that was typed.
std::string place_words(const Spot& spot, const std::string& field, const Common& common) {
  if (spot.placed->line == 0) return {};
  std::string place = spot.file->file;
  if (!spot.placed->sheet.empty()) place += "!" + spot.placed->sheet;
  place += fmt::format(":{}", spot.placed->line);
  const auto& columns = *spot.placed->columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.first == field; });
  if (found != columns.end())
    place += fmt::format(":{}{}{}", found - columns.begin() + 1, common.say("：", ": "), found->second);
  return place + common.say("：", ": ");
}

/// An indicator that replaces one of the same import says the same thing twice.
std::vector<Remark> repeated(const performance::Plan& plan, const std::vector<JustEntered>& entered) {
  std::vector<Remark> remarks;
  for (const auto& project : plan.projects)
    for (const auto& indicator : project.indicators) {
      if (indicator.replaces == 0 || spot_of(entered, indicator.entry).placed == nullptr) continue;
      const bool both = spot_of(entered, indicator.replaces).placed != nullptr;
      remarks.push_back({both ? "repeated" : "replaces", both ? Gravity::refused : Gravity::warning, indicator.entry,
                         "name", project.name, indicator.name, indicator.name, std::to_string(indicator.replaces)});
    }
  return remarks;
}

int check(const PerformanceOptions& options, const Sinks& sinks) {
  const auto& common = options.common;
  Kept kept(options);
  const auto plan = plan_of(kept.books, options);
  const auto remarks = remarks_of(kept.books, plan, kept.slices, load_vocabulary(common), options.pack, common);
  std::size_t errors = 0, warnings = 0;
  for (const auto& remark : remarks) {
    if (!options.project.empty() && remark.project != options.project) continue;
    ++(remark.gravity == Gravity::warning ? warnings : errors);
    const bool refused = remark.gravity == Gravity::refused;
    auto line = gravity_words(refused ? Gravity::error : remark.gravity, common) + common.say("：", ": ");
    line += subject_words(remark, common) + remark_words(remark, common);
    if (remark.entry != 0)
      line += fmt::format(fmt::runtime(common.say("（第 {} 号记录）", " (entry {})")), remark.entry);
    sinks.results(report::printable(line) + "\n");
  }
  sinks.results(
      fmt::format(fmt::runtime(common.say("错误 {}，警告 {}\n", "errors {}, warnings {}\n")), errors, warnings));
  return errors == 0 ? exit_clean : exit_errors;
}

}  // namespace

bool examine_entries(books::Books& books, const std::vector<JustEntered>& entered, const BooksOptions& options,
                     const Sinks& sinks) {
  if (entered.empty()) return true;
  const auto& common = options.common;
  const auto slices = load_slices(common);
  const auto vocabulary = load_vocabulary(common);
  std::set<int> years;
  for (const auto& file : entered)
    for (const auto& placed : file.placed) {
      const auto entry = books.entry(placed.entry);
      if (entry) years.insert(std::stoi(std::string(entry->value("year"))));
    }
  bool good = true;
  for (const int year : years) {
    const auto plan = performance::load_plan(books, year);
    auto remarks = remarks_of(books, plan, slices, vocabulary, "", common);
    for (auto& remark : repeated(plan, entered)) remarks.push_back(std::move(remark));
    for (const auto& remark : remarks) {
      const auto spot = spot_of(entered, remark.entry);
      if (spot.placed == nullptr) continue;  // it was there before
      good = good && remark.gravity != Gravity::refused;
      sinks.messages(report::printable(place_words(spot, remark.field, common) + gravity_words(remark.gravity, common) +
                                       common.say("：", ": ") + subject_words(remark, common) +
                                       remark_words(remark, common)) +
                     "\n");
    }
  }
  return good;
}

int performance_check(const PerformanceOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return check(options, sinks); });
}

}  // namespace mingzhang::work
