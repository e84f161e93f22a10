#include "laws/quotient.h"

#include <algorithm>
#include <array>

#include "laws/balance.h"

namespace mingzhang::laws {
namespace {

using money::Decimal;
using money::Interval;

/// Bounds are computed this many places behind the printed ones, and rounded outwards.
constexpr int guard_places = 4;
/// More figures than this have too many corners; the two sums are then taken as independent intervals.
constexpr std::size_t most_varied = 6;

/// A figure that may stand above and below the line: whatever its true value is, it is the same in both.
struct Factor {
  std::uint32_t figure = 0;
  int above = 0, below = 0;
  Interval interval;
};

struct Factors {
  std::array<Factor, most_varied> list;
  std::size_t count = 0;
  bool complete = true;

  void add(const Term& term, bool above, Figures figures) {
    std::size_t index = 0;
    while (index < count && list[index].figure != term.figure) ++index;
    if (index == most_varied) {
      complete = false;
      return;
    }
    if (index == count) list[count++] = {term.figure, 0, 0, figures[term.figure].interval()};
    (above ? list[index].above : list[index].below) += term.sign;
  }
};

Factors factors_of(const Law& law, Figures figures) {
  Factors factors;
  for (const Term& term : law.terms) {
    factors.add(term, true, figures);
    if (!factors.complete) return factors;
  }
  for (const Term& term : law.denominator) {
    factors.add(term, false, figures);
    if (!factors.complete) return factors;
  }
  return factors;
}

/// The attainable values of a quotient whose base has a known sign.
class Range {
 public:
  Range(int base_sign, int factor, int scale) : base_sign_(base_sign), factor_(factor), scale_(scale) {}

  void add(const Decimal& numerator, const Decimal& denominator) {
    if (denominator.sign() != base_sign_) {
      // Rounding can carry the base to zero: there is no end on the side to which the quotient then runs.
      const int side = numerator.sign() * base_sign_;
      if (side > 0) unbounded_above_ = true;
      if (side < 0) unbounded_below_ = true;
      return;
    }
    const money::QuotientBounds bounds = money::divide(numerator, denominator, factor_, scale_);
    if (!any_ || bounds.floor < ends_.low) ends_.low = bounds.floor;
    if (!any_ || bounds.ceiling > ends_.high) ends_.high = bounds.ceiling;
    any_ = true;
  }

  /// Both extremes of a quotient of sums lie on corners of the box of its figures.
  void add_corners(const Factors& factors, std::size_t index, const Decimal& numerator, const Decimal& denominator) {
    if (index == factors.count) {
      add(numerator, denominator);
      return;
    }
    const Factor& factor = factors.list[index];
    const auto descend = [&](const Decimal& value) {
      add_corners(factors, index + 1, numerator + times_small(value, factor.above),
                  denominator + times_small(value, factor.below));
    };
    descend(factor.interval.low);
    if (!factor.interval.is_exact()) descend(factor.interval.high);
  }

  Decimal distance_to(const Decimal& value) const {
    if (unbounded_above_ && value > ends_.high) return Decimal();
    if (unbounded_below_ && value < ends_.low) return Decimal();
    return money::distance(value, ends_);
  }

 private:
  int base_sign_, factor_, scale_;
  bool any_ = false, unbounded_below_ = false, unbounded_above_ = false;
  Interval ends_;
};

int scale_of_bounds(const cube::Quantity& result) {
  return std::clamp(result.scale - result.power + guard_places, 0, Decimal::max_scale);
}

Outcome outcome_at(const Decimal& distance, const Decimal& step) {
  if (times_small(distance, 2) <= step) return Outcome::holds;
  return distance <= step ? Outcome::tail : Outcome::broken;
}

Outcome holds_if(bool condition) {
  return condition ? Outcome::holds : Outcome::broken;
}

/// No rate is computed on base zero. As growth, 100 % is what the published manuals print; a budget of zero has no
/// completion at all.
Verdict judge_zero_base(const Law& law, const Decimal& numerator, const Decimal& stated, int factor) {
  const bool hundred = stated.abs() == Decimal(factor);
  Verdict verdict;
  switch (law.rule) {
    case Rule::growth:
    case Rule::deviation:
      verdict.outcome = holds_if(numerator.is_zero() ? stated.is_zero() : hundred);
      break;
    case Rule::completion:
      verdict.outcome = holds_if(numerator.is_zero() && (stated.is_zero() || hundred));
      break;
    default:
      verdict.outcome = holds_if(stated.is_zero());
  }
  verdict.base_zero = verdict.outcome == Outcome::broken && !numerator.is_zero();
  return verdict;
}

/// What stands on base zero; empty where the law has no value.
std::optional<Decimal> value_on_zero_base(const Law& law, const Decimal& numerator, int factor) {
  if (numerator.is_zero() || law.rule == Rule::share) return Decimal();
  if (law.rule == Rule::growth) return Decimal(factor);
  return std::nullopt;
}

Decimal towards_zero(const money::QuotientBounds& bounds) {
  return bounds.floor.sign() >= 0 ? bounds.floor : bounds.ceiling;
}

/// Solves stated * (base + below * x) = factor * (rest + above * x) for x.
std::optional<Decimal> solve(const Law& law, Figures figures, std::uint32_t figure) {
  const int factor = factor_of(law, figures);
  const int above = coefficient_of(law.terms, figure);
  const int below = coefficient_of(law.denominator, figure);
  const cube::Quantity& unknown = figures[figure];
  const Decimal stated = times_small(figures[law.result].value, law.result_sign);
  const Decimal rest = balance_of(law.terms, figures).sum - times_small(unknown.value, above);
  const Decimal base = balance_of(law.denominator, figures).sum - times_small(unknown.value, below);
  const Decimal divisor = times_small(stated, below) - Decimal(factor) * Decimal(above);
  if (divisor.is_zero()) return std::nullopt;
  const int scale = std::clamp(unknown.scale - unknown.power + guard_places, 1, Decimal::max_scale);
  const Decimal value =
      rounded_like(unknown, towards_zero(money::divide(times_small(rest, factor) - stated * base, divisor, 1, scale)));
  if ((base + times_small(value, below)).is_zero()) return std::nullopt;
  return value;
}

}  // namespace

int factor_of(const Law& law, Figures figures) {
  return figures[law.result].unit == "‰" ? 1000 : 100;
}

Verdict judge_quotient(const Law& law, Figures figures) {
  const cube::Quantity& result = figures[law.result];
  const Decimal stated = times_small(result.value, law.result_sign);
  const Balance above = balance_of(law.terms, figures);
  const Balance below = balance_of(law.denominator, figures);
  const int factor = factor_of(law, figures);
  if (below.sum.is_zero()) return judge_zero_base(law, above.sum, stated, factor);

  Range range(below.sum.sign(), factor, scale_of_bounds(result));
  range.add(above.sum, below.sum);
  const Decimal step = result.step();
  const Outcome nominal = outcome_at(range.distance_to(stated), step);
  if (nominal == Outcome::holds) return {nominal, false};  // nearly every law: spares the corners

  // A part is never more than its whole, whatever rounding may have done to the two.
  const bool part = law.rule == Rule::share && above.sum.abs() <= below.sum.abs();
  if (part && stated.abs() > Decimal(factor)) return {Outcome::broken, false};

  const Factors factors = factors_of(law, figures);
  if (factors.complete) {
    range.add_corners(factors, 0, Decimal(), Decimal());
  } else {
    for (const Decimal& numerator : {above.low(), above.high()}) {
      for (const Decimal& denominator : {below.low(), below.high()}) range.add(numerator, denominator);
    }
  }
  const Decimal distance = range.distance_to(stated);
  const Outcome outcome = outcome_at(distance, step);
  return {outcome == Outcome::broken && distance <= step + law.slack ? Outcome::tail : outcome, false};
}

std::optional<Decimal> nominal_quotient(const Law& law, Figures figures, int places) {
  const Decimal below = balance_of(law.denominator, figures).sum;
  if (below.is_zero()) return std::nullopt;
  const Decimal above = times_small(balance_of(law.terms, figures).sum, law.result_sign);
  return towards_zero(money::divide(above, below, factor_of(law, figures), std::clamp(places, 0, Decimal::max_scale)));
}

std::optional<Decimal> mend_quotient(const Law& law, Figures figures, std::uint32_t figure) {
  if (figure != law.result) return solve(law, figures, figure);
  const cube::Quantity& result = figures[law.result];
  // Cut off behind the last printed place first: half away from zero then still rounds as the exact quotient would.
  if (const auto value = nominal_quotient(law, figures, scale_of_bounds(result))) return rounded_like(result, *value);
  return value_on_zero_base(law, balance_of(law.terms, figures).sum, factor_of(law, figures));
}

}  // namespace mingzhang::laws
