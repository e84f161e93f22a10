#include <algorithm>

#include "profile/perf_flat_rows.h"
#include "profile/perf_flat_values.h"
#include "profile/perf_flat_weights.h"

namespace mingzhang::profile {
namespace {

/// The last basis word.
FlatSpan find_basis(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words) {
  FlatSpan found;
  for (std::size_t at = begin + 1; at < end; ++at) {
    const auto length = longest_at_start(text.slice(at, end), words.bases);
    if (length == 0) continue;
    found = {at, at + length};
    at += length - 1;
  }
  return found;
}

bool holds_one_of(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return text.find(word) != std::string_view::npos; });
}

/// Everything up to the rule. Without a basis that is known nothing tells target and prior value apart.
void read_left(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words,
               FlatIndicator& row) {
  row.basis = find_basis(text, begin, end, words);
  if (row.basis.empty()) {
    const auto word = last_word(text, begin, end);
    if (is_weight(text.slice(word, end))) row.weight = {word, end};
    return;
  }
  cut_weight(text, row.basis.end, end, row);
  const auto prior = text.slice(row.last.begin, row.last.end);
  if (const auto target = target_begin(text, begin, row.basis.begin, prior, words.qualitative)) {
    row.name = {begin, *target};
    row.target = {*target, row.basis.begin};
  }
}

}  // namespace

std::vector<FlatIndicator> project_targets(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = row_start(body, 0);
  for (std::size_t at = begin; at < body.size(); ++at) {
    const auto method = longest_at_start(body.slice(at, body.size()), words.methods);
    const auto evidence = method == 0 ? 0 : longest_at_start(body.slice(at + method, body.size()), words.evidence);
    if (evidence == 0) continue;
    FlatIndicator row;
    row.method = {at, at + method};
    row.evidence = {row.method.end, row.method.end + evidence};
    // Another rule before this one: the end of a row was not seen.
    row.lost = holds_one_of(body.slice(begin, at), words.methods);
    if (!row.lost) read_left(body, take_levels(body, begin, at, words, row), at, words, row);
    if (body.is_doubtful(begin, at)) row.name = {};
    rows.push_back(std::move(row));
    begin = row_start(body, rows.back().evidence.end);
    at = rows.back().evidence.end - 1;
  }
  settle_weights(body, rows);
  return rows;
}

std::vector<FlatIndicator> unit_targets(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = row_start(body, 0);
  for (const auto& weight : weights_at_line_ends(body, words)) {
    if (weight.begin < begin) continue;  // the number of a page
    FlatIndicator row;
    row.weight = weight;
    cut_free_basis(body, take_levels(body, begin, weight.begin, words, row), weight.begin, words, row);
    rows.push_back(std::move(row));
    begin = row_start(body, weight.end);
  }
  return rows;
}

}  // namespace mingzhang::profile
