#include "laws/balance.h"

#include <algorithm>

namespace mingzhang::laws {
namespace {

using money::Decimal;

/// The decimals, in the printed unit, that a figure has room for.
int places_of(const cube::Quantity& figure) {
  constexpr int amount_places = 2;
  int places = figure.scale;
  // A written 0 is exact, so its precision tells nothing of what could have stood there.
  if (figure.half.is_zero()) return figure.unit.str().starts_with("元") ? std::max(places, amount_places) : places;
  const Decimal step = figure.step();
  while (places < Decimal::max_scale && Decimal(1, places).shifted(figure.power) > step) ++places;
  return places;
}

}  // namespace

Decimal times_small(const Decimal& value, int factor) {
  if (factor == 1) return value;
  if (factor == -1) return -value;
  return value * Decimal(factor);
}

Balance balance_of(const std::vector<Term>& terms, Figures figures) {
  Balance balance;
  for (const Term& term : terms) {
    const cube::Quantity& figure = figures[term.figure];
    balance.sum = balance.sum + times_small(figure.value, term.sign);
    balance.halves = balance.halves + times_small(figure.half, std::abs(term.sign));
  }
  return balance;
}

int coefficient_of(const std::vector<Term>& terms, std::uint32_t figure) {
  int coefficient = 0;
  for (const Term& term : terms) {
    if (term.figure == figure) coefficient += term.sign;
  }
  return coefficient;
}

bool compares_two(const Law& law) {
  return law.form == Form::linear && law.rule == Rule::agreement && !law.open && law.terms.size() == 2 &&
         law.terms[0].sign == -law.terms[1].sign;
}

Outcome weigh(const Law& law, const Balance& balance) {
  if (law.open) return (balance.high() + law.slack).sign() >= 0 ? Outcome::holds : Outcome::broken;
  return balance.sum.abs() <= balance.halves + law.slack ? Outcome::holds : Outcome::broken;
}

Decimal rounded_like(const cube::Quantity& figure, const Decimal& value) {
  return value.shifted(-figure.power).rounded(places_of(figure)).shifted(figure.power);
}

}  // namespace mingzhang::laws
