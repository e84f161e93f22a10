#include "profile/perf_cells.h"

#include <algorithm>
#include <array>
#include <utility>

#include "profile/stream.h"
#include "text/normal.h"
#include "text/number.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr auto tex_signs = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"\\div", "÷"}, {"\\times", "×"}, {"\\geq", "≥"}, {"\\leq", "≤"}, {"\\%", "%"}});

/// "<p>", "</p>", "<br/>": bytes; 0 if it is none. "<=" is an operator.
std::size_t tag_length(std::string_view text) {
  constexpr std::size_t longest = 8;
  const auto close = text.substr(0, longest).find('>');
  if (text.size() < 3 || text.front() != '<' || close == std::string_view::npos || close < 2) return 0;
  const bool named = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(close),
                                 [](char c) { return (c >= 'a' && c <= 'z') || c == '/'; });
  return named ? close + 1 : 0;
}

bool is_blank(std::string_view character) {
  return text::normal_text(character).empty();
}

std::string_view number_of(std::string_view normal, std::string_view& unit) {
  const auto end = normal.find_first_not_of("0123456789.,-");
  unit = end == std::string_view::npos ? std::string_view() : normal.substr(end);
  return normal.substr(0, end);
}

}  // namespace

std::string clean_cell(std::string_view printed) {
  std::string out;
  for (std::size_t at = 0; at < printed.size();) {
    const std::string_view rest = printed.substr(at);
    const auto sign = std::find_if(tex_signs.begin(), tex_signs.end(),
                                   [&](const auto& entry) { return rest.starts_with(entry.first); });
    if (sign != tex_signs.end()) {
      out += sign->second;
      at += sign->first.size();
    } else if (rest.starts_with("**")) {
      at += 2;
    } else if (const auto tag = tag_length(rest); tag > 0) {
      at += tag;
    } else {
      const std::size_t length = text::code_point_at(printed, at).length;
      if (!is_blank(rest.substr(0, length))) out += rest.substr(0, length);
      at += length;
    }
  }
  return out;
}

std::vector<PerfCell> cells_of(const document::Line& line) {
  std::vector<PerfCell> cells;
  for (std::size_t index = 0; index < line.fragments.size(); ++index) {
    PerfCell cell;
    cell.text = clean_cell(line.fragment(index));
    cell.normal = text::normal_text(cell.text);
    cell.tab = line.fragments[index].column;
    cell.columns = line.fragments[index].columns;
    cell.begin = line.fragments[index].begin;
    cell.end = line.fragments[index].end;
    if (!cell.normal.empty()) cells.push_back(std::move(cell));
  }
  return cells;
}

bool is_perf_figure(std::string_view normal) {
  std::string_view unit;
  const std::string_view digits = number_of(normal, unit);
  const auto number = text::read_number(digits);
  const bool known = unit.empty() || unit == "分" || unit == "%" || unit == "万元" || unit == "元";
  return known && number && number->length == digits.size();
}

bool is_perf_percent(std::string_view normal) {
  return normal.ends_with('%') && is_perf_figure(normal);
}

bool is_perf_integer(std::string_view normal) {
  if (normal.ends_with("分")) normal.remove_suffix(std::string_view("分").size());
  return !normal.empty() && normal.size() <= 3 && normal.find_first_not_of("0123456789") == std::string_view::npos;
}

cube::Printed printed_of(const PerfCell& cell, const document::Line& line, const PerformanceWords& words,
                         const std::string& table) {
  cube::Printed printed;
  if (!is_one_of(words.blanks, cell.normal)) printed.text = cell.text;
  printed.place = place_in_line(line, cell.begin, cell.end);
  printed.place.table = table;
  return printed;
}

}  // namespace mingzhang::profile
