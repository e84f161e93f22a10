// Dates that no calendar has: 13月5日, 11月31日, 2月30日, 〔2061〕12号.
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
    constexpr std::string_view month = "月", open = "〔";
    for (auto at = text.find(month); at != std::string_view::npos; at = text.find(month, at + month.size()))
      month_at(text, at, place);
    for (auto at = text.find(open); at != std::string_view::npos; at = text.find(open, at + open.size()))
      document_number(text, at + open.size(), place);
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

  /// No document is of a year that is still to come.
  void document_number(std::string_view text, std::size_t at, const PlaceOf& place) {
    const auto year = digits_after(text, at);
    const bool whole = year.end - year.begin == 4 && follows(text, year.end, {"〕"});
    if (whole && reading_.recognition.year != 0 && year.value > reading_.recognition.year + 1)
      tell(year, year.end, place);
  }

  /// The digits of a cell that a page has cut, or of two cells that stand side by side, are none of one number.
  static bool is_one_word(const Digits& digits, const PlaceOf& place) {
    const auto first = place(digits.begin, digits.begin + 1), last = place(digits.end - 1, digits.end);
    return first.line == last.line && last.begin - first.begin == digits.end - 1 - digits.begin;
  }

  void tell(const Digits& wrong, std::size_t end, const PlaceOf& place, std::optional<Digits> day = std::nullopt) {
    if (!is_one_word(wrong, place) || (day && !is_one_word(*day, place))) return;
    cube::Place where = place(wrong.begin, end);
    Finding finding = finding_at("date", Severity::error, where, title_at(profile::position_of(where), reading_));
    finding.stated = finding.words["stated"] = text::normal_text(where.quote);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_dates(const profile::Reading& reading, Findings& findings) {
  DateTeller(reading, findings).run();
}

}  // namespace mingzhang::check
