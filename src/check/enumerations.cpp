// Enumerations that are no headings: 1.…；2.…；3.… within a paragraph or a cell, notes under tables, entries of lists
// that the form does not know. Only a number whose neighbours agree on another one is told.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "check/describe.h"
#include "check/odd_numbers.h"
#include "check/parts.h"
#include "check/texts.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

/// "(2)", "2.", "目标2:" in a normalised text.
struct Mark {
  std::string_view before, after;  ///< what stands around the number
  bool chinese = false;            ///< 二, not 2
  long number = 0;
  std::size_t begin = 0, end = 0;  ///< of the text
  std::uint32_t line = 0;          ///< where each has a text of its own
  Opening opening = Opening::likely;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// One or two digits, or a Chinese number below a hundred where brackets or 是 tell it from a word.
std::optional<std::pair<long, std::size_t>> number_at(std::string_view text, std::size_t at, bool chinese) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  long number = 0;
  if (end > at && end - at <= 2) {
    std::from_chars(text.data() + at, text.data() + end, number);
    return std::pair(number, end);
  }
  constexpr std::size_t character = 3, longest = 3;
  for (std::size_t length = longest * character; chinese && end == at && length > 0; length -= character)
    if (const auto value = text::chinese_integer(text.substr(at, length)); value && at + length <= text.size())
      return std::pair(*value, at + length);
  return std::nullopt;
}

/// Most places of a text begin no mark, and one character tells.
bool may_start(std::string_view text) {
  constexpr std::string_view words = "一二三四五六七八九十目任";
  constexpr std::size_t character = 3;
  if (text.empty()) return false;
  if (is_digit(text.front()) || text.front() == '(') return true;
  for (std::size_t at = 0; at < words.size(); at += character)
    if (text.starts_with(words.substr(at, character))) return true;
  return false;
}

std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  struct Kind {
    std::string_view before, after;
    bool chinese;
  };
  constexpr auto kinds = std::to_array<Kind>({{"(", ")", true},
                                              {"", ".", false},
                                              {"", "、", false},
                                              {"", ")", false},
                                              {"", "是", true},
                                              {"目标", ":", false},
                                              {"目标", ".", false},
                                              {"任务", ":", false}});
  if (!may_start(text.substr(at))) return std::nullopt;
  for (const auto& kind : kinds) {
    if (!text.substr(at).starts_with(kind.before)) continue;
    const std::size_t from = at + kind.before.size();
    const auto number = number_at(text, from, kind.chinese);
    if (!number || number->first == 0 || !text.substr(number->second).starts_with(kind.after)) continue;
    const std::size_t end = number->second + kind.after.size();
    const bool arabic = is_digit(text[from]);
    if (arabic == (kind.after == "是")) continue;
    if (arabic && kind.after == "." && end < text.size() && is_digit(text[end])) continue;  // 3.84
    return Mark{kind.before, kind.after, !arabic, number->first, at, end};
  }
  return std::nullopt;
}

/// An entry begins after the end of a sentence or a clause, not within a phrase.
bool follows_stop(std::string_view text, std::size_t at) {
  constexpr auto stops = std::to_array<std::string_view>({"。", ";", ":", ",", "!", "?", "*"});
  const auto before = text.substr(0, at);
  const bool point = before.size() > 1 && before.ends_with('.') && !is_digit(before[before.size() - 2]);
  return at == 0 || point || std::any_of(stops.begin(), stops.end(), [&](auto stop) { return before.ends_with(stop); });
}

/// A word before the number says what it is, wherever it stands.
bool may_begin(std::string_view text, const Mark& mark) {
  return follows_stop(text, mark.begin) || mark.before.size() > 1;
}

Opening opening_at(std::string_view text, std::size_t at, bool begins) {
  if (at > 0 && text[at - 1] == ':') return Opening::announced;
  return begins ? Opening::likely : Opening::unlikely;
}

/// By what stands around their numbers, and how these are written.
using Enumerations = std::map<std::tuple<std::string_view, std::string_view, bool>, std::vector<Mark>>;
using PlaceOfMark = std::function<cube::Place(const Mark&)>;

class EnumerationTeller {
 public:
  EnumerationTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), lines_(reading.stream->document().lines), findings_(findings) {
    for (const auto& finding : findings)
      if (finding.rule == "numbering")
        told_.emplace(profile::position_of(finding.places.front()), finding.places.front().begin);
  }

  void run() {
    in_paragraphs();
    each_cell(reading_, [&](std::string_view text, const PlaceOf& place) { in_cell(text, place); });
    down_columns();
  }

 private:
  // ---- where enumerations stand

  void in_paragraphs() {
    const auto& stream = *reading_.stream;
    const std::string_view text = stream.text();
    const auto inside = lines_of_tables();
    const PlaceOfMark place = [&](const Mark& mark) { return stream.place(mark.begin, mark.end); };
    Enumerations open, starts;  // in tables only what begins a line
    for (std::uint32_t line = 0; line < lines_.size(); ++line) {
      const std::size_t begin = stream.begin_of(line), end = stream.end_of(line);
      if (inside[line] || is_heading(text.substr(begin, end - begin))) judge_all(open, text, place, false);
      if (!inside[line]) judge_all(starts, {}, place, false);
      for (std::size_t at = begin; at < end; at = inside[line] ? end : at + text::code_point_at(text, at).length) {
        auto mark = mark_at(text, at);
        if (!mark || (at != begin && !may_begin(text, *mark) && !follows_blank(lines_[line], place(*mark)))) continue;
        mark->opening = opening_at(text, at, at == begin);
        add(inside[line] ? starts : open, *mark);
      }
    }
    judge_all(open, text, place, false);
    judge_all(starts, {}, place, false);
  }

  static bool follows_blank(const document::Line& line, const cube::Place& place) {
    return place.begin > 0 && line.text[place.begin - 1] == ' ';
  }

  std::vector<bool> lines_of_tables() const {
    std::vector<bool> inside(lines_.size(), false);
    for (const auto& table : reading_.tables)
      for (auto line = table.first_line + 1; line <= table.last_line && line < inside.size(); ++line)
        inside[line] = true;
    return inside;
  }

  /// 第一部分, 一、, (一): another list begins under it.
  static bool is_heading(std::string_view line) {
    constexpr std::string_view part = "第";
    if (line.starts_with(part)) return true;
    const bool bracket = line.starts_with("(");
    const auto number = number_at(line, bracket ? 1 : 0, true);
    return number && !is_digit(line[bracket ? 1 : 0]) && line.substr(number->second).starts_with(bracket ? ")" : "、");
  }

  void in_cell(std::string_view text, const PlaceOf& place) {
    Enumerations open;
    for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).length) {
      auto mark = mark_at(text, at);
      if (!mark || !may_begin(text, *mark)) continue;
      mark->opening = opening_at(text, at, at == 0);
      add(open, *mark);
    }
    judge_all(
        open, text, [&](const Mark& mark) { return place(mark.begin, mark.end); }, true);
  }

  /// 1. 2. 3. one below the other, each beginning its cell.
  void down_columns() {
    std::map<std::int32_t, Enumerations> columns;
    const PlaceOfMark place = [&](const Mark& mark) {
      return profile::place_in_line(lines_[mark.line], static_cast<std::uint32_t>(mark.begin),
                                    static_cast<std::uint32_t>(mark.end));
    };
    for (std::uint32_t index = 0; index < lines_.size(); ++index) {
      const auto& line = lines_[index];
      if (line.tabs == 0) {
        for (auto& [column, open] : columns) judge_all(open, {}, place, false);
        columns.clear();
        continue;
      }
      for (const auto& fragment : line.fragments) {
        const auto normal = text::normalise(line.text.substr(fragment.begin, fragment.end - fragment.begin));
        auto mark = mark_at(normal.text, 0);
        if (!mark || mark->end == normal.text.size()) continue;
        mark->line = index;
        mark->begin = fragment.begin + normal.source(mark->begin);
        mark->end = fragment.begin + normal.source(mark->end);
        add(columns[fragment.column], *mark);
      }
    }
    for (auto& [column, open] : columns) judge_all(open, {}, place, false);
  }

  static void add(Enumerations& open, const Mark& mark) {
    open[{mark.before, mark.after, mark.chinese}].push_back(mark);
  }

  // ---- which of their numbers are told

  void judge_all(Enumerations& open, std::string_view text, const PlaceOfMark& place, bool closed) {
    for (const auto& [kind, marks] : open) judge(marks, text, place, closed);
    open.clear();
  }

  void judge(const std::vector<Mark>& marks, std::string_view text, const PlaceOfMark& place, bool closed) {
    std::vector<long> numbers;
    std::vector<Opening> openings;
    for (const auto& mark : marks) {
      numbers.push_back(mark.number);
      openings.push_back(mark.opening);
    }
    const auto odd = odd_numbers(numbers, openings);
    if (closed && odd.size() > 1) return;
    for (const auto& one : odd)
      if (!one.left_out && agree(numbers, one, closed || introduced(marks, one, text)) &&
          !stands_before(text, marks, one))
        tell(marks[one.index], one.expected, place);
  }

  /// Its neighbours leave no other reading. In a cell nothing else can come before or after.
  static bool agree(const std::vector<long>& numbers, const OddNumber& odd, bool closed) {
    const auto at = [&](std::ptrdiff_t step) {
      const auto index = static_cast<std::ptrdiff_t>(odd.index) + step;
      return index >= 0 && index < static_cast<std::ptrdiff_t>(numbers.size())
                 ? numbers[static_cast<std::size_t>(index)]
                 : 0;
    };
    const long expected = odd.expected;
    const bool after = at(1) == expected + 1;
    if (expected == 1) return after && (closed || at(2) == expected + 2);
    const bool before = at(-1) == expected - 1, ends = at(1) == 0 || at(1) == 1;
    const bool list = expected > 2 ? at(-2) == expected - 2 : closed;
    return before && (after || (ends && list));
  }

  /// The first of the two is what a colon announces: "问题:1、…。2、…".
  static bool introduced(const std::vector<Mark>& marks, const OddNumber& odd, std::string_view text) {
    constexpr long second = 2;
    if (odd.expected > second || (odd.expected == second && odd.index == 0)) return false;
    const std::size_t begin = marks[odd.index - static_cast<std::size_t>(odd.expected - 1)].begin;
    return begin > 0 && begin <= text.size() && text[begin - 1] == ':';
  }

  /// The one that is expected stands there, but not where an entry begins: "…高4.使…".
  static bool stands_before(std::string_view text, const std::vector<Mark>& marks, const OddNumber& odd) {
    if (text.empty() || odd.index == 0) return false;
    const Mark &mark = marks[odd.index], &last = marks[odd.index - 1];
    const auto between = text.substr(last.end, mark.begin - last.end);
    return between.find(spell(mark, odd.expected).substr(mark.before.size())) != std::string_view::npos;
  }

  static std::string spell(const Mark& mark, long number) {
    return std::string(mark.before) + (mark.chinese ? text::to_chinese(number) : std::to_string(number)) +
           std::string(mark.after);
  }

  void tell(const Mark& mark, long expected, const PlaceOfMark& place_of) {
    const cube::Place place = place_of(mark);
    const bool known = !told_.emplace(profile::position_of(place), place.begin).second;
    if (known) return;
    Finding finding =
        finding_at("numbering", Severity::warning, place, title_at(profile::position_of(place), reading_));
    finding.stated = finding.words["stated"] = spell(mark, mark.number);
    finding.expected = finding.words["expected"] = spell(mark, expected);
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const std::vector<document::Line>& lines_;
  Findings& findings_;
  std::set<std::pair<profile::Position, std::uint32_t>> told_;  ///< also of headings
};

}  // namespace

void find_wrong_enumerations(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) EnumerationTeller(reading, findings).run();
}

}  // namespace mingzhang::check
