#include "profile/perf_flat_rows.h"

#include <algorithm>
#include <optional>

#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t most_words = 16;  // of a cell

/// The longest value or grade that begins at `at` and ends with a word.
std::size_t value_end(const FlatText& text, std::size_t at, std::size_t end, const PerformanceWords& words) {
  std::size_t found = at, count = 0;
  for (std::size_t stop = text.next_word(at); stop < end && count < most_words; stop = text.next_word(stop), ++count) {
    const auto cell = text.slice(at, stop);
    if (is_flat_value(cell) || is_one_of(words.qualitative, cell)) found = stop;
  }
  return found;
}

/// "(50分)" behind the name of a first level; 0 if there is none.
std::size_t points_length(std::string_view text) {
  constexpr std::string_view ending = "分)";
  if (!text.starts_with('(')) return 0;
  const auto close = text.find_first_not_of("0123456789.", 1);
  return close != std::string_view::npos && close > 1 && text.substr(close).starts_with(ending) ? close + ending.size()
                                                                                                : 0;
}

}  // namespace

cube::Printed flat_cell(const FlatText& text, const FlatSpan& span, const PerformanceWords& words) {
  cube::Printed cell = text.print(span.begin, span.end);
  if (!span.empty() && is_one_of(words.blanks, text.slice(span.begin, span.end))) cell.text.clear();
  return cell;
}

std::size_t last_word(const FlatText& text, std::size_t begin, std::size_t end) {
  if (begin >= end) return end;
  while (end > begin + 1 && !text.starts_word(end - 1)) --end;
  return end - 1;
}

void cut_free_basis(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words,
                    FlatIndicator& row) {
  const std::size_t sign = std::min(text.text().find_first_of("<>=", begin), end);
  const bool has_operator = sign < end;
  for (std::size_t at = has_operator ? sign : text.next_word(begin); at < end; at = text.next_word(at)) {
    const std::size_t stop = value_end(text, at, end, words);
    if (stop > at && at > begin) {
      row.name = {begin, at};
      row.target = {at, stop};
      row.basis = {stop, end};
      return;
    }
    if (has_operator) return;
  }
}

WordFound level_at(std::string_view text, const WordGroups& levels) {
  constexpr std::string_view full = "指标";
  WordFound found;
  for (const auto& group : levels)
    for (const auto& word : group.words)
      if ((word == group.id || word.ends_with(full)) && text.starts_with(word) && word.size() > found.length)
        found = {&group, word.size()};
  return found;
}

FlatLevels levels_at(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words) {
  FlatLevels levels{{}, {}, begin};
  std::string bare;
  if (const auto first = level_at(text.slice(begin, end), words.level1); first.group != nullptr) {
    const std::size_t points = points_length(text.slice(begin + first.length, end));
    levels.level1 = first.group->id + std::string(text.slice(begin + first.length, begin + first.length + points));
    levels.end += first.length + points;
    bare = first.group->id;
  }
  if (const auto second = level_at(text.slice(levels.end, end), words.level2); second.group != nullptr) {
    levels.level2 = second.group->id;
    levels.end += second.length;
  } else if (level_at(bare, words.level2).length == bare.size()) {
    levels.level2 = bare;  // the name of a first and of a second level: alone it is both
  }
  return levels;
}

std::size_t take_levels(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words,
                        FlatIndicator& row) {
  const auto levels = levels_at(text, begin, end, words);
  row.level1 = levels.level1;
  row.level2 = levels.level2;
  return levels.end;
}

std::size_t row_start(const FlatText& text, std::size_t at) {
  if (at >= text.size() || !text.starts_line(at)) return at;
  const std::size_t end = text.next_line(at);
  if (text.next_word(at) < end) return at;  // weight and score of a row of its own
  const auto line = text.slice(at, end);
  return line.find_first_not_of("0123456789") == std::string_view::npos ? at + line.size() : at;
}

}  // namespace mingzhang::profile
