#include <algorithm>
#include <array>
#include <utility>

#include "check/describe.h"
#include "check/parts.h"
#include "profile/pattern.h"
#include "profile/stream.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

struct Residue {
  std::string_view words;
  std::string_view right;
};
// Alternatives of the official templates that somebody must choose from.
constexpr auto residues = std::to_array<Residue>({{"增加（减少）", "增加 或 减少"},
                                                  {"增加(减少)", "增加 或 减少"},
                                                  {"增长（下降）", "增长 或 下降"},
                                                  {"增加/减少", "增加 或 减少"},
                                                  {"增长/下降", "增长 或 下降"},
                                                  {"大于（小于）", "大于 或 小于"},
                                                  {"本部门（单位）", "本部门 或 本单位"},
                                                  {"本部门(单位)", "本部门 或 本单位"},
                                                  {"（上一年度，下同）", "年度"},
                                                  {"XX局", "单位名称"},
                                                  {"XX 局", "单位名称"},
                                                  {"XX部门", "单位名称"},
                                                  {"XX万元", "金额"},
                                                  {"XX 万元", "金额"},
                                                  {"××万元", "金额"},
                                                  {"XXX", "具体内容"}});

constexpr auto doubled = std::to_array<std::string_view>(
    {"，，", "。。", "、、", "；；", "：：", "，。", "。，", "、，", "，、", "、。", "；。", "。；", "：，", "，；"});

/// What a line must have before it is worth looking for any of these words.
struct Hints {
  bool choice = false;     ///< a bracket, a slash or a cross
  bool two_marks = false;  ///< two marks in a row
};

bool is_mark(std::string_view text, std::size_t at) {
  const auto three = text.substr(at, 3);
  return three == "，" || three == "。" || three == "、" || three == "；" || three == "：";
}

Hints hints_of(std::string_view text) {
  constexpr std::string_view bracket = "（", cross = "×";
  Hints hints;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    hints.choice = hints.choice || c == '(' || c == '/' || c == 'X';
    if (c == bracket.front() || c == "。"[0]) {
      hints.choice = hints.choice || text.substr(at, bracket.size()) == bracket;
      hints.two_marks = hints.two_marks || (is_mark(text, at) && is_mark(text, std::min(at + 3, text.size())));
    } else if (c == cross.front()) {
      hints.choice = hints.choice || text.substr(at, cross.size()) == cross;
    }
  }
  return hints;
}

class TypingTeller {
 public:
  TypingTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), document_(reading.stream->document()), findings_(findings) {}

  void run() {
    unmatched_quotes();
    open_ends();
    for (const auto& line : document_.lines) {
      const Hints hints = hints_of(line.text);
      if (hints.choice)
        for (const auto& residue : residues)
          each(line, residue.words, [&](std::uint32_t at) { tell_residue(line, at, residue); });
      if (hints.two_marks)
        for (const auto marks : doubled) each(line, marks, [&](std::uint32_t at) { tell_doubled(line, at, marks); });
      unpaired_quotes(line);
      if (is_whole(line)) unpaired_brackets(line);
      mixed_brackets(line);
      repeated_words(line);
    }
    repeated_lines();
    sum_up_residues();
  }

 private:
  template <typename Tell>
  static void each(const document::Line& line, std::string_view words, Tell tell) {
    for (auto at = line.text.find(words); at != std::string::npos; at = line.text.find(words, at + words.size()))
      tell(static_cast<std::uint32_t>(at));
  }

  Finding& add(const std::string& rule, Severity severity, const document::Line& line, std::uint32_t begin,
               std::uint32_t end) {
    std::uint32_t from = begin;
    for (int back = 0; back < 12 && from > 0; ++back) do
        --from;
      while (from > 0 && (static_cast<unsigned char>(line.text[from]) & 0xC0) == 0x80);
    cube::Place place = profile::place_in_line(line, begin, end);
    place.quote = profile::place_in_line(line, from, end).quote;
    Finding finding = finding_at(rule, severity, place, title_at(profile::position_of(line), reading_));
    finding.stated = finding.words["stated"] = line.text.substr(begin, end - begin);
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  /// Who publishes the empty form hears it once.
  void sum_up_residues() {
    constexpr std::ptrdiff_t many = 25;
    const auto residue = [](const Finding& finding) { return finding.rule == "template"; };
    const auto count = std::count_if(findings_.begin(), findings_.end(), residue);
    if (count <= many) return;
    const auto first = std::find_if(findings_.begin(), findings_.end(), residue);
    first->words["rest"] = std::to_string(count - 1);
    findings_.erase(std::remove_if(first + 1, findings_.end(), residue), findings_.end());
  }

  void tell_residue(const document::Line& line, std::uint32_t at, const Residue& residue) {
    auto& finding = add("template", Severity::warning, line, at, at + static_cast<std::uint32_t>(residue.words.size()));
    finding.expected = finding.words["expected"] = residue.right;
  }

  /// ” without “ before it in its paragraph.
  void unmatched_quotes() {
    constexpr std::string_view opening = "“", closing = "”";
    bool open = false;
    for (const auto& line : document_.lines) {
      if (profile::ordinal_length(text::normal_text(text::prefix(line.text, 20))) > 0 || line.tabs > 0) open = false;
      if (line.tabs > 0) continue;
      for (std::size_t at = 0; at < line.text.size();) {
        const auto character = std::string_view(line.text).substr(at, opening.size());
        if (character == opening) open = true;
        // One that opens nothing may have been meant to open: the next is its pair, and no second fault.
        if (character == closing && !std::exchange(open, !open)) tell_unpaired(line, at, closing);
        at += text::code_point_at(line.text, at).length;
      }
    }
  }

  /// A paragraph that ends in the middle of a sentence: "…占 20.51%；" and then a heading.
  void open_ends() {
    for (const auto& section : reading_.sections) {
      if (section.section->reading != profile::Section::Reading::clauses) continue;
      const auto& stream = *reading_.stream;
      const std::uint32_t first = stream.line_at(section.begin);
      for (std::uint32_t index = first; index < stream.line_count() && stream.end_of(index) <= section.end; ++index) {
        const std::string_view words =
            stream.text().substr(stream.begin_of(index), stream.end_of(index) - stream.begin_of(index));
        const bool last = stream.end_of(index) == section.end;
        if (!words.empty() && (words.back() == ';' || words.back() == ',') && (last || is_heading(index + 1)))
          tell_end(document_.lines[index]);
        if (last) break;
      }
    }
  }

  /// Numbered and without any mark: no entry of a list, which would end with one.
  bool is_heading(std::uint32_t index) const {
    constexpr std::size_t longest = 26;  // characters
    if (index >= document_.lines.size()) return false;
    const std::string words = text::normal_text(document_.lines[index].text);
    return profile::ordinal_length(words) > 0 && text::count_code_points(words) <= longest &&
           words.find_first_of(",;:") == std::string::npos && words.find("。") == std::string::npos;
  }

  void tell_end(const document::Line& line) {
    const auto size = static_cast<std::uint32_t>(line.text.size());
    std::uint32_t at = size - 1;
    while (at > 0 && (static_cast<unsigned char>(line.text[at]) & 0xC0) == 0x80) --at;
    auto& finding = add("punctuation", Severity::warning, line, at, size);
    finding.words["end"] = "end";
    finding.expected = "。";
  }

  void tell_doubled(const document::Line& line, std::uint32_t at, std::string_view marks) {
    auto& finding = add("punctuation", Severity::warning, line, at, at + static_cast<std::uint32_t>(marks.size()));
    finding.words["doubled"] = marks;
  }

  /// A quotation that opens twice within one line; in a row of a table also one that closes twice. Where only one of
  /// the two marks stands there, the other may stand on another line.
  void unpaired_quotes(const document::Line& line) {
    constexpr std::string_view open = "“", close = "”";
    std::string_view before;
    for (auto at = next_quote(line.text, 0); at != std::string::npos; at = next_quote(line.text, at + open.size())) {
      const std::string_view here = line.text.compare(at, open.size(), open) == 0 ? open : close;
      if (here == before && (here == open || line.tabs > 0)) tell_unpaired(line, at, here);
      before = here;
    }
  }

  static std::size_t next_quote(const std::string& text, std::size_t from) {
    return std::min(text.find("“", from), text.find("”", from));
  }

  /// Lines that begin and end like sentences: nothing of theirs wrapped away. A bracket lost at a line break is no
  /// fault of the document.
  bool is_whole(const document::Line& line) const {
    constexpr auto ends = std::to_array<std::string_view>({"。", "；", "："});
    const auto ends_whole = [&](const std::string& text) {
      return std::any_of(ends.begin(), ends.end(), [&](auto mark) { return text.ends_with(mark); });
    };
    const bool first = &line == document_.lines.data();
    return line.tabs == 0 && line.text.ends_with("。") && (first || ends_whole((&line - 1)->text));
  }

  void unpaired_brackets(const document::Line& line) {
    const std::string& text = line.text;
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size(); at += text::code_point_at(text, at).length) {
      const std::string_view mark = std::string_view(text).substr(at, text::code_point_at(text, at).length);
      if (mark == "（" || mark == "(") open.push_back(at);
      if (mark != "）" && mark != ")") continue;
      if (!open.empty()) {
        open.pop_back();
      } else if (!numbers_an_entry(std::string_view(text).substr(0, at))) {
        tell_unpaired(line, at, mark);
      }
    }
    for (const auto at : open)
      tell_unpaired(line, at, std::string_view(text).substr(at, text::code_point_at(text, at).length));
  }

  /// （三): one full-width, the other not.
  void mixed_brackets(const document::Line& line) {
    std::size_t open = std::string::npos;
    for (std::size_t at = 0; at < line.text.size(); at += text::code_point_at(line.text, at).length) {
      const std::string_view mark = std::string_view(line.text).substr(at, text::code_point_at(line.text, at).length);
      const bool closes = mark == "）" || mark == ")";
      if (closes && open != std::string::npos && (mark == ")") != (line.text[open] == '('))
        tell_mixed(line, open, at + mark.size());
      if (mark == "（" || mark == "(") open = at;
      if (closes) open = std::string::npos;
    }
  }

  void tell_mixed(const document::Line& line, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 120;  // bytes: farther apart they may belong to other brackets
    if (end - begin > longest) return;
    auto& finding =
        add("punctuation", Severity::note, line, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    const std::size_t from = begin + text::code_point_at(line.text, begin).length;
    const std::size_t closing = line.text[end - 1] == ')' ? 1 : std::string_view("）").size();
    const std::string inside = line.text.substr(from, end - closing - from);
    finding.words["mixed"] = "mixed";
    finding.expected = finding.words["expected"] = "（" + inside + "）";
  }

  static bool digit(char c) { return c >= '0' && c <= '9'; }

  /// "1）", "二)"
  static bool numbers_an_entry(std::string_view before) {
    constexpr auto numerals =
        std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
    return !before.empty() && (digit(before.back()) || std::any_of(numerals.begin(), numerals.end(), [&](auto numeral) {
                                 return before.ends_with(numeral);
                               }));
  }

  void tell_unpaired(const document::Line& line, std::size_t at, std::string_view mark) {
    auto& finding = add("punctuation", Severity::warning, line, static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(at + mark.size()));
    finding.words["unpaired"] = mark;
  }

  /// 文件依据文件依据, 其他其他: two to eight ideographs written twice. Reduplications of single characters are words.
  void repeated_words(const document::Line& line) {
    constexpr std::size_t most = 8, bytes = 3;
    const std::string& text = line.text;
    for (std::size_t at = 0; at + 4 * bytes <= text.size();) {
      const auto point = text::code_point_at(text, at);
      if (point.length != bytes) {
        at += point.length;
        continue;
      }
      std::size_t length = 0;
      for (std::size_t count = most; count >= 2 && length == 0; --count)
        if (repeats(text, at, count * bytes)) length = count * bytes;
      if (length > 0) {
        auto& finding = add("duplicate-word", Severity::warning, line, static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(at + 2 * length));
        finding.expected = finding.words["expected"] = text.substr(at, length);
        at += 2 * length;
      } else {
        at += bytes;
      }
    }
  }

  /// A paragraph or a row of some length that follows itself, told once however often it does. Rows of an amount or two
  /// may well be equal.
  void repeated_lines() {
    constexpr std::size_t least = 12, ideographs = 6;
    std::string_view before;
    bool told = false;
    for (const auto& line : document_.lines) {
      if (line.text.find_first_not_of(' ') == std::string::npos) continue;
      const bool same = line.text == before;
      const std::string normal = same && !told ? text::normal_text(line.text) : std::string();
      if (text::count_code_points(normal) >= least && ideographs_of(normal) >= ideographs) {
        auto& finding = add("duplicate-word", Severity::warning, line, 0, static_cast<std::uint32_t>(line.text.size()));
        finding.stated = finding.words["stated"] = std::string(text::prefix(normal, 40));
      }
      told = same;
      before = line.text;
    }
  }

  static std::size_t ideographs_of(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto point = text::code_point_at(text, at);
      if (point.value >= 0x4E00 && point.value <= 0x9FFF) ++count;
      at += point.length;
    }
    return count;
  }

  static bool repeats(const std::string& text, std::size_t at, std::size_t length) {
    // Most are refused by one byte.
    if (at + 2 * length > text.size() || text[at + 2] != text[at + length + 2]) return false;
    if (text.compare(at, length, text, at + length, length) != 0) return false;
    std::string_view first;
    bool varied = false;
    for (std::size_t byte = at; byte < at + length;) {
      const auto point = text::code_point_at(text, byte);
      if (point.length != 3 || point.value < 0x4E00 || point.value > 0x9FFF) return false;
      const std::string_view character = std::string_view(text).substr(byte, 3);
      if (first.empty()) first = character;
      varied = varied || character != first;
      byte += 3;
    }
    return varied;
  }

  const profile::Reading& reading_;
  const document::Document& document_;
  Findings& findings_;
};

}  // namespace

void find_typing(const profile::Reading& reading, Findings& findings) {
  TypingTeller(reading, findings).run();
}

}  // namespace mingzhang::check
