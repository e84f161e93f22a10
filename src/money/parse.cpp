#include <algorithm>

#include "money/decimal.h"
#include "money/wide.h"

namespace mingzhang::money {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "1254" or "1,254": one to three digits, then groups of exactly three.
bool is_whole_part(std::string_view text) {
  std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return all_digits(text);
  if (comma > 3 || !all_digits(text.substr(0, comma))) return false;
  while (comma != std::string_view::npos) {
    text.remove_prefix(comma + 1);
    comma = text.find(',');
    if (text.substr(0, comma).size() != 3 || !all_digits(text.substr(0, comma))) return false;
  }
  return true;
}

/// Appends the digits of text to mantissa, which stays below 2^63 + 1.
void append_digits(Wide& mantissa, std::string_view text) {
  const Wide limit = -static_cast<Wide>(std::numeric_limits<std::int64_t>::min());
  for (const char c : text) {
    if (c == ',') continue;
    mantissa = times(mantissa, 10) + (c - '0');
    if (mantissa > limit) throw Overflow("too many digits");
  }
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!is_whole_part(whole)) return std::nullopt;
  if (point != std::string_view::npos && !all_digits(decimals)) return std::nullopt;

  // Only now is it a number, so only now may it be one that does not fit.
  if (decimals.size() > static_cast<std::size_t>(Decimal::max_scale)) throw Overflow("too many decimals");
  Wide mantissa = 0;
  append_digits(mantissa, whole);
  append_digits(mantissa, decimals);
  if (negative) mantissa = -mantissa;
  if (!fits_64(mantissa)) throw Overflow("too many digits");
  return Decimal(static_cast<std::int64_t>(mantissa), static_cast<int>(decimals.size()));
}

}  // namespace mingzhang::money
