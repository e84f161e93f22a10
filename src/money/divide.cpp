#include "money/decimal.h"
#include "money/wide.h"

namespace mingzhang::money {
namespace {

/// Magnitude of the quotient cut off after the wanted decimals, and whether something was cut off.
struct CutQuotient {
  UnsignedWide whole = 0;
  bool inexact = false;
};

void require_64(UnsignedWide value) {
  constexpr UnsignedWide limit = UnsignedWide{1} << 63;
  if (value > limit) throw Overflow("quotient");
}

/// numerator * 10^decimals / denominator by long division: the product itself could need more than 128 bits although
/// the quotient fits. denominator * 10 must fit.
CutQuotient long_division(UnsignedWide numerator, UnsignedWide denominator, int decimals) {
  UnsignedWide quotient = numerator / denominator;
  UnsignedWide rest = numerator % denominator;
  require_64(quotient);
  for (int i = 0; i < decimals; ++i) {
    rest *= 10;
    quotient = quotient * 10 + rest / denominator;
    rest %= denominator;
    require_64(quotient);
  }
  return {quotient, rest != 0};
}

Decimal signed_decimal(UnsignedWide value, bool negative, int scale) {
  const Wide mantissa = negative ? -static_cast<Wide>(value) : static_cast<Wide>(value);
  if (!fits_64(mantissa)) throw Overflow("quotient");
  return Decimal(static_cast<std::int64_t>(mantissa), scale);
}

}  // namespace

QuotientBounds divide(const Decimal& numerator, const Decimal& denominator, std::int64_t factor, int scale) {
  if (denominator.is_zero()) throw std::domain_error("division by zero");
  const Decimal unit(1, scale);                                                      // refuses a scale out of range
  const UnsignedWide product = magnitude(numerator.mantissa()) * magnitude(factor);  // at most 2^126
  UnsignedWide divisor = magnitude(denominator.mantissa());
  const int decimals = unit.scale() + denominator.scale() - numerator.scale();
  if (decimals < 0) divisor *= static_cast<UnsignedWide>(power_of_ten(-decimals));  // at most 2^63 * 10^12
  const CutQuotient cut = long_division(product, divisor, decimals);

  const bool negative = ((numerator.sign() < 0) != (denominator.sign() < 0)) != (factor < 0);
  const Decimal toward_zero = signed_decimal(cut.whole, negative, scale);
  if (!cut.inexact) return {toward_zero, toward_zero};
  const Decimal away = signed_decimal(cut.whole + 1, negative, scale);
  return negative ? QuotientBounds{away, toward_zero} : QuotientBounds{toward_zero, away};
}

}  // namespace mingzhang::money
