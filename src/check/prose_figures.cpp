#include "check/prose_figures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "check/indicators.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

constexpr std::size_t character = 3;  // bytes of an ideograph

/// Chinese digits of one or two characters before a word that measures: 两批次, 十二家. 一 mostly counts nothing.
std::optional<ProseFigure> spelled_figure(std::string_view text, std::size_t at) {
  for (const std::size_t length : {2 * character, character}) {
    const auto value = text::chinese_integer(text.substr(at, length));
    if (!value || *value < 2) continue;
    const auto number =
        text::read_number(std::to_string(*value) + std::string(text.substr(at + length, 4 * character)));
    constexpr auto counted =
        std::to_array<std::string_view>({"批次", "批", "期", "场", "场次", "次", "人", "人次", "家", "台", "名", "起"});
    if (!number || std::find(counted.begin(), counted.end(), number->unit) == counted.end()) continue;
    return ProseFigure{at, at + length + number->unit.size(), cube::quantity_of(*number, "", 0), true};
  }
  return std::nullopt;
}

}  // namespace

std::vector<ProseFigure> prose_figures(std::string_view text) {
  std::vector<ProseFigure> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = text::read_number(text.substr(at));
    if (!number || number->unit.empty()) {
      const auto spelled = number ? std::nullopt : spelled_figure(text, at);
      if (spelled) out.push_back(*spelled);
      at = spelled ? spelled->end : at + (number ? number->length : text::code_point_at(text, at).length);
      continue;
    }
    try {
      const bool plain = number->before.empty() && number->after.empty();
      if (plain) out.push_back({at, at + number->length, cube::quantity_of(*number, "", 0)});
    } catch (const money::Overflow&) {
      // no amount or count
    }
    at += number->length;
  }
  return out;
}

std::string counted_thing(const std::string& unit) {
  constexpr std::string_view times = "次";
  if (unit == "名") return "人";
  if (unit == "人次" || unit == "人次数") return "人次";
  return unit.size() > character && unit.ends_with(times) ? unit.substr(0, unit.size() - times.size()) : unit;
}

std::string clause_around(const std::string& text, const ProseFigure& figure) {
  const auto is_mark = [&](std::size_t at) {
    constexpr auto marks = std::to_array<std::string_view>({",", ";", "。", "、", ":"});
    return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return text.compare(at, mark.size(), mark) == 0; });
  };
  std::size_t begin = figure.begin, end = figure.end;
  while (begin > 0 && !is_mark(begin - 1) && !(begin >= character && is_mark(begin - character))) --begin;
  while (end < text.size() && !is_mark(end)) ++end;
  return text.substr(begin, end - begin);
}

bool share_words(std::string_view a, std::string_view b, std::size_t characters) {
  const std::size_t length = characters * character;
  for (std::size_t at = 0; at + length <= a.size(); at += text::code_point_at(a, at).length) {
    const auto words = a.substr(at, length);
    const bool ideographs = std::all_of(words.begin(), words.end(), [](char c) { return (c & 0x80) != 0; });
    if (ideographs && b.find(words) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<cube::Place> place_of_words(const cube::Printed& cell, std::size_t before, const std::string& wanted,
                                          const profile::Reading& reading) {
  const auto& lines = reading.stream->document().lines;
  const auto first = reading.stream->line_of(cell.place);
  std::optional<cube::Place> found;
  std::size_t filled = 0;
  for (std::size_t line = first.value_or(lines.size()); line < lines.size(); ++line) {
    if (lines[line].number > cell.place.last_line) break;
    const std::string& text = lines[line].text;
    const std::size_t begin = line == *first ? cell.place.begin : 0;
    const std::size_t end = lines[line].number == cell.place.last_line ? cell.place.end : text.size();
    filled += text::normal_text(std::string_view(text).substr(begin, end - begin)).size();
    const auto at = text.find(wanted, begin);
    if (at == std::string::npos || at >= end) continue;
    found = profile::place_in_line(lines[line], static_cast<std::uint32_t>(at),
                                   static_cast<std::uint32_t>(at + wanted.size()));
    if (filled > before) break;
  }
  return found;
}

/// Its line is found by the digits, since the words of a cell run over many lines.
Finding prose_finding(const std::string& rule, Severity severity, const cube::PerformanceTable& table,
                      const cube::Printed& words, const std::string& text, const ProseFigure& figure, std::size_t end,
                      const profile::Reading& reading) {
  constexpr int words_before = 10;
  std::size_t begin = figure.begin;
  for (int back = 0; back < words_before && begin > 0; ++back) do
      --begin;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
  Finding finding =
      performance_finding(rule, severity, table, words, text.substr(begin, end - begin), table.subject.text, reading);
  finding.stated = finding.words["stated"] = text.substr(figure.begin, figure.end - figure.begin);
  const std::string digits = figure.spelled ? text.substr(figure.begin, character) : figure.quantity.spell();
  if (auto place = place_of_words(words, figure.begin, digits, reading)) {
    place->quote = finding.places.front().quote;
    finding.places.front() = std::move(*place);
  }
  return finding;
}

}  // namespace mingzhang::check
