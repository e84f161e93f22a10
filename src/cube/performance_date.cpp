#include <chrono>
#include <optional>

#include "cube/performance_parts.h"

namespace mingzhang::cube {
namespace {

constexpr int december = 12;

int last_day_of(int year, int month) {
  const std::chrono::year_month_day_last last{std::chrono::year(year),
                                              std::chrono::month_day_last(std::chrono::month(unsigned(month)))};
  return static_cast<int>(unsigned(last.day()));
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }

  bool take(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }

  bool take_any(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (take(word)) return true;
    }
    return false;
  }

  /// Digits and one of the words behind them; takes nothing if either is missing.
  std::optional<int> number(std::size_t most_digits, std::initializer_list<std::string_view> words) {
    const std::string_view before = text_;
    int value = 0;
    std::size_t digits = 0;
    for (; digits < text_.size() && text_[digits] >= '0' && text_[digits] <= '9'; ++digits) {
      if (digits == most_digits) return std::nullopt;
      value = value * 10 + (text_[digits] - '0');
    }
    if (digits == 0) return std::nullopt;
    text_.remove_prefix(digits);
    if (words.size() == 0 || take_any(words)) return value;
    text_ = before;
    return std::nullopt;
  }

 private:
  std::string_view text_;
};

bool is_year(int year) {
  constexpr int first = 1949;
  constexpr int last = 2099;
  return year >= first && year <= last;
}

struct Parts {
  int year = 0, month = 0, day = 0;
  bool end = false;  ///< 底, 末
};

/// 2030-11-30, 2030.11.30, 2030/11/30.
bool scan_figures(Scanner& scanner, Parts& parts) {
  const auto year = scanner.number(4, {"-", ".", "/"});
  const auto month = year ? scanner.number(2, {"-", ".", "/"}) : std::nullopt;
  const auto day = month ? scanner.number(2, {}) : std::nullopt;
  if (!day) return false;
  parts = {*year, *month, *day, false};
  return true;
}

bool scan_words(Scanner& scanner, int year, Parts& parts) {
  parts.year = year;
  bool any = false;
  if (const auto printed = scanner.number(4, {"年度", "年"})) {
    parts.year = *printed;
    any = true;
  }
  if (scanner.take_any({"年底", "年末"}) || (any && scanner.take_any({"底", "末"}))) {
    parts.end = true;
    return true;
  }
  if (const auto month = scanner.number(2, {"月份", "月"})) {
    parts.month = *month;
    if (const auto day = scanner.number(2, {"日", "号"})) parts.day = *day;
    // "12月" alone is a duration as well as a month; with a day, an end or a year it is a date.
    any = any || parts.day != 0;
    if (parts.day == 0 && scanner.take_any({"底", "末"})) any = parts.end = true;
  }
  return any;
}

bool valid(const Parts& parts) {
  if (!is_year(parts.year) || parts.month > december) return false;
  return parts.day == 0 || (parts.month != 0 && parts.day <= last_day_of(parts.year, parts.month));
}

Day last_of(const Parts& parts) {
  const int month = parts.month == 0 ? december : parts.month;
  return {parts.year, month, parts.day == 0 ? last_day_of(parts.year, month) : parts.day};
}

Day first_of(const Parts& parts) {
  if (parts.end) return last_of(parts);
  return {parts.year, parts.month == 0 ? 1 : parts.month, parts.day == 0 ? 1 : parts.day};
}

Day day_before_first(const Parts& parts) {
  const int month = parts.month == 0 ? 1 : parts.month;
  if (month == 1) return {parts.year - 1, december, last_day_of(parts.year - 1, december)};
  return {parts.year, month - 1, last_day_of(parts.year, month - 1)};
}

}  // namespace

bool read_date(std::string_view text, int year, PerformanceValue& value) {
  Scanner scanner(text);
  Parts parts;
  if (!scan_figures(scanner, parts)) {
    scanner = Scanner(text);
    if (!scan_words(scanner, year, parts)) return false;
  }
  const bool before = scanner.take_any({"之前", "以前", "前"});
  if (!before) scanner.take_any({"以内", "之内", "内"});
  scanner.take_any({"全部完成", "完成"});
  if (!scanner.at_end() || !valid(parts)) return false;
  value.type = ValueType::date;
  value.to = last_of(parts);
  value.surely = value.to;
  if (before && parts.day == 0 && !parts.end) value.surely = day_before_first(parts);
  if (!before) value.from = first_of(parts);
  return true;
}

bool is_recurring(std::string_view text) {
  if (text.starts_with("每")) return true;
  const bool limit = text.ends_with("日内") || text.ends_with("天内") || text.ends_with("日以内");
  return limit && (text.starts_with("自") || text.find("起") != std::string_view::npos ||
                   text.find("后") != std::string_view::npos);
}

}  // namespace mingzhang::cube
