// Numbers of cells as the decimal texts that files hold: rounded and laid out digit by digit, never as a double.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// (negative) digits × 10^exponent; without leading zeros, and "" for zero.
struct DecimalText {
  bool negative = false;
  std::string digits;
  int exponent = 0;

  bool is_zero() const { return digits.empty(); }
};

/// "-12.50", "1.2E-3", "0.30000000000000004". Empty for anything else, and beyond 10^±400.
std::optional<DecimalText> read_decimal(std::string_view text);

/// To so many significant digits, half away from zero: what a double means that was written with all its digits.
DecimalText rounded_to_digits(DecimalText value, std::size_t digits);

/// To so many decimals, half away from zero.
DecimalText rounded_to_decimals(DecimalText value, int decimals);

/// Without sign: digits before the point ("0" at least), and exactly `decimals` behind it. `value` has no more of them.
struct Layout {
  std::string whole, fraction;
};
Layout lay_out(const DecimalText& value, int decimals);

/// Negative, 0 or positive, like a - b.
int compare(const DecimalText& a, const DecimalText& b);

}  // namespace mingzhang::formats
