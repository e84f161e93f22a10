#include "publish/compare.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Claim;
using money::Decimal;

namespace {

/// 100 * numerator / denominator, half away from zero. The floor to one place more tells exactly on which side of the
/// half a positive quotient lies.
Decimal percent(const Decimal& numerator, const Decimal& denominator, int decimals) {
  const int sign = numerator.sign() * denominator.sign();
  const auto bounds = money::divide(numerator.abs(), denominator.abs(), 100, decimals + 1);
  const Decimal rounded = bounds.floor.rounded(decimals);
  return sign < 0 ? -rounded : rounded;
}

}  // namespace

std::optional<Decimal> Comparer::stated(Claim claim, const Cell& subject, const Cell& base) const {
  return material_.stated == nullptr ? std::nullopt : material_.stated->stated(claim, subject, base);
}

Decimal Comparer::value(const Cell& cell) const {
  const auto found = figure(cell);
  return found ? found->quantity.value : Decimal();
}

Decimal Comparer::change(const Cell& subject, const Cell& base, int power, int scale) const {
  if (const auto said = stated(Claim::change, subject, base)) return *said;
  return (value(subject) - value(base)).shifted(-power).rounded(scale).shifted(power);
}

int Comparer::direction(const Cell& subject, const Cell& base, int power, int scale) const {
  if (const auto said = stated(Claim::direction, subject, base)) {
    const auto change = stated(Claim::change, subject, base);
    return change && change->is_zero() ? 0 : said->sign();
  }
  return change(subject, base, power, scale).sign();
}

Decimal Comparer::growth(Claim claim, const Cell& subject, const Cell& base, int decimals) const {
  if (const auto said = stated(claim, subject, base)) return *said;
  const Decimal before = value(base), now = value(subject);
  if (before.is_zero()) return Decimal(now.is_zero() ? 0 : 100).rounded(decimals);
  return percent(now - before, before, decimals);
}

std::optional<Decimal> Comparer::portion(Claim claim, const Cell& subject, const Cell& whole, int decimals) const {
  if (const auto said = stated(claim, subject, whole)) return *said;
  const Decimal all = value(whole);
  if (all.is_zero()) return std::nullopt;
  return percent(value(subject), all, decimals);
}

}  // namespace mingzhang::publish
