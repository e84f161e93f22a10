#include "profile/perf_flat_doubts.h"

#include <algorithm>

#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

/// ">=95": the beginning of a target. Names and reasons say such things in words.
bool is_limit(std::string_view text) {
  const std::size_t number = text.find_first_not_of("<>=");
  return number != 0 && number != std::string_view::npos && text[number] >= '0' && text[number] <= '9';
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

}  // namespace

bool drop_run_together(const FlatText& body, const PerformanceWords& words, std::vector<FlatIndicator>& rows) {
  bool found = false;
  for (auto& row : rows) {
    found = found || row.lost;
    for (auto* cell : {&row.name, &row.reason}) {
      if (!holds_other_cells(body, *cell, words)) continue;
      *cell = {};
      row.open = found = true;
    }
  }
  return found;
}

}  // namespace mingzhang::profile
