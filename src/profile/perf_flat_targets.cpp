#include <algorithm>

#include "profile/perf_flat_rows.h"
#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

constexpr int block = 90;             // the weights of a table: the money has the other 10
constexpr std::size_t most_open = 8;  // rows to be tried against it

std::size_t trailing_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[text.size() - count - 1] >= '0' && text[text.size() - count - 1] <= '9') ++count;
  return count;
}

/// Cuts [begin, end) into the value of the year before and the weight: the last word, or what its last digits may be.
void cut_weight(const FlatText& text, std::size_t begin, std::size_t end, FlatIndicator& row) {
  if (begin >= end) return;
  const auto word = last_word(text, begin, end);
  if (is_weight(text.slice(word, end))) {
    row.weight = {word, end};
    row.last = {begin, word};
    return;
  }
  const auto digits = trailing_digits(text.slice(word, end));
  row.weights_from = begin;
  for (std::size_t length = 1; length <= std::min<std::size_t>(digits, 2); ++length)
    if (is_weight(text.slice(end - length, end))) row.weights.push_back({end - length, end});
}

/// The last basis word with a weight behind it.
FlatSpan find_basis(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words) {
  FlatSpan found;
  for (std::size_t at = begin + 1; at < end; ++at) {
    const auto length = longest_at_start(text.slice(at, end), words.bases);
    if (length == 0) continue;
    found = {at, at + length};
    at += length - 1;
  }
  return trailing_digits(text.slice(begin, end)) > 0 ? found : FlatSpan{};
}

bool holds_one_of(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return text.find(word) != std::string_view::npos; });
}

/// Everything up to the rule. Without a basis that is known nothing tells target and prior value apart.
void read_left(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words, FlatIndicator& row) {
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

void take_levels(const FlatLevels& levels, FlatIndicator& row) {
  row.level1 = levels.level1;
  row.level2 = levels.level2;
}

/// What the glued weights are, if one choice alone makes up the block; else they and the values before them stay empty.
void settle_weights(std::vector<FlatIndicator>& rows, const FlatText& text) {
  std::vector<FlatIndicator*> open;
  int sum = 0;
  const auto number = [&](const FlatSpan& span) { return std::stoi(std::string(text.slice(span.begin, span.end))); };
  for (auto& row : rows) {
    if (!row.weights.empty())
      open.push_back(&row);
    else if (!row.weight.empty())
      sum += number(row.weight);
  }
  if (open.empty() || open.size() > most_open) return;
  std::size_t choices = 1, found = 0, fitting = 0;
  for (const auto* row : open) choices *= row->weights.size();
  const auto chosen = [&](std::size_t& choice, const FlatIndicator& row) {
    const auto span = row.weights[choice % row.weights.size()];
    choice /= row.weights.size();
    return span;
  };
  for (std::size_t choice = 0; choice < choices; ++choice) {
    int total = sum;
    std::size_t rest = choice;
    for (const auto* row : open) total += number(chosen(rest, *row));
    if (total != block || ++fitting > 1) continue;
    found = choice;
  }
  if (fitting != 1) return;
  for (auto* row : open) {
    row->weight = chosen(found, *row);
    row->last = {row->weights_from, row->weight.begin};
  }
}

/// Ends of rows: lines that end with a weight. Those before a level name are certain; the others count if the weights
/// make up the block only with them.
std::vector<FlatSpan> weights_at_line_ends(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatSpan> all, certain;
  int sum = 0;
  for (std::size_t end = body.size() == 0 ? 0 : body.next_line(0); end > 0; end = end < body.size() ? body.next_line(end) : 0) {
    const auto word = last_word(body, body.line_start(end), end);
    if (!is_weight(body.slice(word, end))) continue;
    all.push_back({word, end});
    if (end < body.size() && levels_at(body, end, body.size(), words).end == end) continue;
    certain.push_back(all.back());
    sum += std::stoi(std::string(body.slice(word, end)));
  }
  return sum == block ? certain : all;
}

}  // namespace

std::vector<FlatIndicator> project_targets(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const auto method = longest_at_start(body.slice(at, body.size()), words.methods);
    if (method == 0) continue;
    const auto evidence = longest_at_start(body.slice(at + method, body.size()), words.evidence);
    if (evidence == 0) continue;
    FlatIndicator row;
    row.method = {at, at + method};
    row.evidence = {row.method.end, row.method.end + evidence};
    const auto levels = levels_at(body, begin, at, words);
    take_levels(levels, row);
    // Another rule before this one: the end of a row was not seen.
    const bool one = !holds_one_of(body.slice(begin, at), words.methods);
    if (one) read_left(body, levels.end, at, words, row);
    if (one) rows.push_back(std::move(row));
    begin = at + method + evidence;
    at = begin - 1;
  }
  settle_weights(rows, body);
  return rows;
}

std::vector<FlatIndicator> unit_targets(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatIndicator> rows;
  std::size_t begin = 0;
  for (const auto& weight : weights_at_line_ends(body, words)) {
    FlatIndicator row;
    const auto levels = levels_at(body, begin, weight.begin, words);
    take_levels(levels, row);
    row.weight = weight;
    cut_free_basis(body, levels.end, weight.begin, words, row);
    rows.push_back(std::move(row));
    begin = weight.end;
  }
  return rows;
}

}  // namespace mingzhang::profile
