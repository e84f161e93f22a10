// Numbers of headings and of list entries: 一、二、四、 has left one out.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "check/describe.h"
#include "check/odd_numbers.h"
#include "check/parts.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

/// From the outermost level to the innermost: 第一部分, 一、, (一), 1.
enum Level : std::uint8_t { part, chapter, section, entry, level_count };

struct Ordinal {
  Level level = part;
  long number = 0;
  std::uint32_t begin = 0, end = 0;  ///< of the original line
};

constexpr std::array<std::pair<std::string_view, std::string_view>, level_count> marks = {
    {{"第", "部分"}, {"", "、"}, {"(", ")"}, {"", "."}}};

std::string written(Level level, long number) {
  const auto& [before, after] = marks[level];
  if (level == section) return "（" + text::to_chinese(number) + "）";
  return std::string(before) + (level == entry ? std::to_string(number) : text::to_chinese(number)) +
         std::string(after);
}

std::optional<long> number_of(Level level, std::string_view digits) {
  if (level != entry) return text::chinese_integer(digits);
  long number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.size() > 2) return std::nullopt;
  return number;
}

/// The ordinal that begins a line: "3.84 万元" has none.
std::optional<Ordinal> ordinal_of(const document::Line& line) {
  constexpr std::size_t longest = 20;  // bytes
  const auto normal = text::normalise(text::prefix(line.text, 60));
  std::string_view words = normal.text;
  const std::size_t lead = std::min(words.find_first_not_of("-#*"), words.size());
  words.remove_prefix(lead);
  for (const Level level : {part, chapter, section, entry}) {
    const auto& before = marks[level].first;
    auto after = marks[level].second;
    if (!words.starts_with(before)) continue;
    // 1、 is an entry like 1.
    if (level == entry && words.find_first_not_of("0123456789") == words.find(marks[chapter].second))
      after = marks[chapter].second;
    const auto stop = words.find(after, before.size());
    if (stop == std::string_view::npos || stop > longest) continue;
    const auto number = number_of(level, words.substr(before.size(), stop - before.size()));
    const std::size_t end = stop + after.size();
    const bool decimal = level == entry && end < words.size() && words[end] >= '0' && words[end] <= '9';
    if (!number || *number == 0 || decimal) continue;
    const std::uint32_t last = normal.origin[lead + end - 1];
    return Ordinal{level, *number, normal.origin[lead],
                   last + static_cast<std::uint32_t>(text::code_point_at(line.text, last).length)};
  }
  return std::nullopt;
}

class NumberingTeller {
 public:
  NumberingTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), lines_(reading.stream->document().lines), findings_(findings) {
    for (const auto& finding : findings)
      if (finding.rule == "missing-section" || finding.rule == "missing-item")
        missing_.push_back(
            {profile::position_of(finding.places.front()), finding.section, finding.rule == "missing-item"});
  }

  void run() {
    const std::vector<bool> skipped = lines_of_tables(), listed = lines_of_lists();
    std::array<std::vector<Entry>, level_count> open;
    profile::Position last_line;
    std::uint32_t last_index = 0;
    const document::Line* before = nullptr;
    for (std::uint32_t index = 0; index < lines_.size(); ++index) {
      const auto& line = lines_[index];
      if (skipped[index] || line.tabs > 0 || line.text.empty()) continue;
      const bool continues = before != nullptr && is_wrapped(*before);
      before = &line;
      const auto ordinal = continues ? std::nullopt : ordinal_of(line);
      if (!ordinal || (ordinal->level == entry && !listed[index])) continue;
      for (std::size_t inner = ordinal->level + 1U; inner < level_count; ++inner) judge(open[inner]);
      open[ordinal->level].push_back({&line, *ordinal, index, last_line, last_index});
      last_line = profile::position_of(line);
      last_index = index;
    }
    for (auto& entries : open) judge(entries);
  }

 private:
  struct Entry {
    const document::Line* line;
    Ordinal ordinal;
    std::uint32_t index;
    profile::Position after;  ///< the ordinal before it, of any level
    std::uint32_t after_index;
  };

  /// What stands between two headings of a higher level.
  void judge(std::vector<Entry>& entries) {
    std::vector<long> numbers;
    for (const auto& entry : entries) numbers.push_back(entry.ordinal.number);
    for (const auto& odd : odd_numbers(numbers)) {
      const auto& [line, ordinal, index, after, after_index] = entries[odd.index];
      if (!is_explained(ordinal.level, after, profile::position_of(*line)) &&
          !stands_inside(written(ordinal.level, odd.expected), after_index, index))
        tell(*line, ordinal, odd.expected);
    }
    entries.clear();
  }

  std::vector<bool> lines_of_tables() const {
    std::vector<bool> inside(lines_.size(), false);
    for (const auto& table : reading_.tables)
      for (auto line = table.first_line + 1; line <= table.last_line && line < inside.size(); ++line)
        inside[line] = true;
    return inside;
  }

  /// Sections in which the form has numbered sentences. Elsewhere 1. 2. 3. may be anything.
  std::vector<bool> lines_of_lists() const {
    std::vector<bool> inside(lines_.size(), false);
    for (const auto& section : reading_.sections) {
      const auto& clauses = section.section->clauses;
      const bool numbered = std::any_of(clauses.begin(), clauses.end(), [](const profile::Clause& clause) {
        const auto& slots = clause.pattern.slots();
        return clause.repeats && !slots.empty() && slots.front().type == profile::SlotType::ordinal;
      });
      if (!numbered) continue;
      for (auto line = reading_.stream->line_at(section.begin);
           line < inside.size() && reading_.stream->begin_of(line) < section.end; ++line)
        inside[line] = true;
    }
    return inside;
  }

  /// An entry of the contents with its page behind a gap or dots.
  static bool ends_with_page(const document::Line& line) {
    const std::string_view words = line.text;
    const auto last = words.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last + 1 == words.size()) return false;
    const std::string_view before = words.substr(0, last + 1);
    return (line.fragments.size() > 1 && line.fragments.back().begin == last + 1) || before.ends_with("..") ||
           before.ends_with("…");
  }

  /// A long line that does not end a sentence goes on in the next, which may begin with anything.
  static bool is_wrapped(const document::Line& line) {
    constexpr std::size_t heading = 30;  // characters
    constexpr std::string_view ends = "。；;：:！？”）)";
    const std::string normal = text::normal_text(line.text);
    if (text::count_code_points(normal) <= heading || ends_with_page(line)) return false;
    std::size_t last = normal.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(normal[last]) & 0xC0) == 0x80) --last;
    return ends.find(normal.substr(last)) == std::string_view::npos;
  }

  /// The entry follows another without a line of its own: "…规则。（八）负责…".
  bool stands_inside(const std::string& ordinal, std::uint32_t first, std::uint32_t last) const {
    const std::string words = text::normal_text(ordinal);
    for (std::uint32_t index = first; index < last; ++index)
      for (const auto* stop : {"。", ";"})
        if (text::normal_text(lines_[index].text).find(stop + words) != std::string::npos) return true;
    return false;
  }

  /// What is told as missing has taken its number with it.
  bool is_explained(Level level, profile::Position after, profile::Position before) const {
    return std::any_of(missing_.begin(), missing_.end(), [&](const Missing& missing) {
      if (missing.item) return level == entry && missing.section == title_at(before, reading_);
      return missing.line >= after && missing.line <= before;
    });
  }

  void tell(const document::Line& line, const Ordinal& ordinal, long expected) {
    cube::Place place = profile::place_in_line(line, ordinal.begin, static_cast<std::uint32_t>(line.text.size()));
    place.end = ordinal.end;
    Finding finding = finding_at("numbering", Severity::warning, place, title_at(profile::position_of(line), reading_));
    finding.stated = finding.words["stated"] = line.text.substr(ordinal.begin, ordinal.end - ordinal.begin);
    finding.expected = written(ordinal.level, expected);
    if (ordinal.level == entry)  // with the mark that is printed
      finding.expected =
          std::to_string(expected) + finding.stated.substr(finding.stated.find_last_of("0123456789") + 1);
    finding.words["expected"] = finding.expected;
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  const std::vector<document::Line>& lines_;
  Findings& findings_;
  struct Missing {
    profile::Position line;  ///< it belongs after
    std::string section;
    bool item;
  };
  std::vector<Missing> missing_;
};

}  // namespace

void find_wrong_numbering(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) NumberingTeller(reading, findings).run();
}

}  // namespace mingzhang::check
