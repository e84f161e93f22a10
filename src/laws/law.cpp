#include "laws/law.h"

#include <algorithm>
#include <array>

#include "laws/balance.h"
#include "laws/quotient.h"

namespace mingzhang::laws {
namespace {

using money::Decimal;

constexpr auto rule_ids = std::to_array<std::string_view>(
    {"agreement", "closed-list", "open-list", "equation", "change", "growth", "deviation", "completion", "share",
     "direction", "name-count", "staff-over"});  // in the order of Rule

/// Copies. In one unit and with one precision they are the same number or a slip; a last place that differs by one is
/// mostly a copy that was rounded again. Counts are never rounded, so for them there is no such excuse.
Outcome judge_copies(const cube::Quantity& a, const cube::Quantity& b) {
  const Decimal difference = (a.value - b.value).abs();
  if (difference.is_zero()) return Outcome::holds;
  const Decimal coarser = std::max(a.half, b.half);
  const Decimal step = times_small(coarser, 2);
  if (a.unit == b.unit && a.power == b.power && a.half == b.half) {
    return difference <= step ? Outcome::tail : Outcome::broken;
  }
  const Decimal gap = difference - a.half - b.half;
  if (gap.sign() <= 0) return Outcome::holds;
  return gap < step ? Outcome::tail : Outcome::broken;
}

/// The two terms of a sum of which all others are zero; nothing if there are more, or no other.
std::optional<std::array<std::uint32_t, 2>> only_two(const Law& law, Figures figures) {
  std::array<const Term*, 2> found{};
  std::size_t count = 0;
  for (const Term& term : law.terms) {
    if (figures[term.figure].value.is_zero()) continue;
    if (count == found.size()) return std::nullopt;
    found[count++] = &term;
  }
  if (law.terms.size() < 2 || count != 2 || found[0]->sign != -found[1]->sign || std::abs(found[0]->sign) != 1)
    return std::nullopt;
  return std::array{found[0]->figure, found[1]->figure};
}

Outcome judge_linear(const Law& law, Figures figures) {
  if (compares_two(law)) return judge_copies(figures[law.terms[0].figure], figures[law.terms[1].figure]);
  const Outcome outcome = weigh(law, balance_of(law.terms, figures));
  if (outcome != Outcome::holds || law.open || !law.slack.is_zero()) return outcome;
  // A whole of one part is a copy of it: there is nothing that rounding could have moved.
  const auto two = only_two(law, figures);
  return two ? judge_copies(figures[(*two)[0]], figures[(*two)[1]]) : outcome;
}

bool all_zero(const std::vector<Term>& terms, Figures figures) {
  return std::all_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return figures[term.figure].value.is_zero(); });
}

/// A direction is wrong only if no attainable value has it. "增加 0.00" between zeros is how forms are filled in;
/// between equal counts of something it is a slip.
Outcome judge_sign(const Law& law, Figures figures) {
  const Balance balance = balance_of(law.terms, figures);
  if (law.direction == 0) return balance.sum.abs() <= balance.halves ? Outcome::holds : Outcome::broken;
  const int farthest = law.direction > 0 ? balance.high().sign() : -balance.low().sign();
  if (farthest != 0) return farthest > 0 ? Outcome::holds : Outcome::broken;
  const bool exact = balance.halves.is_zero();
  return !exact || all_zero(law.terms, figures) ? Outcome::holds : Outcome::broken;
}

std::optional<Decimal> mend_linear(const Law& law, Figures figures, std::uint32_t figure) {
  const int coefficient = coefficient_of(law.terms, figure);
  if (coefficient == 0) return std::nullopt;
  const cube::Quantity& unknown = figures[figure];
  const Decimal sum = balance_of(law.terms, figures).sum;
  if (coefficient == 1 || coefficient == -1) {
    const Decimal value = unknown.value - times_small(sum, coefficient);
    return unknown.half.is_zero() ? value : rounded_like(unknown, value);
  }
  const Decimal rest = sum - times_small(unknown.value, coefficient);
  return rounded_like(unknown, money::divide(-rest, Decimal(coefficient), 1, Decimal::max_scale / 2).floor);
}

}  // namespace

std::string_view id_of(Rule rule) {
  return rule_ids[static_cast<std::size_t>(rule)];
}

std::optional<Rule> rule_named(std::string_view id) {
  const auto found = std::find(rule_ids.begin(), rule_ids.end(), id);
  if (found == rule_ids.end()) return std::nullopt;
  return static_cast<Rule>(found - rule_ids.begin());
}

Verdict judge(const Law& law, Figures figures) {
  try {
    switch (law.form) {
      case Form::linear:
        return {judge_linear(law, figures), false};
      case Form::quotient:
        return judge_quotient(law, figures);
      case Form::sign:
        return {judge_sign(law, figures), false};
    }
  } catch (const money::Overflow&) {
    // Numbers of a size that no budget has: nothing can be said of them here.
  }
  return {Outcome::untestable, false};
}

std::optional<Decimal> mend(const Law& law, Figures figures, std::uint32_t figure) {
  try {
    switch (law.form) {
      case Form::linear:
        return mend_linear(law, figures, figure);
      case Form::quotient:
        return mend_quotient(law, figures, figure);
      case Form::sign:
        break;  // any value of one sign would do
    }
  } catch (const money::Overflow&) {
    // The solution does not fit, so it is none.
  }
  return std::nullopt;
}

std::vector<std::uint32_t> figures_of(const Law& law) {
  std::vector<std::pair<std::uint32_t, std::size_t>> seen;  // figure, place in the law
  const auto add = [&seen](std::uint32_t figure) { seen.emplace_back(figure, seen.size()); };
  for (const Term& term : law.terms) add(term.figure);
  if (law.form == Form::quotient) {
    for (const Term& term : law.denominator) add(term.figure);
    add(law.result);
  }
  std::sort(seen.begin(), seen.end());
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  seen.erase(std::unique(seen.begin(), seen.end(), same), seen.end());
  std::sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<std::uint32_t> figures;
  figures.reserve(seen.size());
  for (const auto& entry : seen) figures.push_back(entry.first);
  return figures;
}

}  // namespace mingzhang::laws
