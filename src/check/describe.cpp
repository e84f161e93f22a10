#include "check/describe.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using profile::Reading;

constexpr std::size_t max_words = 40;  // characters before a figure

const document::Line* line_of(const cube::Place& place, const Reading& reading) {
  const auto index = reading.stream->line_of(place);
  return index ? &reading.stream->document().lines[*index] : nullptr;
}

bool is_mark(std::string_view character) {
  constexpr std::string_view marks = "，,。；;：:、\t";
  return marks.find(character) != std::string_view::npos;
}

/// A 、 between names ("收、支总计") belongs to the words; one after a figure ends what was said of that.
bool stops(std::string_view before, std::string_view character) {
  constexpr auto units = std::to_array<std::string_view>({"元", "人", "辆", "个", "次", "%", "％", ")", "）"});
  if (!is_mark(character) || character != "、") return is_mark(character);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  const bool digit = !before.empty() && before.back() >= '0' && before.back() <= '9';
  return digit || std::any_of(units.begin(), units.end(), [&](auto unit) { return before.ends_with(unit); });
}

/// The words directly before a figure, back to the last punctuation; `more` phrases if they say nothing alone ("占").
std::string words_before(std::string_view line, std::size_t figure, int more) {
  std::size_t begin = figure, taken = 0;
  int phrases = 0;
  while (begin > 0 && taken < max_words) {
    std::size_t previous = begin - 1;
    while (previous > 0 && (static_cast<unsigned char>(line[previous]) & 0xC0) == 0x80) --previous;
    if (stops(line.substr(0, previous), line.substr(previous, begin - previous))) {
      const std::string so_far = text::normal_text(line.substr(begin, figure - begin));
      if (text::count_code_points(so_far) > 2 || ++phrases > more) break;
    }
    begin = previous;
    ++taken;
  }
  return text::normal_text(line.substr(begin, figure - begin));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::pair<std::uint32_t, std::uint32_t> line_key(const cube::Place& place) {
  return {place.page, place.line};
}

const profile::RowRead* row_of(const cube::Place& place, const Reading& reading) {
  const auto above = [](const cube::Place& wanted, const auto& table) {
    return line_key(wanted) < line_key(table.title);
  };
  const auto table = std::upper_bound(reading.tables.begin(), reading.tables.end(), place, above);
  if (table == reading.tables.begin()) return nullptr;
  const auto& rows = std::prev(table)->rows;
  const auto before = [](const auto& row, const cube::Place& wanted) { return line_key(row.place) < line_key(wanted); };
  for (auto row = std::lower_bound(rows.begin(), rows.end(), place, before); row != rows.end(); ++row) {
    if (line_key(row->place) != line_key(place)) break;
    if (row->key == place.row) return &*row;
  }
  return nullptr;
}

std::string row_name(const cube::Place& place, const Reading& reading) {
  const auto* row = row_of(place, reading);
  const bool named = row != nullptr && is_number(place.row) && !row->name.empty() && row->name != row->key;
  return named ? place.row + " " + row->name : place.row.str();
}

/// "“住房公积金”项": the subject of a sentence, which its later figures do not repeat.
std::string subject_of(const cube::Statement& statement, const Reading& reading) {
  if (reading.form() == nullptr) return {};
  const std::string code(statement.cell[cube::Dimension::function].name());
  const auto name = is_number(code) ? reading.functional.name_of(code) : std::nullopt;
  if (!name) return {};
  return "“" + *name + "”" + (code.size() == 3 ? "类" : code.size() == 5 ? "款" : "项");
}

/// Bytes of the half phrase that words begin with which had to be cut; 0 if there is no mark after it.
std::size_t broken_words(std::string_view words) {
  std::size_t first = words.size();
  for (const std::string_view mark : {"，", "、", "：", ",", ":", ")", "）"})
    if (const auto at = words.find(mark); at != std::string_view::npos) first = std::min(first, at + mark.size());
  while (first < words.size() && is_mark(words.substr(first, text::code_point_at(words, first).length)))
    first += text::code_point_at(words, first).length;
  return first < words.size() ? first : 0;
}

/// Without the marks at its beginning.
std::string trimmed(std::string words) {
  while (!words.empty()) {
    const std::size_t first = text::code_point_at(words, 0).length;
    if (!is_mark(std::string_view(words).substr(0, first))) break;
    words.erase(0, first);
  }
  return words;
}

/// What follows "…(类)…(款)…(项)": the path, often longer than what fits, only says the subject again.
std::string after_path(std::string words) {
  const auto path = words.rfind("项)");
  if (path == std::string::npos) return words;
  words.erase(0, path + std::string_view("项)").size());
  for (const std::string_view mark : {"\"", "”"})
    if (words.starts_with(mark)) words.erase(0, mark.size());
  return words;
}

}  // namespace

std::string describe(const cube::Statement& statement, const Reading& reading) {
  const auto& place = statement.place;
  if (!place.table.empty()) {
    const auto* table = reading.form() != nullptr ? reading.form()->table(place.table) : nullptr;
    return "《" + (table ? table->title : place.table.str()) + "》“" + row_name(place, reading) + "”行“" +
           place.column + "”列";
  }
  const auto* line = line_of(place, reading);
  if (line == nullptr || !statement.has_figure) return section_title(statement, reading);
  if (const auto subject = subject_of(statement, reading); !subject.empty()) {
    const std::string words = after_path(trimmed(words_before(line->text, place.begin, 0)));
    return words.empty() ? subject : subject + "“" + words + "”";
  }
  const std::string words = trimmed(words_before(line->text, place.begin, 1));
  return words.empty() ? section_title(statement, reading) : "“" + words + "”";
}

std::string section_title(const cube::Statement& statement, const Reading& reading) {
  if (reading.form() == nullptr) return {};
  if (const auto* section = reading.form()->section(statement.scope)) return section->title;
  if (const auto* table = reading.form()->table(statement.scope)) return table->title;
  return {};
}

std::string title_at(profile::Position line, const Reading& reading) {
  std::string title;
  for (const auto& section : reading.sections)
    if (profile::position_of(section.heading) <= line) title = section.section->title;
  const auto& lines = reading.stream->document().lines;
  for (const auto& table : reading.tables)
    if (profile::position_of(table.title) <= line && profile::position_of(lines[table.last_line]) >= line)
      title = table.table->title;
  return title;
}

std::string spelled(const cube::Statement& statement) {
  if (!statement.place.table.empty()) return statement.place.quote;
  std::string quote = statement.place.quote;
  quote.erase(std::remove(quote.begin(), quote.end(), ' '), quote.end());
  const std::size_t unit = quote.find_first_not_of("0123456789.,-");
  if (unit != std::string::npos && unit > 0 && static_cast<unsigned char>(quote[unit]) >= 0x80) quote.insert(unit, " ");
  return quote;
}

cube::Place wider(const cube::Statement& statement, const Reading& reading) {
  cube::Place place = statement.place;
  const auto* line = line_of(place, reading);
  if (line == nullptr || place.line != place.last_line) return place;
  const std::string_view text = line->text;
  if (line->tabs > 0) {
    // The row's own label, then the figure: what a reader looks for in a table.
    const auto* row = row_of(place, reading);
    const std::string label = row != nullptr ? row->place.quote : std::string(line->fragment(0));
    place.quote = std::string(text::prefix(place.begin > label.size() ? label + " … " + place.quote : place.quote, 80));
    return place;
  }
  std::size_t begin = place.begin, taken = 0;
  while (begin > 0 && taken < max_words) {
    std::size_t previous = begin - 1;
    while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
    constexpr std::string_view ends = "。；;";
    if (ends.find(text.substr(previous, begin - previous)) != std::string_view::npos) break;
    begin = previous;
    ++taken;
  }
  std::string_view quote = text.substr(begin, place.end - begin);
  if (taken == max_words) quote.remove_prefix(broken_words(quote.substr(0, place.begin - begin)));
  place.quote = text::prefix(quote, 80);
  return place;
}

}  // namespace mingzhang::check
