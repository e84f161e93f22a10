#include "books/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "books/cells.h"
#include "money/decimal.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::books {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

/// Year, month and day of a date with separators.
std::optional<std::array<int, 3>> parts_of(std::string_view text) {
  std::array<int, 3> parts{};
  for (std::size_t index = 0; index < 3; ++index) {
    const auto digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    parts[index] = number_of(digits);
    text.remove_prefix(digits.size());
    constexpr std::array<std::string_view, 3> chinese = {"年", "月", "日"};
    if (text.starts_with(chinese[index]))
      text.remove_prefix(chinese[index].size());
    else if (index < 2 && !text.empty() && std::string_view("-/.").find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    else if (index < 2)
      return std::nullopt;
  }
  if (text.starts_with("T") || text.starts_with("00:00")) text = {};  // the time of day of an export
  return text.empty() ? std::optional(parts) : std::nullopt;
}

}  // namespace

std::optional<std::string> date_of(std::string_view written) {
  const std::string text = text::normal_text(written);
  std::array<int, 3> parts{};
  if (text.size() == 8 && all_digits(text)) {
    const std::string_view digits = text;
    parts = {number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)), number_of(digits.substr(6, 2))};
  } else {
    const auto found = parts_of(text);
    if (!found) return std::nullopt;
    parts = *found;
  }
  const auto [year, month, day] = parts;
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
    return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<std::string> year_of(std::string_view written) {
  std::string text = text::normal_text(written);
  for (const std::string_view ending : {"年度", "年"})
    if (text.ends_with(ending)) text.resize(text.size() - ending.size());
  if (text.size() != 4 || !all_digits(text) || text < "1990" || text > "2099") return std::nullopt;
  return text;
}

std::optional<std::int64_t> amount_of(const std::string& written, int power, bool whole, bool may_be_negative,
                                      std::vector<Problem>& problems) {
  const auto refuse = [&](const char* code) {
    problems.push_back({"amount", code, written});
    return std::nullopt;
  };
  try {
    const bool plain = written.find_first_not_of("0123456789.,-") == std::string::npos;
    const auto parsed = money::parse_decimal(plain ? written : text::normal_text(written));
    if (!parsed) return refuse("bad-number");
    const auto value = parsed->shifted(power).trimmed();
    if (value.sign() < 0 && !may_be_negative) return refuse("negative");
    if (value.scale() > (whole ? 0 : 2)) return refuse("decimals");
    const auto hundredths = value.shifted(2).rounded(0).mantissa();
    if (hundredths > most_hundredths || hundredths < -most_hundredths) return refuse("too-large");
    return hundredths;
  } catch (const money::Overflow&) {
    return refuse("too-large");
  }
}

bool is_clean(std::string_view value) {
  if (value.size() > most_bytes || text::first_invalid(value) != std::string_view::npos) return false;
  for (std::size_t index = 0; index < value.size(); ++index) {
    const auto byte = static_cast<unsigned char>(value[index]);
    if ((byte < ' ' && byte != '\n') || byte == 0x7F) return false;
    if (byte == 0xC2 && index + 1 < value.size() && static_cast<unsigned char>(value[index + 1]) < 0xA0) return false;
  }
  return true;
}

std::optional<std::string> cell_of(std::string_view written) {
  const auto cell = parse_cell(written);
  if (!cell) return std::nullopt;
  return key_of(*cell);
}

}  // namespace mingzhang::books
