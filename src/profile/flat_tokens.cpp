#include "profile/flat_tokens.h"

#include <algorithm>
#include <array>

#include "profile/census.h"
#include "profile/names.h"
#include "profile/table_keys.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

using document::Line;
using Kind = FlatToken::Kind;

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Part of an amount: "1,254.76", "47.", ".92", "8", "-3.20".
bool is_number_piece(std::string_view text) {
  if (text.starts_with('-') && text.size() > 1) text.remove_prefix(1);
  if (text.find_first_not_of("0123456789,.") != std::string_view::npos) return false;
  return text.find_first_of("0123456789") != std::string_view::npos && std::count(text.begin(), text.end(), '.') <= 1;
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "—" || text == "——" || text == "–" || text == "/";
}

bool one_character(std::string_view text) {
  return !text.empty() && text::code_point_at(text, 0).length == text.size() && text.size() > 1;
}

class Tokenizer {
 public:
  Tokenizer(const document::Document& document, std::uint32_t first, std::uint32_t last, const Table& table,
            const Form& form)
      : document_(document), first_(first), last_(last), table_(table), form_(form) {}

  FlatTokens run() {
    std::uint32_t line = after_header_;
    for (std::uint32_t head = first_; head < line; ++head) add_header_line(head);
    while (line <= last_) {
      if (const auto repeated = repeated_header(line); repeated > 0) {
        for (std::uint32_t count = 0; count < repeated; ++count) add_header_line(line + count);
        line += repeated;
      } else if (is_page_number(line) || is_title(line)) {
        add_header_line(line++);
      } else {
        add_line(line++);
      }
    }
    join_numbers_of_names(out_.tokens);
    return std::move(out_);
  }

 private:
  const Line& line_at(std::uint32_t line) const { return document_.lines[line]; }

  // ---- the header

  std::uint32_t after_header() const {
    if (!table_.numbering.empty()) {
      for (std::uint32_t line = first_; line <= last_; ++line)
        if (is_numbering(line_at(line))) return line + 1;
    }
    for (std::uint32_t line = first_ + 1; line <= last_; ++line)
      if (begins_row(line)) return line;
    return last_ + 1;
  }

  /// "※ ※ ※ ※ 1 2 3"
  bool is_numbering(const Line& line) const {
    const std::string normal = text::normal_text(line.text);
    return normal.starts_with(table_.numbering) && normal.ends_with(std::to_string(value_columns()));
  }

  std::size_t value_columns() const {
    std::size_t count = 0;
    for (const auto& panel : table_.panels)
      count +=
          static_cast<std::size_t>(std::count_if(panel.columns.begin(), panel.columns.end(), [](const auto& column) {
            return column.kind == Column::Kind::value;
          }));
    return count;
  }

  /// A class code, or a label of the form with a number or a code behind it: headers hold such words too, but no
  /// figures.
  bool begins_row(std::uint32_t line) const {
    const auto tokens = cut(line);
    if (tokens.empty()) return false;
    if (tree_row_of(tokens.front().text.substr(0, 3), table_, form_) && tokens.front().kind == Kind::code) return true;
    std::string words;
    std::size_t next = 0;
    while (next < tokens.size() && tokens[next].kind == Kind::words) words += tokens[next++].text;
    if (words.empty() || !is_label(words)) return false;
    if (next < tokens.size()) return true;
    const auto following = line < last_ ? cut(line + 1) : std::vector<FlatToken>{};
    return !following.empty() && following.front().kind != Kind::words;
  }

  bool is_label(const std::string& words) const {
    const std::string bare = bare_label(words);
    for (const auto& panel : table_.panels)
      for (const auto& row : panel.rows)
        if (std::find(row.names.begin(), row.names.end(), bare) != row.names.end()) return true;
    return false;
  }

  /// Lines from `line` on that repeat the end of the header, whole lines and all of them to its last.
  std::uint32_t repeated_header(std::uint32_t line) const {
    constexpr std::uint32_t least = 2;
    const std::uint32_t end = after_header_;
    for (std::uint32_t from = first_ + 1; from + least <= end; ++from) {
      std::uint32_t count = 0;
      while (from + count < end && line + count <= last_ && same(from + count, line + count)) ++count;
      if (from + count == end) return count;
    }
    return 0;
  }

  bool same(std::uint32_t a, std::uint32_t b) const {
    return text::normal_text(line_at(a).text) == text::normal_text(line_at(b).text);
  }

  /// "- 20 -" anywhere; a bare number only where the page or the table ends.
  bool is_page_number(std::uint32_t line) const {
    std::string normal = text::normal_text(line_at(line).text);
    const bool dashed = normal.size() > 2 && normal.front() == '-' && normal.back() == '-';
    if (dashed) normal = normal.substr(1, normal.size() - 2);
    if (!digits_only(normal) || normal.size() > 3) return false;
    if (dashed) return true;
    const bool ends_page = line == last_ || line_at(line + 1).indent > 0;
    return ends_page && !ends_unfinished(line - 1);
  }

  /// "16.8" before "4" at the end of a page: the amount goes on.
  bool ends_unfinished(std::uint32_t line) const {
    const std::string normal = text::normal_text(line_at(line).text);
    const auto point = normal.rfind('.');
    return point != std::string::npos && normal.size() - point < 3 &&
           normal.find_first_not_of("0123456789", point + 1) == std::string::npos;
  }

  /// The title, the label or the line of the unit, where they come after the first rows.
  bool is_title(std::uint32_t line) const {
    const std::string normal = text::normal_text(line_at(line).text);
    if (normal == text::normal_text(table_.label) || normal.find("单位:万元") != std::string::npos) return true;
    return std::any_of(table_.titles.begin(), table_.titles.end(),
                       [&](const Pattern& title) { return title.matches_whole(normal); });
  }

  void add_header_line(std::uint32_t line) {
    const auto& text = line_at(line).text;
    for (const auto& number : count_numbers(text)) out_.header_numbers.push_back({line, number.begin, number.end});
    const std::string normal = text::normal_text(text);
    constexpr std::string_view unit = "单位:";
    const auto at = normal.rfind(unit);
    if (at == std::string::npos || normal.find("元", at) == std::string::npos) return;
    std::string word = normal.substr(at + unit.size());
    word.resize(word.find("元") + std::string_view("元").size());
    out_.unit_word = word;
  }

  // ---- lines of rows

  void add_line(std::uint32_t line) {
    for (auto& token : cut(line)) out_.tokens.push_back(std::move(token));
  }

  std::vector<FlatToken> cut(std::uint32_t index) const {
    const Line& line = line_at(index);
    std::vector<FlatToken> tokens;
    for (std::size_t at = 0; at < line.text.size();) {
      if (line.text[at] == ' ' || line.text[at] == '\t') {
        ++at;
        continue;
      }
      const std::size_t end = std::min(line.text.find_first_of(" \t", at), line.text.size());
      FlatToken token;
      token.text = text::normal_text(std::string_view(line.text).substr(at, end - at));
      token.line = index;
      token.begin = static_cast<std::uint32_t>(at);
      token.end = static_cast<std::uint32_t>(end);
      token.kind = is_dash(token.text) ? Kind::dash : is_number_piece(token.text) ? Kind::number : Kind::words;
      if (!token.text.empty()) tokens.push_back(std::move(token));
      at = end;
    }
    join_ordinals(tokens);
    join_spaced_words(tokens);
    if (!tokens.empty()) {
      tokens.front().first = true;
      tokens.front().page_start = line.indent > 0;
      tokens.back().last = true;
    }
    join_codes(tokens);
    return tokens;
  }

  /// "1. 一般公共预算财政拨款" is one label; "47." at the end of a line begins an amount.
  static void join_ordinals(std::vector<FlatToken>& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
      if (tokens[at].kind != Kind::number || !tokens[at].text.ends_with('.') || tokens[at + 1].kind != Kind::words)
        continue;
      tokens[at + 1].text = tokens[at].text + tokens[at + 1].text;
      tokens[at + 1].begin = tokens[at].begin;
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  /// "收 入 总 计" is one word.
  static void join_spaced_words(std::vector<FlatToken>& tokens) {
    std::vector<FlatToken> out;
    bool spaced = false;
    for (auto& token : tokens) {
      const bool single = token.kind == Kind::words && one_character(token.text);
      if (single && spaced) {
        out.back().text += token.text;
        out.back().end = token.end;
      } else {
        out.push_back(std::move(token));
      }
      spaced = single;
    }
    tokens = std::move(out);
  }

  /// "208 05 05" is one code, where a row of a tree may begin: its class is known, and what follows is a name or
  /// nothing.
  void join_codes(std::vector<FlatToken>& tokens) const {
    std::vector<FlatToken> out;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].kind != Kind::number || !is_class(tokens[at].text)) {
        out.push_back(std::move(tokens[at]));
        continue;
      }
      FlatToken code = tokens[at];
      std::size_t next = at + 1;
      while (next < tokens.size() && code.text.size() < 7 && tokens[next].text.size() == 2 &&
             digits_only(tokens[next].text)) {
        code.text += tokens[next].text;
        code.end = tokens[next].end;
        code.last = tokens[next].last;
        ++next;
      }
      const bool alone = next == at + 1;
      if (alone && next < tokens.size() &&
          tokens[next].kind == Kind::number) {  // an amount without decimals, not a code
        out.push_back(std::move(tokens[at]));
        continue;
      }
      code.kind = Kind::code;
      out.push_back(std::move(code));
      at = next - 1;
    }
    tokens = std::move(out);
  }

  /// A class of a tree, or one that stands beside a label of the form.
  bool is_class(const std::string& text) const {
    if (tree_row_of(text, table_, form_)) return true;
    return codes_ && text.size() == 3 && (form_.functional->knows(text) || form_.economic->knows(text));
  }

  /// "2024 年新增", "95 号": numbers of a name.
  static void join_numbers_of_names(std::vector<FlatToken>& tokens) {
    constexpr auto marks = std::to_array<std::string_view>({"年", "月", "日", "号", "〕", "】", "]", "%"});
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
      auto& token = tokens[at];
      const auto& next = tokens[at + 1];
      const bool whole = token.kind == Kind::number && digits_only(token.text);
      if (whole && next.kind == Kind::words &&
          std::any_of(marks.begin(), marks.end(), [&](auto mark) { return next.text.starts_with(mark); }))
        token.kind = Kind::words;
    }
  }

  bool has_codes() const {
    for (const auto& panel : table_.panels)
      for (const auto& column : panel.columns)
        if (column.kind == Column::Kind::code) return true;
    return false;
  }

  const document::Document& document_;
  std::uint32_t first_, last_;
  const Table& table_;
  const Form& form_;
  FlatTokens out_;
  bool codes_ = has_codes();
  std::uint32_t after_header_ = after_header();
};

}  // namespace

FlatTokens flat_tokens(const document::Document& document, std::uint32_t first, std::uint32_t last, const Table& table,
                       const Form& form) {
  return Tokenizer(document, first, last, table, form).run();
}

}  // namespace mingzhang::profile
