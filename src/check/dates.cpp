// Dates that no calendar has: 13月5日, 11月31日, 2月30日; years that none can be: 3023年, 〔2061〕12号.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Digits {
  std::size_t begin = 0, end = 0;
  int value = 0;
};

std::optional<Digits> digits_before(std::string_view text, std::size_t end) {
  Digits found{end, end, 0};
  while (found.begin > 0 && is_digit(text[found.begin - 1])) --found.begin;
  if (found.begin == end || (found.begin > 0 && text[found.begin - 1] == '.')) return std::nullopt;
  std::from_chars(text.data() + found.begin, text.data() + end, found.value);
  return found;
}

Digits digits_after(std::string_view text, std::size_t begin) {
  Digits found{begin, begin, 0};
  while (found.end < text.size() && is_digit(text[found.end])) ++found.end;
  std::from_chars(text.data() + begin, text.data() + found.end, found.value);
  return found;
}

bool follows(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.substr(at).starts_with(word); });
}

class DateTeller {
 public:
  DateTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    const auto& stream = *reading_.stream;
    scan(stream.text(), [&](std::size_t begin, std::size_t end) { return stream.place(begin, end); });
    for (const auto& line : stream.document().lines) {
      if (line.text.find('\t') == std::string::npos) continue;  // all others are in the stream
      const auto normal = text::normalise(line.text);
      scan(normal.text, [&](std::size_t begin, std::size_t end) {
        return profile::place_in_line(line, static_cast<std::uint32_t>(normal.source(begin)),
                                      static_cast<std::uint32_t>(normal.source(end)));
      });
    }
  }

 private:
  using PlaceOf = std::function<cube::Place(std::size_t, std::size_t)>;

  void scan(std::string_view text, const PlaceOf& place) {
    constexpr std::string_view month = "月", year = "年";
    for (auto at = text.find(month); at != std::string_view::npos; at = text.find(month, at + month.size()))
      month_at(text, at, place);
    if (year_ == 0) return;
    for (auto at = text.find(year); at != std::string_view::npos; at = text.find(year, at + year.size()))
      year_at(text, at, place);
    constexpr auto brackets = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"〔", "〕"}, {"【", "】"}, {"[", "]"}, {"(", ")"}});
    for (const auto& [open, close] : brackets)
      for (auto at = text.find(open); at != std::string_view::npos; at = text.find(open, at + open.size()))
        document_number(text, at + open.size(), close, place);
  }

  void month_at(std::string_view text, std::size_t at, const PlaceOf& place) {
    constexpr std::string_view word = "月";
    const auto month = digits_before(text, at);
    if (!month || month->end - month->begin > 2) return;
    const std::size_t behind = at + word.size();
    const auto day = digits_after(text, behind);
    const bool has_day = day.end > day.begin && day.end - day.begin <= 2 && follows(text, day.end, {"日", "号"});
    const bool in_year = text.substr(0, month->begin).ends_with("年");
    const bool named = has_day || in_year || follows(text, behind, {"底", "初", "末", "份", "上旬", "中旬", "下旬"});
    if (named && (month->value < 1 || month->value > 12)) return tell(*month, has_day ? day.end : behind, place);
    if (has_day && named && (day.value < 1 || day.value > days_of(month->value))) tell(*month, day.end, place, day);
  }

  static int days_of(int month) {
    constexpr auto days = std::to_array<int>({31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31});
    return days[static_cast<std::size_t>(month - 1)];
  }

  /// 3023年 is a slip. Plans reach far: 2035年; and what was founded long ago is no matter of typing: 1921年.
  void year_at(std::string_view text, std::size_t at, const PlaceOf& place) {
    const auto year = digits_before(text, at);
    if (!year || !is_year(*year) || !stands_beside(*year, at, place)) return;
    constexpr int plans = 30, never = 50, century = 100, modern = 1900;
    const int ahead = year->value - year_;
    if (ahead > 1 && ahead < century && names_term(text.substr(0, year->begin))) return;
    const auto behind = text.substr(at + std::string_view("年").size());
    if (ahead >= never || (year->value < modern && is_slip_of_now(year->value)))
      tell_year(*year, at + std::string_view("年").size(), Severity::error, place);
    else if (ahead > plans || (ahead > 1 && !ends_range(text.substr(0, year->begin)) &&
                               (names_period(behind) || gives_reason(text.substr(0, year->begin), behind))))
      tell_year(*year, at + std::string_view("年").size(), Severity::warning, place);
  }

  /// Land is used for seventy years, and leases end when they end.
  static bool names_term(std::string_view before) {
    constexpr std::size_t nearby = 45;
    constexpr auto words = std::to_array<std::string_view>({"使用权", "使用年限", "使用期", "租赁期", "租期", "期限"});
    if (before.size() > nearby) before.remove_prefix(before.size() - nearby);
    const auto stop = before.rfind("。");
    if (stop != std::string_view::npos) before.remove_prefix(stop);
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return before.find(word) != std::string_view::npos; });
  }

  static bool is_year(const Digits& year) { return year.end - year.begin == 4; }

  /// One digit makes it a year of these decades: 1023 was 2023.
  bool is_slip_of_now(int value) const {
    constexpr int before = 30, after = 10;
    for (int power = 1; power <= 1000; power *= 10)
      for (int digit = 0; digit < 10; ++digit) {
        const int other = value + (digit - value / power % 10) * power;
        if (other >= year_ - before && other <= year_ + after) return true;
      }
    return false;
  }

  /// 2043年度, 2043年部门预算: what a document speaks of as its own.
  static bool names_period(std::string_view behind) {
    constexpr auto words =
        std::to_array<std::string_view>({"度", "部门", "预算", "决算", "初预算", "年初", "财政拨款"});
    return std::any_of(words.begin(), words.end(), [&](auto word) { return behind.starts_with(word); });
  }

  /// What lies ahead explains nothing: "主要原因是2028年新增人员", unless it is what is planned for.
  static bool gives_reason(std::string_view before, std::string_view behind) {
    constexpr std::size_t nearby = 60, sentences = 600;
    if (before.size() > sentences) before.remove_prefix(before.size() - sentences);
    const auto stop = before.rfind("。");
    const auto sentence = stop == std::string_view::npos ? before : before.substr(stop);
    const auto after = behind.substr(0, std::min(nearby, behind.find("。")));
    const auto said = [&](std::string_view word) { return after.find(word) != std::string_view::npos; };
    return sentence.find("原因") != std::string_view::npos && !said("规划") && !said("计划") && !said("目标");
  }

  /// 2024-2027年度, 到2027年度.
  static bool ends_range(std::string_view before) {
    constexpr auto words = std::to_array<std::string_view>({"-", "—", "~", "～", "至", "到", "、", "年"});
    return std::any_of(words.begin(), words.end(), [&](auto word) { return before.ends_with(word); });
  }

  /// Not the last cell of a row and the first of the next.
  static bool stands_beside(const Digits& digits, std::size_t at, const PlaceOf& place) {
    const auto last = place(digits.end - 1, digits.end), word = place(at, at + 1);
    return last.line == word.line && word.begin - last.begin <= 2;
  }

  /// No document is of a year that is still to come.
  void document_number(std::string_view text, std::size_t at, std::string_view close, const PlaceOf& place) {
    const auto year = digits_after(text, at);
    if (!is_year(year) || !follows(text, year.end, {close})) return;
    const auto number = digits_after(text, year.end + close.size());
    const bool numbered = number.end > number.begin && follows(text, number.end, {"号"});
    if (!numbered && close != "〕") return;
    constexpr int never = 50, republic = 1949;
    const int ahead = year.value - year_;
    if (ahead > 1 || year.value < republic)
      tell_year(year, year.end, ahead >= never || year.value < republic ? Severity::error : Severity::warning, place);
  }

  /// The digits of a cell that a page has cut, or of two cells that stand side by side, are none of one number.
  static bool is_one_word(const Digits& digits, const PlaceOf& place) {
    const auto first = place(digits.begin, digits.begin + 1), last = place(digits.end - 1, digits.end);
    return first.line == last.line && last.begin - first.begin == digits.end - 1 - digits.begin;
  }

  void tell_year(const Digits& year, std::size_t end, Severity severity, const PlaceOf& place) {
    const std::size_t before = findings_.size();
    tell(year, end, place);
    if (findings_.size() == before) return;
    findings_.back().severity = severity;
    findings_.back().words["year"] = std::to_string(year_);
  }

  void tell(const Digits& wrong, std::size_t end, const PlaceOf& place, std::optional<Digits> day = std::nullopt) {
    if (!is_one_word(wrong, place) || (day && !is_one_word(*day, place))) return;
    cube::Place where = place(wrong.begin, end);
    Finding finding = finding_at("date", Severity::error, where, title_at(profile::position_of(where), reading_));
    finding.stated = finding.words["stated"] = text::normal_text(where.quote);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const int year_ = reading_.recognition.year;  ///< 0: unknown
  Findings& findings_;
};

}  // namespace

void find_wrong_dates(const profile::Reading& reading, Findings& findings) {
  DateTeller(reading, findings).run();
}

}  // namespace mingzhang::check
