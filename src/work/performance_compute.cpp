// Actual values out of registers and accounts, and the way back to the rows behind them.
#include <fmt/format.h>

#include "performance/compute.h"
#include "report/excerpt.h"
#include "work/performance_parts.h"

namespace mingzhang::work {
namespace {

using performance::Computed;
using report::printable;

books::Draft draft_of(const Computed& computed, int year, const std::string& date) {
  books::Draft draft(*books::find_kind("actual"));
  const auto set = [&](std::string_view field, const std::string& value) {
    draft.values[draft.kind->table->index(field)] = value;
  };
  set("year", std::to_string(year));
  set("project", computed.project);
  set("name", computed.indicator);
  set("date", date);
  set("actual", computed.result.actual);
  set("source", computed.source);
  set("formula", computed.formula);
  set("calculation", computed.result.calculation);
  return draft;
}

/// Nothing is recorded yet: during the year that is no mistake.
bool is_open(const std::string& problem) {
  return problem == "zero" || problem == "figure" || problem == "source";
}

/// Whether every formula gave a value, or will once there are records.
bool enter(const std::vector<Computed>& all, books::Desk& desk, const books::Vocabulary& vocabulary, int year,
           const std::string& date, const Common& common, const Sinks& sinks) {
  bool good = true;
  for (const auto& one : all) {
    const auto name = printable(one.project + common.say("：", ": ") + one.indicator) + common.say("：", ": ");
    if (!one.problem.empty()) {
      good = good && is_open(one.problem);
      sinks.messages(name + query_words(one.problem, one.detail, common) + "\n");
      continue;
    }
    std::vector<books::Problem> problems;
    if (!one.known && desk.take(draft_of(one, year, date), problems) == 0) {
      good = false;
      for (const auto& problem : problems) sinks.messages(name + problem_words(problem, vocabulary, common) + "\n");
      continue;
    }
    sinks.results(name + printable(one.result.actual + "  " + one.result.calculation) +
                  (one.known ? common.say("（已记）", " (known)") : "") + "\n");
  }
  return good;
}

int compute(const PerformanceCompute& options, const Sinks& sinks) {
  const auto& common = options.common;
  const auto date = day_of(options.date, options.year, common);
  books::Books books(options.books);
  auto transaction = books.begin();
  const auto plan = plan_of(books, options);
  const auto vocabulary = load_vocabulary(common);
  const auto all = performance::compute(plan, books, vocabulary, date);
  auto desk = desk_for(books, vocabulary, options);
  if (all.empty()) sinks.messages(common.say("没有带取数公式的指标。\n", "No indicator has a formula.\n"));
  const bool good = enter(all, desk, vocabulary, options.year, date, common, sinks);
  if (options.dry_run)
    sinks.messages(common.say("试运行：没有写入。\n", "Dry run: nothing was written.\n"));
  else
    transaction.commit();  // what could be computed stands; what could not has been told
  return good ? exit_clean : exit_errors;
}

std::string aggregate_words(const performance::Aggregate& part) {
  return part.column.empty() ? part.table : part.table + "." + part.column;
}

/// The entry, field by field, as far as it says anything.
std::string entry_words(books::Books& books, std::int64_t number) {
  const auto entry = books.entry(number);
  std::string words = fmt::format("    {}", number);
  if (!entry) return words;
  for (const auto& value : entry->values)
    if (!value.empty()) words += "  " + value;
  if (entry->kind->table->has_amount) words += "  " + money::Decimal(entry->amount, 2).grouped();
  for (auto& c : words)
    if (c == '\n') c = ' ';
  return printable(words) + "\n";
}

int explain(const PerformanceExplain& options, const Sinks& sinks) {
  const auto& common = options.common;
  books::Books books(options.books);
  const auto plan = plan_of(books, options);
  bool found = false;
  std::vector<std::string> known;
  for (const auto& project : plan.projects) {
    for (const auto& one : project.indicators) known.push_back(one.name);
    const auto* indicator = project.find(options.indicator);
    if (indicator == nullptr) continue;
    found = true;
    const auto& achieved = indicator->achieved;
    sinks.results(printable(project.name + common.say("：", ": ") + indicator->name + "  " + indicator->target) + "\n");
    if (achieved.entry == 0) {
      sinks.results(common.say("  没有完成值\n", "  no actual value\n"));
      continue;
    }
    sinks.results(fmt::format(
        fmt::runtime(common.say("  完成值 {}，截至 {}，第 {} 号记录\n", "  actual value {} as of {}, entry {}\n")),
        printable(achieved.actual), achieved.date, achieved.entry));
    const auto say = [&](const char* chinese, const char* english, const std::string& words) {
      if (!words.empty()) sinks.results(common.say(chinese, english) + printable(words) + "\n");
    };
    say("  来源：", "  source: ", achieved.source);
    say("  公式：", "  formula: ", achieved.formula);
    say("  计算：", "  calculation: ", achieved.calculation);
    if (achieved.formula.empty()) continue;
    for (const auto& [part, tally] :
         performance::behind(plan, *indicator, books, load_vocabulary(common), options.limit)) {
      sinks.results(
          fmt::format(fmt::runtime(common.say("  {}：{} 条记录，列出 {} 条\n", "  {}: {} records, {} shown\n")),
                      printable(aggregate_words(part)), tally.rows, tally.entries.size()));
      for (const auto number : tally.entries) sinks.results(entry_words(books, number));
    }
  }
  if (!found)
    throw UsageError(common.say("没有这个指标：", "no such indicator: ") + options.indicator +
                     there_are(known, common));
  return exit_clean;
}

}  // namespace

int performance_compute(const PerformanceCompute& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return compute(options, sinks); });
}

int performance_explain(const PerformanceExplain& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return explain(options, sinks); });
}

}  // namespace mingzhang::work
