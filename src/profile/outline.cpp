#include "profile/outline.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "text/normal.h"

namespace mingzhang::profile {
namespace {

/// Bytes of what may stand before the words of a heading: bullets, #, 第三部分, numbering.
std::size_t heading_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == '-' || text[at] == '#' || text[at] == '*')) ++at;
  constexpr std::string_view first = "第", part = "部分";
  if (text.compare(at, first.size(), first) == 0) {
    const auto stop = text.find(part, at);
    if (stop != std::string_view::npos && stop - at <= 12) return stop + part.size();
  }
  return at + ordinal_length(text.substr(at));
}

/// The titles of rows that stand in a table are rows of tabs; a title itself is a line of words.
bool rows_follow(const Stream& stream, std::uint32_t line) {
  constexpr std::uint32_t reach = 10;
  const auto& lines = stream.document().lines;
  for (std::uint32_t next = line + 1; next < lines.size() && next <= line + reach; ++next)
    if (lines[next].tabs > 0) return true;
  return false;
}

bool ends_with_amount(std::string_view normal) {
  const auto digit = [&](std::size_t at) { return normal[at] >= '0' && normal[at] <= '9'; };
  if (normal.empty() || !digit(normal.size() - 1)) return false;
  std::size_t begin = normal.size() - 1;
  while (begin > 0 && (digit(begin - 1) || normal[begin - 1] == ',' || normal[begin - 1] == '.')) --begin;
  return digit(begin) && normal.find_first_of(".,", begin) != std::string_view::npos;
}

/// A PDF whose tables have no ruling lines gives their rows as words: lines that end with an amount.
bool figures_follow(const Stream& stream, std::uint32_t line) {
  constexpr std::uint32_t reach = 20;
  constexpr int some = 3;
  const auto& document = stream.document();
  if (document.format != document::Format::pdf) return false;
  int found = 0;
  for (std::uint32_t next = line + 1; next < document.lines.size() && next <= line + reach; ++next)
    if (ends_with_amount(text::normal_text(document.lines[next].text))) ++found;
  return found >= some;
}

class Outliner {
 public:
  Outliner(const Stream& stream, const Form& form) : stream_(stream), form_(form) {
    for (const auto& line : stream.document().lines) flat_ = flat_ && line.tabs == 0;
  }

  std::vector<Anchor> run() {
    for (std::uint32_t line = 0; line < stream_.line_count(); ++line) look_at(line);
    std::vector<Anchor> anchors = tables_;
    for (const auto& [section, anchor] : sections_) anchors.push_back(anchor);
    // A heading under which the list of tables stands comes before that list.
    std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
      return std::pair(a.begin, a.table != nullptr) < std::pair(b.begin, b.table != nullptr);
    });
    return without_contents(anchors);
  }

 private:
  void look_at(std::uint32_t line) {
    const std::size_t begin = stream_.begin_of(line);
    if (begin == stream_.end_of(line)) return look_at_grid(line);
    const std::string_view rest = stream_.text().substr(begin, max_heading);
    const std::size_t words = begin + heading_prefix(rest);
    if (is_contents_heading(rest.substr(0, stream_.end_of(line) - begin))) contents_ = begin;
    // Entries with the numbers of their pages are no headings: nothing has to be taken back.
    if (contents_ && page_of_entry(stream_.document().lines[line].text) != std::string::npos) return contents_.reset();
    for (const auto& section : form_.sections) {
      if (section.reading == Section::Reading::notes) continue;
      if (auto title = find_title(section.titles, words))
        add_section({begin, title->match.end, line, &section, nullptr, title->pattern, title->match.captures});
    }
    for (const auto& table : form_.tables) {
      auto title = find_title(table.titles, table.index ? words : begin);
      if (!title && words > begin && grid_follows(line)) title = find_title(table.titles, words);
      std::size_t end = title ? title->match.end : 0;
      if (!title && flat_) end = label_end(table, line);
      if (end == 0) continue;
      Anchor anchor{begin, end, line, nullptr, &table, nullptr, {}};
      if (title) {
        anchor.title = title->pattern;
        anchor.captures = title->match.captures;
      }
      if (flat_ || rows_follow(stream_, line) || figures_follow(stream_, line)) tables_.push_back(std::move(anchor));
      return;
    }
  }

  /// A title may be the first row of its own grid, one cell over all columns.
  void look_at_grid(std::uint32_t line) {
    const auto& row = stream_.document().lines[line];
    if (row.grid == 0 || row.fragments.size() != 1) return;
    const std::string words = text::normal_text(row.fragment(0));
    const std::size_t at = stream_.begin_of(line);
    for (const auto& table : form_.tables)
      for (const auto& title : table.titles)
        if (title.matches_whole(words)) return tables_.push_back({at, at, line, nullptr, &table, nullptr, {}});
  }

  /// "表 7" on a line by itself: where the shape is lost, the title may come after the first page of its table.
  std::size_t label_end(const Table& table, std::uint32_t line) const {
    const auto begin = stream_.begin_of(line), end = stream_.end_of(line);
    const bool same =
        !table.label.empty() && stream_.text().substr(begin, end - begin) == text::normal_text(table.label);
    return same ? end : 0;
  }

  /// A title that wraps over two lines is found on both; where the shape is lost, one that is repeated on a later page
  /// goes on with its table, and one without figures stands in a table of contents.
  std::vector<Anchor> without_contents(const std::vector<Anchor>& anchors) const {
    std::vector<Anchor> out;
    for (std::size_t index = 0; index < anchors.size(); ++index) {
      const Anchor& anchor = anchors[index];
      const bool same = !out.empty() && anchor.table != nullptr && anchor.table == out.back().table;
      const bool continues = same && (anchor.begin < out.back().end || (flat_ && !anchor.table->performance));
      if (continues) continue;
      const std::uint32_t next =
          index + 1 < anchors.size() ? anchors[index + 1].line : static_cast<std::uint32_t>(stream_.line_count());
      const bool goes_on = index + 1 < anchors.size() && anchors[index + 1].table == anchor.table;
      if (flat_ && anchor.table != nullptr && !goes_on && !holds_rows(anchor.line, next)) continue;
      out.push_back(anchor);
    }
    return out;
  }

  bool holds_rows(std::uint32_t line, std::uint32_t next) const {
    constexpr std::string_view empty = "空表";
    const auto text = stream_.text().substr(stream_.begin_of(line), stream_.begin_of(next) - stream_.begin_of(line));
    if (text.find(empty) != std::string_view::npos) return true;
    for (auto point = text.find('.'); point != std::string_view::npos; point = text.find('.', point + 1))
      if (point > 0 && point + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[point - 1])) &&
          std::isdigit(static_cast<unsigned char>(text[point + 1])))
        return true;
    return false;
  }

  static bool is_contents_heading(std::string_view line) {
    while (!line.empty() && (line.front() == '#' || line.front() == '*')) line.remove_prefix(1);
    while (!line.empty() && line.back() == '*') line.remove_suffix(1);
    return line == "目录";
  }

  /// The later of two equal headings is the real one. The first that stands again ends the table of contents: what was
  /// found in that is only promised.
  void add_section(const Anchor& anchor) {
    if (contents_ && sections_.count(anchor.section)) {
      std::erase_if(sections_, [&](const auto& entry) { return entry.second.begin > *contents_; });
      contents_.reset();
    }
    sections_[anchor.section] = anchor;
  }

  struct Title {
    const Pattern* pattern = nullptr;
    Match match;
  };

  /// The pattern that makes up the line, or the line and what wrapped onto the next.
  std::optional<Title> find_title(const std::vector<Pattern>& titles, std::size_t begin) const {
    const std::string_view text = stream_.text().substr(0, std::min(stream_.text().size(), begin + max_heading));
    for (const auto& title : titles) {
      auto match = title.match_at(text, begin, {});
      if (match && match->end > begin && stream_.ends_line(match->end)) return Title{&title, std::move(*match)};
    }
    return std::nullopt;
  }

  /// Directly below, but for a line that says the unit: a numbered title of a table, and no entry of a list of them.
  bool grid_follows(std::uint32_t line) const {
    constexpr std::uint32_t reach = 3;
    const auto& lines = stream_.document().lines;
    for (std::uint32_t next = line + 1; next < lines.size() && next <= line + reach; ++next)
      if (lines[next].grid > 0) return true;
    return false;
  }

  static constexpr std::size_t max_heading = 400;  // bytes

  const Stream& stream_;
  const Form& form_;
  bool flat_ = true;  ///< no row of the document has kept its columns
  std::map<const Section*, Anchor> sections_;
  std::optional<std::size_t> contents_;  ///< where the table of contents begins, until it has ended
  std::vector<Anchor> tables_;
};

}  // namespace

std::vector<Anchor> find_outline(const Stream& stream, const Form& form) {
  return Outliner(stream, form).run();
}

}  // namespace mingzhang::profile
