// What a target and its result say by themselves: which way is good, what no rate exceeds, units, years.
#include <algorithm>

#include "check/indicators.h"
#include "check/parts.h"
#include "cube/performance_value.h"
#include "profile/load_form.h"
#include "scoring/printed.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

using cube::Bound;
using cube::Indicator;
using cube::PerformanceTable;
using cube::PerformanceValue;
using cube::Printed;
using cube::ValueType;
using money::Decimal;

bool ends_in(const std::string& name, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return name.ends_with(word); });
}

bool is_cost(const Indicator& row) {
  return row.level1.find("成本") != std::string::npos || row.level2.find("成本") != std::string::npos;
}

class TargetTeller {
 public:
  TargetTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), words_(reading.loaded->basics->performance), findings_(findings) {}

  void run() {
    for (const auto& table : reading_.performance) {
      const int printed = scoring::printed_year(table.year.text);
      const int year = printed != 0 ? printed : reading_.recognition.year;
      for (const auto& row : table.indicators) look_at(table, row, year);
    }
  }

 private:
  void look_at(const PerformanceTable& table, const Indicator& row, int year) {
    const auto [target, actual] = cube::read_pair(row.target.text, row.actual.text, year);
    direction(table, row, target);
    beyond_whole(table, row, row.target, target);
    beyond_whole(table, row, row.actual, actual);
    scale(table, row, target, actual);
    other_year(table, row, row.target, target, year);
    other_year(table, row, row.actual, actual, year);
  }

  Finding& tell(const std::string& rule, const PerformanceTable& table, const Indicator& row, const Printed& cell) {
    findings_.push_back(
        performance_finding(rule, Severity::warning, table, cell, row_words(row), name_of(row), reading_));
    return findings_.back();
  }

  /// 满意度 ≤95%, 成本 ≥4500元: the operator is the wrong one.
  void direction(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target) {
    const std::string name = text::normal_text(row.name.text);
    const bool at_most = target.bound == Bound::at_most || target.bound == Bound::below;
    const bool at_least = target.bound == Bound::at_least || target.bound == Bound::above;
    const bool wanted_more =
        target.type == ValueType::rate && (ends_in(name, words_.wholes) || ends_in(name, words_.more));
    const bool wanted_less = target.type == ValueType::number && is_cost(row) && ends_in(name, words_.costs) &&
                             target.quantity.unit.str().find("元") != std::string::npos;
    if (!(at_most && wanted_more) && !(at_least && wanted_less)) return;
    auto& finding = tell("target-kind", table, row, row.target);
    std::string figure = text::normal_text(row.target.text);
    figure.erase(0, figure.find_first_of("0123456789"));
    finding.expected = (at_most ? ">=" : "<=") + figure;
    finding.words["wanted"] = finding.expected;
    finding.words["direction"] = "direction";
  }

  void beyond_whole(const PerformanceTable& table, const Indicator& row, const Printed& cell,
                    const PerformanceValue& value) {
    constexpr int whole = 100;
    if (value.type != ValueType::rate || !ends_in(text::normal_text(row.name.text), words_.wholes)) return;
    if (value.quantity.value > Decimal(whole)) tell("target-kind", table, row, cell).words["over"] = "over";
  }

  /// 10万元 against 10元: a slip of the unit, off by four places.
  void scale(const PerformanceTable& table, const Indicator& row, const PerformanceValue& target,
             const PerformanceValue& actual) {
    constexpr int places = 3;
    if (!cube::same_dimension(target, actual) || target.quantity.power == actual.quantity.power) return;
    const Decimal &wanted = target.quantity.value, &reached = actual.quantity.value;
    if (wanted.sign() <= 0 || reached.sign() <= 0) return;
    if (wanted < reached.shifted(places) && reached < wanted.shifted(places)) return;
    tell("target-kind", table, row, row.actual).words["scale"] = row.target.text;
  }

  /// What this year's table wants, or says was done, before the year had begun; what was done in a year to come, or is
  /// wanted long after.
  void other_year(const PerformanceTable& table, const Indicator& row, const Printed& cell,
                  const PerformanceValue& value, int year) {
    constexpr int long_after = 5;
    const int latest = year + (&cell == &row.actual ? 1 : long_after);
    if (value.type != ValueType::date || year == 0 || value.to.year == 0) return;
    if (value.to.year >= year && value.to.year <= latest) return;
    auto& finding = tell("year", table, row, cell);
    finding.stated = finding.words["stated"] = std::to_string(value.to.year);
    finding.expected = finding.words["expected"] = std::to_string(year);
  }

  const profile::Reading& reading_;
  const profile::PerformanceWords& words_;
  Findings& findings_;
};

}  // namespace

void find_wrong_targets(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) TargetTeller(reading, findings).run();
}

}  // namespace mingzhang::check
