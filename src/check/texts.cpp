#include "check/texts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "check/prose_figures.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

void between_tables(const profile::Reading& reading, const Look& look) {
  const auto& stream = *reading.stream;
  std::size_t begin = 0;
  const auto upto = [&](std::size_t end) {
    if (end > begin)
      look(stream.text().substr(begin, end - begin),
           [&, from = begin](std::size_t first, std::size_t last) { return stream.place(from + first, from + last); });
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tables;
  for (const auto& table : reading.tables)
    if (table.last_line < stream.line_count()) tables.emplace_back(table.first_line, table.last_line);
  std::sort(tables.begin(), tables.end());
  for (const auto& [first, last] : tables) {
    upto(stream.begin_of(first));
    begin = std::max(begin, stream.end_of(last));
  }
  upto(stream.text().size());
}

void in_cells(const document::Line& line, const Look& look) {
  for (std::size_t index = 0; index < line.fragments.size(); ++index) {
    const auto normal = text::normalise(line.fragment(index));
    const std::uint32_t at = line.fragments[index].begin;
    look(normal.text, [&](std::size_t first, std::size_t last) {
      return profile::place_in_line(line, at + static_cast<std::uint32_t>(normal.source(first)),
                                    at + static_cast<std::uint32_t>(normal.source(last)));
    });
  }
}

void without_tabs(const profile::Reading& reading, const cube::Printed& cell, const Look& look) {
  const auto line = reading.stream->line_of(cell.place);
  if (cell.empty() || !line || reading.stream->document().lines[*line].tabs > 0) return;  // a cell of its row
  const std::string text = text::normal_text(cell.text);
  look(text, [&](std::size_t first, std::size_t last) {
    return place_of_words(cell, first, text.substr(first, last - first), reading).value_or(cell.place);
  });
}

}  // namespace

void each_cell(const profile::Reading& reading, const Look& look) {
  for (const auto& line : reading.stream->document().lines)
    if (line.tabs > 0) in_cells(line, look);
  for (const auto& table : reading.performance) {
    for (const auto* cell : {&table.goal, &table.result}) without_tabs(reading, *cell, look);
    for (const auto& row : table.indicators)
      for (const auto* cell : {&row.target, &row.actual, &row.method, &row.evidence, &row.reason})
        without_tabs(reading, *cell, look);
    for (const auto& row : table.money)
      for (const auto* cell : {&row.content, &row.done}) without_tabs(reading, *cell, look);
  }
}

void each_text(const profile::Reading& reading, const Look& look) {
  between_tables(reading, look);
  each_cell(reading, look);
}

}  // namespace mingzhang::check
