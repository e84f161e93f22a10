// Exact decimal numbers: the only numbers that figures are made of.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace mingzhang::money {

/// Thrown when a result does not fit; a figure is never silently cut.
class Overflow : public std::overflow_error {
 public:
  using std::overflow_error::overflow_error;
};

/// mantissa * 10^-scale. Sums and products are exact (in 128 bits on the way) or throw Overflow.
/// The scale is the number of decimals as printed: 12.50 keeps scale 2, and equals 12.5. Results have the scale that
/// arithmetic gives them (the larger one, the sum); they lose trailing zeros only where they would not fit otherwise.
class Decimal {
 public:
  static constexpr int max_scale = 12;

  constexpr Decimal() = default;
  /// Throws Overflow if scale lies outside 0..max_scale.
  constexpr explicit Decimal(std::int64_t mantissa, int scale = 0) : mantissa_(mantissa), scale_(scale) {
    if (scale < 0 || scale > max_scale) throw Overflow("decimal scale");
  }

  constexpr std::int64_t mantissa() const { return mantissa_; }
  constexpr int scale() const { return scale_; }
  constexpr bool is_zero() const { return mantissa_ == 0; }
  constexpr int sign() const { return mantissa_ < 0 ? -1 : mantissa_ > 0 ? 1 : 0; }
  /// One unit of the last printed place: 0.01 for 12.50.
  Decimal unit() const { return Decimal(1, scale_); }

  Decimal operator-() const;
  Decimal abs() const { return sign() < 0 ? -*this : *this; }
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);  ///< by value
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  /// Times 10^power (power may be negative): 12.50 shifted by 4 is 125000.
  Decimal shifted(int power) const;
  /// The same value with fewer or more decimals; half away from zero when digits are dropped.
  Decimal rounded(int scale) const;
  /// Without trailing zeros after the point.
  Decimal trimmed() const;

  std::string to_string() const;  ///< "-1254.76"
  std::string grouped() const;    ///< "-1,254.76"

 private:
  std::int64_t mantissa_ = 0;
  int scale_ = 0;
};

/// [-+]digits[.digits], digits may be grouped by "," in threes; nothing before or after. Empty if it is no such
/// number; throws Overflow if it is one that does not fit, in digits or in decimals (more than max_scale).
std::optional<Decimal> parse_decimal(std::string_view text);

/// floor and ceiling of factor * numerator / denominator at `scale` decimals. Throws Overflow if they do not fit, and
/// std::domain_error for denominator == 0, which callers exclude.
struct QuotientBounds {
  Decimal floor, ceiling;
};
QuotientBounds divide(const Decimal& numerator, const Decimal& denominator, std::int64_t factor, int scale);

}  // namespace mingzhang::money
