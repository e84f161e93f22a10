#include "check/describe.h"

#include <algorithm>
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

bool stops(std::string_view character) {
  constexpr std::string_view marks = "，,。；;：:、\t";
  return marks.find(character) != std::string_view::npos;
}

/// The words directly before a figure, back to the last punctuation; one phrase more if they say nothing alone ("占").
std::string words_before(std::string_view line, std::size_t figure) {
  std::size_t begin = figure, taken = 0;
  int phrases = 0;
  while (begin > 0 && taken < max_words) {
    std::size_t previous = begin - 1;
    while (previous > 0 && (static_cast<unsigned char>(line[previous]) & 0xC0) == 0x80) --previous;
    if (stops(line.substr(previous, begin - previous))) {
      const std::string so_far = text::normal_text(line.substr(begin, figure - begin));
      if (text::count_code_points(so_far) > 2 || ++phrases > 1) break;
    }
    begin = previous;
    ++taken;
  }
  return text::normal_text(line.substr(begin, figure - begin));
}

std::pair<std::uint32_t, std::uint32_t> line_key(const cube::Place& place) {
  return {place.page, place.line};
}

std::string row_name(const cube::Place& place, const Reading& reading) {
  if (place.row.find_first_not_of("0123456789") != std::string::npos) return place.row;
  const auto above = [](const cube::Place& wanted, const auto& table) {
    return line_key(wanted) < line_key(table.title);
  };
  const auto table = std::upper_bound(reading.tables.begin(), reading.tables.end(), place, above);
  if (table == reading.tables.begin()) return place.row;
  const auto& rows = std::prev(table)->rows;
  const auto before = [](const auto& row, const cube::Place& wanted) { return line_key(row.place) < line_key(wanted); };
  for (auto row = std::lower_bound(rows.begin(), rows.end(), place, before); row != rows.end(); ++row) {
    if (line_key(row->place) != line_key(place)) break;
    if (row->key == place.row && !row->name.empty()) return place.row + " " + row->name;
  }
  return place.row;
}

}  // namespace

std::string describe(const cube::Statement& statement, const Reading& reading) {
  const auto& place = statement.place;
  if (!place.table.empty()) {
    const auto* table = reading.form()->table(place.table);
    return "《" + (table ? table->title : place.table) + "》“" + row_name(place, reading) + "”行“" + place.column +
           "”列";
  }
  const auto* line = line_of(place, reading);
  if (line == nullptr || !statement.has_figure) return section_title(statement, reading);
  std::string words = words_before(line->text, place.begin);
  while (!words.empty() && stops(std::string_view(words).substr(0, text::code_point_at(words, 0).length)))
    words.erase(0, text::code_point_at(words, 0).length);
  return words.empty() ? section_title(statement, reading) : "“" + words + "”";
}

std::string section_title(const cube::Statement& statement, const Reading& reading) {
  if (reading.form() == nullptr) return {};
  if (const auto* section = reading.form()->section(statement.scope)) return section->title;
  if (const auto* table = reading.form()->table(statement.scope)) return table->title;
  return {};
}

std::string title_at(std::uint32_t line, const Reading& reading) {
  std::string title;
  for (const auto& section : reading.sections)
    if (section.heading.line <= line) title = section.section->title;
  const auto& lines = reading.stream->document().lines;
  for (const auto& table : reading.tables)
    if (table.title.line <= line && lines[table.last_line].number >= line) title = table.table->title;
  return title;
}

std::string spelled(const cube::Statement& statement, const Reading& reading) {
  if (!statement.place.table.empty()) return statement.place.quote;
  std::string quote = statement.place.quote;
  quote.erase(std::remove(quote.begin(), quote.end(), ' '), quote.end());
  static_cast<void>(reading);
  return quote;
}

cube::Place wider(const cube::Statement& statement, const Reading& reading) {
  cube::Place place = statement.place;
  const auto* line = line_of(place, reading);
  if (line == nullptr || place.line != place.last_line) return place;
  const std::string_view text = line->text;
  if (line->tabs > 0) {
    // The row's own label, then the figure: what a reader looks for in a table.
    const std::string label(line->fragment(0));
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
  place.quote = text::prefix(text.substr(begin, place.end - begin), 80);
  return place;
}

}  // namespace mingzhang::check
