#include "money/decimal.h"

#include <algorithm>

#include "money/wide.h"

namespace mingzhang::money {
namespace {

/// The number mantissa * 10^-scale. Gives up trailing zeros after the point when that is what makes it fit: the value
/// is the same, and 0.000001 * 1.0000000 should not fail for the look of it.
Decimal fitted(Wide mantissa, int scale) {
  while ((scale > Decimal::max_scale || !fits_64(mantissa)) && scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  if (!fits_64(mantissa)) throw Overflow("decimal mantissa");
  return Decimal(static_cast<std::int64_t>(mantissa), scale);
}

/// The mantissa of value at a scale not smaller than its own; at most 2^63 * 10^12 < 2^103.
Wide mantissa_at(const Decimal& value, int scale) {
  return times(value.mantissa(), power_of_ten(scale - value.scale()));
}

std::string digits_of(const Decimal& value, bool grouped) {
  std::string digits = std::to_string(static_cast<std::uint64_t>(magnitude(value.mantissa())));
  const auto decimals = static_cast<std::size_t>(value.scale());
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - decimals;
  if (decimals > 0) digits.insert(whole, 1, '.');
  if (grouped) {
    for (std::size_t place = whole; place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  }
  if (value.sign() < 0) digits.insert(0, 1, '-');
  return digits;
}

}  // namespace

Decimal Decimal::operator-() const {
  return fitted(-static_cast<Wide>(mantissa_), scale_);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  return fitted(mantissa_at(a, scale) + mantissa_at(b, scale), scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  return fitted(mantissa_at(a, scale) - mantissa_at(b, scale), scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return fitted(times(a.mantissa(), b.mantissa()), a.scale() + b.scale());
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale() == b.scale()) return a.mantissa() <=> b.mantissa();
  const int scale = std::max(a.scale(), b.scale());
  const Wide left = mantissa_at(a, scale);
  const Wide right = mantissa_at(b, scale);
  if (left == right) return std::strong_ordering::equal;
  return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

Decimal Decimal::shifted(int power) const {
  // More than any shift of a mantissa can survive, and small enough for the sums below.
  constexpr int farthest = 40;
  const int scale = scale_ - std::clamp(power, -farthest, farthest);
  if (is_zero()) return Decimal(0, std::clamp(scale, 0, max_scale));
  if (scale >= 0) return fitted(mantissa_, scale);
  constexpr int decimal_digits_of_int64 = 19;
  if (-scale >= decimal_digits_of_int64) throw Overflow("decimal shift");
  return fitted(times(mantissa_, power_of_ten(-scale)), 0);
}

Decimal Decimal::rounded(int scale) const {
  const Decimal unit(1, scale);  // refuses a scale out of range
  if (scale >= scale_) {
    const Wide mantissa = mantissa_at(*this, scale);
    if (!fits_64(mantissa)) throw Overflow("decimal with more decimals");
    return Decimal(static_cast<std::int64_t>(mantissa), unit.scale());
  }
  const auto divisor = static_cast<std::int64_t>(power_of_ten(scale_ - scale));
  std::int64_t quotient = mantissa_ / divisor;
  const std::int64_t rest = mantissa_ % divisor;
  if (2 * (rest < 0 ? -rest : rest) >= divisor) quotient += sign();
  return Decimal(quotient, scale);
}

Decimal Decimal::trimmed() const {
  std::int64_t mantissa = mantissa_;
  int scale = scale_;
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return Decimal(mantissa, scale);
}

std::string Decimal::to_string() const {
  return digits_of(*this, false);
}

std::string Decimal::grouped() const {
  return digits_of(*this, true);
}

}  // namespace mingzhang::money
