#include "profile/perf_flat_doubts.h"

#include <algorithm>

#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// ">=95": the beginning of a target. Names and reasons say such things in words.
bool is_limit(std::string_view text) {
  const std::size_t number = text.find_first_not_of("<>=");
  return number != 0 && number != std::string_view::npos && is_digit(text[number]);
}

/// The name of a level, a basis or a rule, or a limit: none of them is part of a name or a reason.
bool holds_other_cells(const FlatText& body, const FlatSpan& cell, const PerformanceWords& words) {
  for (std::size_t at = cell.begin; at < cell.end; ++at) {
    const auto rest = body.slice(at, cell.end);
    if (is_limit(rest) || longest_at_start(rest, words.bases) > 0 || longest_at_start(rest, words.methods) > 0)
      return true;
    const auto level = std::max(level_at(rest, words.level1).length, level_at(rest, words.level2).length);
    if (level > 0 && (at == cell.begin || body.starts_line(at) || at + level < cell.end)) return true;
  }
  return false;
}

/// "产出指", "益指标": a part of the name of a level begins the cell, and the rest of that name is lost.
bool begins_with_part(std::string_view cell, const WordGroups& levels) {
  constexpr std::string_view full = "指标";
  constexpr std::size_t character = 3;  // bytes
  for (const auto& group : levels)
    for (const std::string_view word : group.words) {
      if (!word.ends_with(full)) continue;
      if (cell.starts_with(word.substr(0, word.size() - character))) return true;
      for (std::size_t cut = character; cut + full.size() <= word.size(); cut += character)
        if (cell.starts_with(word.substr(cut))) return true;
    }
  return false;
}

/// A date behind other words is the target of the row, an operator at the beginning that of a row without a name.
bool holds_target(std::string_view name) {
  constexpr std::string_view operators = "<>=";
  if (!name.empty() && operators.find(name.front()) != std::string_view::npos) return true;
  for (std::size_t at = 1; at < name.size(); ++at)
    if (is_digit(name[at]) && !is_digit(name[at - 1]) && is_flat_date(name.substr(at))) return true;
  return false;
}

/// What no name of an indicator is.
bool is_other_cell(const FlatText& body, const FlatSpan& cell, const PerformanceWords& words) {
  const auto name = body.slice(cell.begin, std::max(cell.begin, cell.end));
  return holds_target(name) || begins_with_part(name, words.level1) || begins_with_part(name, words.level2) ||
         longest_at_start(name, words.evidence) > 0;
}

}  // namespace

bool drop_run_together(const FlatText& body, const PerformanceWords& words, std::vector<FlatIndicator>& rows) {
  bool found = false;
  for (auto& row : rows) {
    found = found || row.lost;
    for (auto* cell : {&row.name, &row.reason}) {
      if (!holds_other_cells(body, *cell, words) && (cell != &row.name || !is_other_cell(body, *cell, words))) continue;
      *cell = {};
      row.open = found = true;
    }
  }
  return found;
}

}  // namespace mingzhang::profile
