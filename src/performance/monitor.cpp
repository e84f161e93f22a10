#include "performance/monitor.h"

#include <fmt/format.h>

#include <algorithm>

#include "performance/days.h"
#include "performance/taxonomy.h"
#include "performance/toml.h"
#include "scoring/rule.h"

namespace mingzhang::performance {
namespace {

using cube::Bound;
using cube::ValueType;
using money::Decimal;
using scoring::Fraction;

const Decimal hundred(100);
constexpr int places = 2;

Threshold threshold_in(const toml::table& rule, std::string_view key, const std::string& file) {
  const auto& table = table_in(rule, key, file);
  allow_keys(table, {"yellow", "red"}, file);
  return {integer_in(table, "yellow", file), integer_in(table, "red", file)};
}

MonitorRule rule_in(const toml::table& table, const std::string& file) {
  allow_keys(table, {"pack", "money", "indicator", "rate", "silent", "early", "soon"}, file);
  MonitorRule rule;
  rule.pack = string_in(table, "pack", file);
  rule.money = threshold_in(table, "money", file);
  rule.indicator = threshold_in(table, "indicator", file);
  rule.rate = threshold_in(table, "rate", file);
  rule.silent = threshold_in(table, "silent", file);
  rule.early = integer_in(table, "early", file);
  rule.soon = integer_in(table, "soon", file);
  return rule;
}

/// How far a part of the year has passed, in percent; below zero before it begins.
struct Span {
  std::int64_t passed = 0, whole = 1;

  bool begun() const { return passed > 0; }
  Decimal percent() const {
    return Fraction{Decimal(std::max<std::int64_t>(passed, 0)) * hundred, Decimal(whole)}.rounded(places);
  }
  bool reached(std::int64_t percent) const { return passed * 100 >= percent * whole; }
};

Span span_of(const std::string& first, const std::string& last, const std::string& today) {
  const auto begin = day_number(first), end = day_number(last);
  const std::int64_t whole = std::max<std::int64_t>((end - begin).count() + 1, 1);
  return {std::clamp<std::int64_t>((day_number(today) - begin).count() + 1, 0, whole), whole};
}

Light light_of(const Fraction& share, const Threshold& threshold) {
  const auto below = [&](std::int64_t percent) { return share.above * hundred < Decimal(percent) * share.below; };
  return below(threshold.red) ? Light::red : below(threshold.yellow) ? Light::yellow : Light::green;
}

std::string percent_of(const Fraction& share) {
  return Fraction{share.above * hundred, share.below}.rounded(places).to_string() + "%";
}

class Watch {
 public:
  Watch(const Plan& plan, const MonitorRule& rule, const std::string& today)
      : plan_(plan), rule_(rule), today_(today) {}

  Watched money(std::span<const Tally> tallies) const {
    Watched row;
    const Decimal budget = tallies[0].value + tallies[1].value, spent = tallies[2].value - tallies[3].value;
    const Span span = span_of(first_day(), last_day(), today_);
    row.target = budget.shifted(-wan).rounded(places).to_string() + "万元";
    row.actual = spent.shifted(-wan).rounded(places).to_string() + "万元";
    row.time = span.percent();
    if (budget.sign() <= 0) {
      row.code = "silent";
      return row;
    }
    pace(row, spent, budget, span, rule_.money);
    return row;
  }

  /// A figure that does not fit is left to a person.
  Watched indicator(const PlannedIndicator& planned) const {
    try {
      return watched(planned);
    } catch (const money::Overflow&) {
      Watched row;
      row.indicator = planned.name;
      row.code = "judge";
      return row;
    }
  }

 private:
  Watched watched(const PlannedIndicator& planned) const {
    Watched row;
    row.indicator = planned.name;
    row.target = planned.target;
    row.actual = planned.achieved.actual;
    row.date = planned.achieved.date;
    row.reason = planned.reason;
    const auto [target, actual] = cube::read_pair(planned.target, planned.achieved.actual, plan_.year);
    const Span span = span_of(planned.start.empty() ? first_day() : planned.start,
                              planned.due.empty() ? last_day() : planned.due, today_);
    row.time = span.percent();
    if (target.type == ValueType::date)
      date(row, target, actual, is_latest(planned.formula));
    else if (actual.type == ValueType::empty)
      silent(row, target, span);
    else
      value(row, planned, target, actual, span);
    return row;
  }

  static constexpr int wan = 4;
  std::string first_day() const { return std::to_string(plan_.year) + "-01-01"; }
  std::string last_day() const { return std::to_string(plan_.year) + "-12-31"; }

  static void say(Watched& row, Light light, const char* code) {
    row.light = light;
    row.code = code;
  }

  /// What a person grades is graded when the year is over: that nothing is said of it yet is no alarm.
  void silent(Watched& row, const cube::PerformanceValue& target, const Span& span) const {
    if (!span.begun()) return say(row, Light::none, "not-begun");
    const auto& at = rule_.silent;
    const bool figure = target.type == ValueType::number || target.type == ValueType::rate;
    if (span.reached(at.red)) return say(row, figure ? Light::red : Light::yellow, "silent");
    say(row, figure && span.reached(at.yellow) ? Light::yellow : Light::none, "silent");
  }

  static bool asks(const std::string& formula, Query::Form form, Aggregate::Kind kind) {
    try {
      const Query query = formula.empty() ? Query() : parse_query(formula);
      return !query.parts.empty() && query.form == form && query.parts.front().kind == kind;
    } catch (const BadQuery&) {
      return false;
    }
  }
  static bool is_execution(const std::string& formula) {
    return asks(formula, Query::Form::execution, Aggregate::Kind::sum);
  }
  /// The last day so far: of something that may still go on.
  static bool is_latest(const std::string& formula) {
    return asks(formula, Query::Form::plain, Aggregate::Kind::latest);
  }

  /// What grows with time: so much of the target should be there as of the time has passed.
  void pace(Watched& row, const Decimal& reached, const Decimal& wanted, const Span& span,
            const Threshold& threshold) const {
    row.progress = Fraction{reached * hundred, wanted}.rounded(places);
    if (reached >= wanted) return say(row, Light::green, "done");
    if (!span.begun()) return say(row, Light::none, "not-begun");
    const Fraction share{reached * Decimal(span.whole), wanted * Decimal(span.passed)};
    row.calculation = fmt::format("{} / ({} × {}/{} 天) = {}", reached.trimmed().to_string(),
                                  wanted.trimmed().to_string(), span.passed, span.whole, percent_of(share));
    if (!span.reached(rule_.early)) return say(row, Light::none, "early");
    const Light light = light_of(share, threshold);
    say(row, light, light == Light::green ? "on-time" : "behind");
  }

  void value(Watched& row, const PlannedIndicator& planned, const cube::PerformanceValue& target,
             const cube::PerformanceValue& actual, const Span& span) const {
    if (actual.grade == cube::Grade::partial) return say(row, Light::yellow, "grade");
    if (actual.grade == cube::Grade::missed) return say(row, Light::red, "grade");
    const auto fulfilled = cube::fulfilment(target, actual);
    if (!cube::same_dimension(target, actual))
      return say(row, fulfilled == cube::Fulfilment::met ? Light::green : Light::none,
                 fulfilled == cube::Fulfilment::met ? "done" : "judge");
    const Decimal &wanted = target.quantity.value, &reached = actual.quantity.value;
    const bool limit = target.bound == Bound::at_most || target.bound == Bound::below;
    if (reached.sign() < 0 || wanted.sign() < 0) return say(row, Light::none, "judge");
    if (limit || wanted.is_zero()) return limits(row, wanted, reached);
    // A rate or an average does not grow from nothing: it is what it is on any day. But that of the execution does.
    const bool standing = (target.type == ValueType::rate || target.unit.find('/') != std::string::npos) &&
                          !is_execution(planned.formula);
    if (!standing) {
      pace(row, reached, wanted, span, rule_.indicator);
      // When its time is over, nearly there is not there.
      if (span.passed == span.whole && row.code == "on-time") say(row, Light::yellow, "short");
      return;
    }
    const Fraction share{reached, wanted};
    row.progress = Fraction{reached * hundred, wanted}.rounded(places);
    const Light light = light_of(share, rule_.rate);
    say(row, light, light == Light::green ? "on-time" : "short");
    row.calculation =
        fmt::format("{} / {} = {}", reached.trimmed().to_string(), wanted.trimmed().to_string(), percent_of(share));
  }

  static void limits(Watched& row, const Decimal& wanted, const Decimal& reached) {
    if (!wanted.is_zero()) row.progress = Fraction{reached * hundred, wanted}.rounded(places);
    const bool over = reached > wanted;
    row.calculation =
        fmt::format("{} {} {}", reached.trimmed().to_string(), over ? ">" : "<=", wanted.trimmed().to_string());
    say(row, over ? Light::red : Light::green, over ? "over" : "on-time");
  }

  void date(Watched& row, const cube::PerformanceValue& target, const cube::PerformanceValue& actual,
            bool goes_on) const {
    const auto fulfilled = cube::fulfilment(target, actual);
    const auto due = fmt::format("{:04}-{:02}-{:02}", target.surely.year, target.surely.month, target.surely.day);
    const auto left = (day_number(due) - day_number(today_)).count();
    if (fulfilled == cube::Fulfilment::missed) return say(row, Light::red, "late");
    if (fulfilled == cube::Fulfilment::met) return say(row, Light::green, goes_on && left >= 0 ? "on-time" : "done");
    row.calculation = due;
    if (left < 0) return say(row, Light::red, "overdue");
    say(row, left <= rule_.soon ? Light::yellow : Light::green, left <= rule_.soon ? "soon" : "on-time");
  }

  const Plan& plan_;
  const MonitorRule& rule_;
  const std::string& today_;
};

}  // namespace

MonitorRule load_monitor_rule(std::string_view content, const std::string& file, const std::string& pack) {
  const auto root = parse_toml(content, file);
  allow_keys(root, {"rule"}, file);
  std::optional<MonitorRule> found;
  for (const auto* table : tables_in(root, "rule", file)) {
    auto rule = rule_in(*table, file);
    if (rule.pack == pack || (rule.pack == "national" && !found)) found = std::move(rule);
  }
  if (!found) bad_data(file, root, "no [[rule]] of the pack national");
  return std::move(*found);
}

std::vector<WatchedProject> monitor(const Plan& plan, const Answers& answers, const MonitorRule& rule,
                                    const std::string& date) {
  std::vector<Query> queries;
  for (const auto& project : plan.projects)
    queries.push_back(execution_query(project.is_whole() ? std::string() : project.name));
  std::vector<const Aggregate*> parts;
  for (const auto& query : queries)
    for (const auto& part : query.parts) parts.push_back(&part);
  const auto tallies = answers.tally(parts);
  const Watch watch(plan, rule, date);
  std::vector<WatchedProject> watched;
  for (std::size_t index = 0; index < plan.projects.size(); ++index) {
    const auto per_project = queries[index].parts.size();
    auto& project = watched.emplace_back();
    project.name = plan.projects[index].name;
    project.rows.push_back(watch.money(std::span(tallies).subspan(index * per_project, per_project)));
    for (const auto& indicator : plan.projects[index].indicators) project.rows.push_back(watch.indicator(indicator));
    for (const auto& row : project.rows) project.light = std::max(project.light, row.light);
  }
  return watched;
}

}  // namespace mingzhang::performance
