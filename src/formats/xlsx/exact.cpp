#include "formats/xlsx/exact.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace mingzhang::formats {
namespace {

/// libxlsxwriter prints a cell with "%.16G", whatever the double could tell beyond that.
constexpr int digits_in_file = 16;
/// An amount has at most 19 digits; a longer text is no amount.
constexpr std::size_t longest = 40;

std::optional<double> parse(std::string_view digits) {
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc() || result.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string printed(double value, std::chars_format format, int precision) {
  std::array<char, 400> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
  return result.ec == std::errc() ? std::string(buffer.data(), result.ptr) : std::string();
}

/// Sign and digits without grouping, leading zeros or a missing whole part; empty if the text is no plain number.
std::string plain(std::string_view text) {
  std::string digits;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != ','; });
  const bool known = digits.find_first_not_of("0123456789.") == std::string::npos;
  if (!known || digits.empty() || digits.size() > longest || std::count(digits.begin(), digits.end(), '.') > 1 ||
      digits.front() == '.' || digits.back() == '.') {
    return "";
  }
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  digits.erase(0, digits[zeros] == '.' ? zeros - 1 : zeros);
  return negative && digits.find_first_not_of("0.") != std::string::npos ? "-" + digits : digits;
}

}  // namespace

std::optional<double> exact_double(std::string_view text, int decimals) {
  std::string digits = plain(text);
  if (digits.empty()) return std::nullopt;
  const auto value = parse(digits);
  if (!value) return std::nullopt;
  const auto held = parse(printed(*value, std::chars_format::general, digits_in_file));

  std::size_t point = digits.find('.');
  if (point == std::string::npos) point = digits.size();
  std::size_t places = point == digits.size() ? 0 : digits.size() - point - 1;
  if (places == 0 && decimals > 0) digits += '.';
  for (; places < static_cast<std::size_t>(std::max(decimals, 0)); ++places) digits += '0';
  if (!held || printed(*held, std::chars_format::fixed, static_cast<int>(places)) != digits) return std::nullopt;
  return value;
}

}  // namespace mingzhang::formats
