#include "formats/spreadsheet/decimal_text.h"

#include <algorithm>
#include <charconv>

namespace mingzhang::formats {
namespace {

constexpr int widest_exponent = 400;  // a double ends at 308
constexpr std::size_t most_digits = 400;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void trim(DecimalText& value) {
  value.digits.erase(0, std::min(value.digits.find_first_not_of('0'), value.digits.size()));
  while (!value.digits.empty() && value.digits.back() == '0') {
    value.digits.pop_back();
    ++value.exponent;
  }
  if (value.digits.empty()) value.exponent = 0;
}

/// Without the last `count` digits, of which the first decides.
DecimalText without_last(DecimalText value, std::size_t count) {
  const bool up = count <= value.digits.size() && value.digits[value.digits.size() - count] >= '5';
  const std::size_t kept = value.digits.size() - std::min(count, value.digits.size());
  value.exponent += static_cast<int>(count);
  value.digits.resize(kept);
  if (up) {
    std::size_t at = kept;
    while (at > 0 && value.digits[at - 1] == '9') value.digits[--at] = '0';
    if (at > 0)
      ++value.digits[at - 1];
    else
      value.digits.insert(0, "1");
  }
  trim(value);
  return value;
}

int magnitude(const DecimalText& value) {
  return static_cast<int>(value.digits.size()) + value.exponent;
}

int compare_sizes(const DecimalText& a, const DecimalText& b) {
  if (a.is_zero() || b.is_zero()) return static_cast<int>(b.is_zero()) - static_cast<int>(a.is_zero());
  if (magnitude(a) != magnitude(b)) return magnitude(a) < magnitude(b) ? -1 : 1;
  return a.digits.compare(b.digits);
}

}  // namespace

std::optional<DecimalText> read_decimal(std::string_view text) {
  DecimalText value;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) value.negative = text[at++] == '-';
  const std::size_t first = at;
  bool point = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    value.digits += text[at];
    if (point) --value.exponent;
  }
  if (value.digits.empty() || at - first > most_digits) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    if (++at < text.size() && text[at] == '+') ++at;
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (error != std::errc() || exponent > widest_exponent || exponent < -widest_exponent) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    value.exponent += exponent;
  }
  if (at != text.size()) return std::nullopt;
  trim(value);
  if (value.is_zero()) value.negative = false;
  return value;
}

DecimalText rounded_to_digits(DecimalText value, std::size_t digits) {
  if (value.digits.size() <= digits) return value;
  const std::size_t surplus = value.digits.size() - digits;
  return without_last(std::move(value), surplus);
}

DecimalText rounded_to_decimals(DecimalText value, int decimals) {
  if (-value.exponent <= decimals) return value;
  const auto surplus = static_cast<std::size_t>(-value.exponent - decimals);
  return without_last(std::move(value), surplus);
}

Layout lay_out(const DecimalText& value, int decimals) {
  std::string all = value.digits;
  const int missing = decimals + value.exponent;  // zeros after the last digit
  all.append(static_cast<std::size_t>(std::max(missing, 0)), '0');
  const auto behind = static_cast<std::size_t>(decimals);
  if (all.size() <= behind) all.insert(0, behind + 1 - all.size(), '0');
  return {all.substr(0, all.size() - behind), all.substr(all.size() - behind)};
}

int compare(const DecimalText& a, const DecimalText& b) {
  const bool a_below = a.negative && !a.is_zero(), b_below = b.negative && !b.is_zero();
  if (a_below != b_below) return a_below ? -1 : 1;
  return a_below ? -compare_sizes(a, b) : compare_sizes(a, b);
}

}  // namespace mingzhang::formats
