#include "scoring/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scoring/printed.h"

namespace mingzhang::scoring {
namespace {

using cube::Bound;
using cube::Fulfilment;
using cube::PerformanceValue;
using cube::ValueType;
using money::Decimal;
using money::Interval;

constexpr int guard_places = 6;
const Decimal hundred(100);

Interval around(const Fraction& low, const Fraction& high) {
  return {low.floor(guard_places), high.ceiling(guard_places)};
}

/// Every rule says the same.
void predict_same(Row& row, const Prediction& prediction) {
  row.predictions.assign(row.choice == nullptr ? 1 : row.choice->candidates.size(), prediction);
}

Prediction exactly(const Decimal& score, std::string calculation) {
  return {{Interval::exactly(score)}, score, std::move(calculation)};
}

// ---- execution

struct Execution {
  std::optional<Fraction> exact;  ///< from the amounts
  std::optional<Decimal> rate;    ///< as printed, in percent
  std::string quotient;
};

Prediction predict_execution(const Rule& rule, const Execution& execution, const Decimal& weight, int scale) {
  Prediction prediction;
  // Which of the two rates enters a score is nowhere said; either is accepted.
  if (execution.exact) {
    const Fraction exact = score(rule, *execution.exact, weight);
    prediction.attainable.push_back(around(exact, exact));
  }
  if (execution.rate) {
    const Decimal half(5, execution.rate->scale() + 1);
    const Fraction low{std::max(*execution.rate - half, Decimal()), hundred};
    const Fraction high{*execution.rate + half, hundred};
    prediction.attainable.push_back(around(score(rule, low, weight), score(rule, high, weight)));
  }
  const Fraction best = execution.exact ? *execution.exact : Fraction{*execution.rate, hundred};
  prediction.expected = score(rule, best, weight).rounded(scale);
  prediction.calculation = spell(rule, best, execution.quotient, weight, scale);
  return prediction;
}

// ---- indicators

bool is_satisfaction(const cube::Indicator& indicator) {
  return indicator.level1.find("满意度") != std::string::npos || indicator.level2.find("满意度") != std::string::npos;
}

bool is_cost(const cube::Indicator& indicator) {
  return indicator.level1.find("成本") != std::string::npos || indicator.level2.find("成本") != std::string::npos;
}

RowKind kind_of(const cube::Indicator& indicator, const PerformanceValue& target, const PerformanceValue& actual) {
  if (actual.grade > cube::Grade::aim || target.type == ValueType::quality) return RowKind::quality;
  if (target.type == ValueType::date) return RowKind::date;
  if (target.type != ValueType::number && target.type != ValueType::rate) return RowKind::other;
  switch (target.bound) {
    case Bound::at_least:
    case Bound::above:
      return target.type == ValueType::rate && is_satisfaction(indicator) ? RowKind::satisfaction : RowKind::at_least;
    case Bound::at_most:
    case Bound::below:
      return RowKind::at_most;
    case Bound::equal:
      return RowKind::equal;
    case Bound::none:
      break;
  }
  return RowKind::unstated;
}

const Choice* choice_of(RowKind kind, const RuleSet& set) {
  switch (kind) {
    case RowKind::execution:
      return &set.execution;
    case RowKind::at_least:
      return &set.at_least;
    case RowKind::equal:
    case RowKind::unstated:
      return &set.equal;
    case RowKind::at_most:
      return &set.at_most;
    case RowKind::satisfaction:
      return &set.satisfaction;
    default:
      return nullptr;
  }
}

/// A figure in the unit in which its target is printed.
std::string printed(const PerformanceValue& target, const Decimal& value) {
  const Decimal shifted = value.shifted(-target.quantity.power);
  return (target.quantity.power == 0 ? shifted : shifted.trimmed()).to_string();
}

std::string_view sign_of(const Decimal& a, const Decimal& b) {
  return a < b ? "<" : a > b ? ">" : "=";
}

std::string compared(const PerformanceValue& target, const PerformanceValue& actual, const Decimal& result) {
  const Decimal& wanted = target.quantity.value;
  const Decimal& reached = actual.quantity.value;
  return fmt::format("{} {} {} → {}", printed(target, reached), sign_of(reached, wanted), printed(target, wanted),
                     result.to_string());
}

std::string quotient_of(const Rule& rule, const PerformanceValue& target, const PerformanceValue& actual) {
  const std::string wanted = printed(target, target.quantity.value);
  const std::string reached = printed(target, actual.quantity.value);
  switch (rule.measure) {
    case Measure::inverse:
      return wanted + " / " + reached;
    case Measure::excess:
      return fmt::format("(1 - ({} - {}) / {})", reached, wanted, wanted);
    case Measure::beyond:
      return fmt::format("(1 - ({} / {} - {}%))", reached, wanted, rule.from.trimmed().to_string());
    case Measure::ratio:
      break;
  }
  return reached + " / " + wanted;
}

/// A missed target above zero. The result may have been more exact than it is printed, but not so that it is met.
void predict_missed(Row& row, const PerformanceValue& target, const PerformanceValue& actual, int scale) {
  const Decimal& wanted = target.quantity.value;
  const Interval reached{std::max(actual.quantity.value - actual.quantity.half, Decimal()),
                         actual.quantity.value + actual.quantity.half};
  for (Rule rule : row.choice->candidates) {
    // actual / target of a limit that was exceeded is no completion, and all or nothing is nothing.
    if (row.group.kind == RowKind::at_most && rule.measure == Measure::ratio) rule.measure = Measure::inverse;
    const Fraction nominal = completion(rule, wanted, actual.quantity.value);
    const Fraction one = score(rule, completion(rule, wanted, reached.low), *row.weight);
    const Fraction other = score(rule, completion(rule, wanted, reached.high), *row.weight);
    const Interval first = around(one, one);
    const Interval second = around(other, other);
    row.predictions.push_back({{{std::min(first.low, second.low), std::max(first.high, second.high)}},
                               score(rule, nominal, *row.weight).rounded(scale),
                               spell(rule, nominal, quotient_of(rule, target, actual), *row.weight, scale)});
  }
  row.completion = completion(row.choice->candidates.front(), wanted, actual.quantity.value).floor(guard_places);
}

bool far_above(const PerformanceValue& target, const PerformanceValue& actual, const RuleSet& set) {
  return set.over && actual.quantity.value * hundred > target.quantity.value * *set.over;
}

/// Far above its target: the whole weight, with a reason, or what a rule leaves of it. Without such a rule a person
/// says.
void predict_lowered(Row& row, const PerformanceValue& target, const PerformanceValue& actual, const RuleSet& set) {
  if (set.beyond.candidates.empty()) return;
  Prediction prediction = exactly(*row.weight, {});
  prediction.expected.reset();
  for (std::size_t index = 0; index < set.beyond.candidates.size(); ++index) {
    const Rule& rule = set.beyond.candidates[index];
    const Fraction left = completion(rule, target.quantity.value, actual.quantity.value);
    const Fraction earned = score(rule, left, *row.weight);
    prediction.attainable.push_back(around(earned, earned));
    if (set.beyond.configured != index) continue;
    prediction.expected = earned.rounded(set.decimals);
    prediction.calculation = spell(rule, left, quotient_of(rule, target, actual), *row.weight, set.decimals);
  }
  row.soft = true;  // how much it costs is not always told
  predict_same(row, prediction);
}

void predict_figures(Row& row, const PerformanceValue& target, const PerformanceValue& actual, const RuleSet& set) {
  const Decimal& wanted = target.quantity.value;
  const Decimal& reached = actual.quantity.value;
  const bool below_full = *row.score < *row.weight;
  const bool upwards = row.group.kind == RowKind::at_least || row.group.kind == RowKind::satisfaction;
  if (wanted.is_zero() && !upwards && row.fulfilment != Fulfilment::met) {
    // Of zero there is no ratio, only yes or no.
    return predict_same(row, exactly(Decimal(), compared(target, actual, Decimal())));
  }
  if (row.fulfilment == Fulfilment::beyond) {
    row.reason = Reason::beyond_target;
  } else if (row.fulfilment == Fulfilment::met) {
    if (row.group.kind == RowKind::at_most && reached.is_zero() && !wanted.is_zero()) {
      row.reason = Reason::not_done;
      Prediction either = exactly(*row.weight, compared(target, actual, *row.weight));
      either.attainable.push_back(Interval::exactly(Decimal()));
      return predict_same(row, either);
    }
    if (upwards && below_full && far_above(target, actual, set)) {
      row.reason = Reason::over_fulfilled;
      return predict_lowered(row, target, actual, set);
    }
    predict_same(row, exactly(*row.weight, compared(target, actual, *row.weight)));
  } else if (wanted.sign() <= 0 || reached.sign() < 0) {
    row.reason = Reason::judgement;  // a negative rate of growth has no completion
  } else {
    predict_missed(row, target, actual, set.decimals);
  }
}

void predict_date(Row& row, const PerformanceValue& target, const PerformanceValue& actual) {
  const bool met = row.fulfilment == Fulfilment::met;
  const bool between = !row.score->is_zero() && *row.score < *row.weight;
  if (!met && between) {
    row.reason = Reason::judgement;  // what a late completion still earns is stated nowhere
    return;
  }
  row.soft = !met;
  const Decimal result = met ? *row.weight : Decimal();
  predict_same(row, exactly(result, fmt::format("{} {} {} → {}", actual.text, met ? "<=" : ">", target.text,
                                                result.to_string())));
}

void predict_quality(Row& row, const PerformanceValue& actual, const RuleSet& set) {
  const auto band = set.bands.find(actual.grade);
  if (band == set.bands.end()) {
    // The aim repeated as its own result: full marks follow, anything less is somebody's judgement.
    if (row.fulfilment != Fulfilment::met || *row.score < *row.weight) {
      row.reason = Reason::judgement;
      return;
    }
    return predict_same(row, exactly(*row.weight, actual.text + " → " + row.weight->to_string()));
  }
  const Decimal low = Fraction{*row.weight * band->second.low, hundred}.rounded(set.decimals);
  const Decimal high = Fraction{*row.weight * band->second.high, hundred}.rounded(set.decimals);
  Prediction prediction{{{low, high}}, std::nullopt, {}};
  const std::string shown = low.trimmed().to_string();
  if (low == high) prediction.expected = low;
  prediction.calculation = actual.text + " → " + (low == high ? shown : shown + "–" + high.trimmed().to_string());
  row.soft = true;  // judge.cpp knows when other rows make it sure
  predict_same(row, prediction);
}

void predict(Row& row, const cube::Indicator& indicator, int year, const RuleSet& set) {
  const auto [target, actual] = cube::read_pair(indicator.target.text, indicator.actual.text, year);
  row.group.kind = kind_of(indicator, target, actual);
  row.group.type = target.type;
  row.choice = choice_of(row.group.kind, set);
  row.fulfilment = cube::fulfilment(target, actual);
  row.grade = actual.grade;
  if (!row.weight || !row.score || target.type == ValueType::empty || actual.type == ValueType::empty) {
    row.reason = Reason::not_printed;
    return;
  }
  if (row.group.kind == RowKind::quality) return predict_quality(row, actual, set);
  if (row.fulfilment == Fulfilment::other_dimension) row.reason = Reason::other_dimension;
  if (row.fulfilment == Fulfilment::unknown) row.reason = Reason::judgement;
  if (row.group.kind == RowKind::unstated) {
    // Without an operator "less" is good of a cost and bad of a quantity.
    row.soft = true;
    if (is_cost(indicator) && row.fulfilment != Fulfilment::met) row.reason = Reason::judgement;
  }
  if (row.reason != Reason::none) return;
  if (row.group.kind == RowKind::date) return predict_date(row, target, actual);
  if (row.choice != nullptr) return predict_figures(row, target, actual, set);
  // Free text: only its repetition says anything.
  predict_quality(row, actual, set);
}

/// A figure that does not fit into 64 bits leaves the row to a person.
template <typename Work>
void guarded(Row& row, Work work) {
  try {
    work();
  } catch (const money::Overflow&) {
    row.predictions.clear();
    row.reason = Reason::too_large;
  }
}

}  // namespace

std::string_view id_of(RowKind kind) {
  constexpr std::array<std::string_view, 9> ids{"execution",    "at-least", "equal",   "unstated", "at-most",
                                                "satisfaction", "date",     "quality", "other"};
  return ids.at(static_cast<std::size_t>(kind));
}

const cube::MoneyRow* execution_row(const cube::PerformanceTable& table) {
  const auto found = std::find_if(table.money.begin(), table.money.end(),
                                  [](const cube::MoneyRow& row) { return row.member == "total"; });
  return found == table.money.end() ? nullptr : &*found;
}

Row read_execution(const cube::MoneyRow& money, const RuleSet& set) {
  Row row;
  row.group.kind = RowKind::execution;
  row.choice = &set.execution;
  row.score = printed_figure(money.score.text);
  row.weight = money.weight.empty() ? set.execution_weight : printed_figure(money.weight.text);
  const auto budget = printed_figure(money.budget.text);
  const auto spent = printed_figure(money.spent.text);
  Execution execution{std::nullopt, printed_figure(money.rate.text), {}};
  if (execution.rate && execution.rate->sign() < 0) execution.rate.reset();
  if (budget && spent && budget->sign() > 0 && spent->sign() >= 0) {
    execution.exact = Fraction{*spent, *budget};
    execution.quotient = spent->to_string() + " / " + budget->to_string();
  } else if (execution.rate) {
    execution.quotient = execution.rate->to_string() + "%";
  }
  if (!row.score || !row.weight) {
    row.reason = money.score.empty() ? Reason::not_printed : Reason::unreadable;
  } else if (budget && budget->is_zero()) {
    row.reason = Reason::no_base;
  } else if (!execution.exact && !execution.rate) {
    row.reason = Reason::not_printed;
  }
  if (row.reason != Reason::none) return row;
  guarded(row, [&] {
    for (const Rule& rule : set.execution.candidates) {
      row.predictions.push_back(predict_execution(rule, execution, *row.weight, set.decimals));
    }
    const Fraction rate = execution.exact ? *execution.exact : Fraction{*execution.rate, hundred};
    row.completion = rate.floor(guard_places);
    row.fulfilment = rate.above >= rate.below ? Fulfilment::met : Fulfilment::missed;
  });
  return row;
}

Row read_indicator(const cube::Indicator& indicator, int year, const RuleSet& set) {
  Row row;
  row.weight = printed_figure(indicator.weight.text);
  row.score = printed_figure(indicator.score.text);
  guarded(row, [&] { predict(row, indicator, year, set); });
  return row;
}

}  // namespace mingzhang::scoring
