#include <algorithm>
#include <optional>

#include "profile/perf_flat_rows.h"
#include "profile/perf_flat_values.h"
#include "profile/perf_flat_weights.h"

namespace mingzhang::profile {
namespace {

bool is_score(std::string_view word) {
  return !word.empty() && word.front() != '.' && word.back() != '.' &&
         word.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(word.begin(), word.end(), '.') <= 1;
}

std::vector<FlatSpan> words_between(const FlatText& text, std::size_t begin, std::size_t end) {
  std::vector<FlatSpan> words;
  for (std::size_t at = begin; at < end; at = text.next_word(at))
    words.push_back({at, std::min(text.next_word(at), end)});
  return words;
}

template <class Find>
std::vector<FlatAnchor> anchors_of(const FlatText& body, Find find) {
  std::vector<FlatAnchor> anchors;
  for (std::size_t begin = 0; begin < body.size(); begin = body.next_line(begin))
    if (const auto anchor = find(words_between(body, begin, body.next_line(begin)))) anchors.push_back(*anchor);
  return anchors;
}

/// The level names nearest to the anchor, at the beginning of a line: what is before them belongs to the row before.
struct LevelPlace {
  std::size_t begin = 0;
  FlatLevels levels;
};
std::optional<LevelPlace> last_levels(const FlatText& body, std::size_t begin, std::size_t end,
                                      const PerformanceWords& words) {
  std::optional<LevelPlace> best;
  for (std::size_t at = begin; at < end; at = body.next_line(at)) {
    const auto levels = levels_at(body, at, end, words);
    if (levels.end > at && (!best || levels.end > best->levels.end)) best = {at, levels};
  }
  return best;
}

/// Without a level name between: a reason beside its score is of one line, the strip of others goes to the last line
/// that ends a sentence. Empty: the words may belong to either row.
std::optional<std::size_t> strip_end(const FlatText& body, std::size_t begin, std::size_t end, bool full_score) {
  constexpr std::string_view opening = "偏差", stop = "。";
  if (full_score && !body.slice(begin, end).starts_with(opening)) return begin;
  std::optional<std::size_t> found;
  if (!body.starts_line(begin)) found = body.next_line(begin);
  for (std::size_t at = body.next_line(begin); at < end; at = body.next_line(at))
    if (body.slice(begin, at).ends_with(stop)) found = at;
  return found;
}

/// Target and actual value as the two words of the anchor's own line, below the name.
std::optional<FlatPair> words_of_line(const FlatText& body, std::size_t begin, std::size_t end) {
  const std::size_t line = body.line_start(end);
  const auto words = words_between(body, line, end);
  if (line <= begin || words.size() != 2) return std::nullopt;
  // A number without its operator may be the rest of a cell that began above.
  constexpr std::string_view operators = "<>=", numbers = "0123456789";
  const auto opens = [&](std::string_view with, const FlatSpan& word) {
    return with.find(body.text()[word.begin]) != std::string_view::npos;
  };
  const bool rest = body.slice(begin, line).find_first_of(operators) != std::string_view::npos;
  if (rest || opens(numbers, words[0]) || (opens(numbers, words[1]) && !opens(operators, words[0])))
    return std::nullopt;
  return FlatPair{words[0].begin, words[1].begin};
}

void read_cells(const FlatText& body, std::size_t begin, std::size_t end, const PerformanceWords& words,
                FlatIndicator& row) {
  auto pair = split_pair(body, begin, end, words.qualitative);
  if (!pair) pair = words_of_line(body, begin, end);
  if (!pair) return;
  row.name = {begin, pair->target};
  row.target = {pair->target, pair->actual};
  row.actual = {pair->actual, end};
}

/// A reason of one line beside its score, not the unit of what looks like one.
bool is_reason_beside(const FlatText& body, const FlatSpan& score, const FlatSpan& word) {
  constexpr std::size_t least = 6;  // two characters
  const auto reason = body.slice(word.begin, word.end);
  const bool ideographs = reason.size() >= least && (reason.front() & 0x80) != 0;
  return ideographs && is_score(body.slice(score.begin, score.end)) &&
         !is_flat_value(body.slice(score.begin, word.end));
}

std::optional<FlatAnchor> weight_and_score(std::vector<FlatSpan> words, const FlatText& body) {
  if (words.size() > 2 && is_reason_beside(body, words[words.size() - 2], words.back())) words.pop_back();
  if (words.size() < 2) return std::nullopt;
  const auto weight = words[words.size() - 2], score = words.back();
  if (!is_weight(body.slice(weight.begin, weight.end)) || !is_score(body.slice(score.begin, score.end)))
    return std::nullopt;
  return FlatAnchor{weight, {}, score};
}

std::optional<FlatAnchor> weight_actual_score(const std::vector<FlatSpan>& words, const FlatText& body,
                                              const PerformanceWords& vocabulary) {
  if (words.size() < 3 || !is_score(body.slice(words.back().begin, words.back().end))) return std::nullopt;
  for (std::size_t index = 0; index + 2 < words.size(); ++index) {
    const FlatSpan actual = {words[index].end, words.back().begin};
    const auto cell = body.slice(actual.begin, actual.end);
    const bool known = is_flat_value(cell) || is_one_of(vocabulary.qualitative, cell);
    if (known && is_weight(body.slice(words[index].begin, words[index].end)))
      return FlatAnchor{words[index], actual, words.back()};
  }
  return std::nullopt;
}

/// What stands behind the score. In doubt it holds the rest of the name, too.
void end_row(FlatIndicator& row, FlatSpan reason, bool open, bool doubtful) {
  row.open = open;
  row.reason = doubtful ? FlatSpan{} : reason;
  if (doubtful) row.name = {};
}

}  // namespace

std::vector<FlatAnchor> weights_with_scores(const FlatText& body) {
  return anchors_of(body, [&](auto line) { return weight_and_score(std::move(line), body); });
}

std::vector<FlatIndicator> project_results(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = 0;
  bool full_score = true;
  for (const auto& anchor : weights_with_scores(body)) {
    FlatIndicator row;
    row.weight = anchor.weight;
    row.score = anchor.score;
    const auto levels = last_levels(body, begin, anchor.weight.begin, words);
    const auto strip = levels ? levels->begin : strip_end(body, begin, anchor.weight.begin, full_score);
    if (levels) {
      row.level1 = levels->levels.level1;
      row.level2 = levels->levels.level2;
    }
    const bool doubtful = body.is_doubtful(begin, levels ? levels->levels.end : anchor.weight.begin);
    if (!rows.empty()) end_row(rows.back(), strip ? FlatSpan{begin, *strip} : FlatSpan{}, doubtful || !strip, doubtful);
    read_cells(body, levels ? levels->levels.end : strip.value_or(begin), anchor.weight.begin, words, row);
    if (!strip || (doubtful && !levels)) row.name = {};
    rows.push_back(std::move(row));
    begin = row_start(body, anchor.score.end);
    full_score = body.slice(anchor.weight.begin, anchor.weight.end) == body.slice(anchor.score.begin, anchor.score.end);
  }
  const bool doubtful = body.is_doubtful(begin, body.size());
  if (!rows.empty()) end_row(rows.back(), {begin, body.size()}, doubtful, doubtful);
  return rows;
}

std::vector<FlatIndicator> unit_results(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = 0;
  for (const auto& anchor :
       anchors_of(body, [&](const auto& line) { return weight_actual_score(line, body, words); })) {
    FlatIndicator row;
    const auto name = take_levels(body, begin, anchor.weight.begin, words, row);
    row.weight = anchor.weight;
    row.actual = anchor.actual;
    row.score = anchor.score;
    cut_free_basis(body, name, anchor.weight.begin, words, row);
    rows.push_back(std::move(row));
    begin = row_start(body, anchor.score.end);
  }
  return rows;
}

}  // namespace mingzhang::profile
