#include "profile/perf_flat_weights.h"

#include <algorithm>

#include "profile/perf_flat_values.h"

namespace mingzhang::profile {
namespace {

constexpr int block = 9000;           // hundredths: the weights of a table, the money having the other 10
constexpr std::size_t most_open = 8;  // rows to be tried against it

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t trailing_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && digit(text[text.size() - count - 1])) ++count;
  return count;
}

/// Of a weight.
int hundredths(std::string_view weight) {
  int value = 0, decimals = 0;
  bool behind_point = false;
  for (const char c : weight) {
    if (c == '.') {
      behind_point = true;
      continue;
    }
    value = value * 10 + (c - '0');
    if (behind_point) ++decimals;
  }
  for (; decimals < 2; ++decimals) value *= 10;
  return value;
}

int hundredths(const FlatText& text, const FlatSpan& weight) {
  return hundredths(text.slice(weight.begin, weight.end));
}

/// Every way to take one of the weights of each row, counted from 0.
class Choices {
 public:
  explicit Choices(const std::vector<FlatIndicator*>& rows) : rows_(rows) {}

  std::size_t count() const {
    std::size_t product = 1;
    for (const auto* row : rows_) product *= row->weights.size();
    return product;
  }

  std::vector<FlatSpan> taken(std::size_t choice) const {
    std::vector<FlatSpan> out;
    for (const auto* row : rows_) {
      out.push_back(row->weights[choice % row->weights.size()]);
      choice /= row->weights.size();
    }
    return out;
  }

 private:
  const std::vector<FlatIndicator*>& rows_;
};

}  // namespace

bool is_weight(std::string_view word) {
  const std::size_t whole = std::min(word.find('.'), word.size());
  if (whole == 0 || whole > 2 || word.front() == '0') return false;
  const bool decimals = whole == word.size() || (word.size() > whole + 1 && word.size() <= whole + 3);
  return decimals && std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(whole), digit) &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(std::min(whole + 1, word.size())), word.end(), digit);
}

void cut_weight(const FlatText& text, std::size_t begin, std::size_t end, FlatIndicator& row) {
  if (begin >= end) return;
  const auto word = last_word(text, begin, end);
  // "100%1", "2": a line may end inside the cell to which the weight is glued.
  const auto before = text.slice(begin, word);
  const bool cut = !before.empty() && digit(before.back()) && !is_flat_value(before);
  if (!cut && is_weight(text.slice(word, end))) {
    row.weight = {word, end};
    row.last = {begin, word};
    return;
  }
  row.weights_from = begin;
  const auto digits = std::min<std::size_t>(trailing_digits(text.slice(begin, end)), 2);
  for (std::size_t length = 1; length <= digits; ++length)
    if (is_weight(text.slice(end - length, end))) row.weights.push_back({end - length, end});
}

void settle_weights(const FlatText& text, std::vector<FlatIndicator>& rows) {
  std::vector<FlatIndicator*> open;
  int certain = 0;
  for (auto& row : rows) {
    if (!row.weights.empty()) open.push_back(&row);
    if (!row.weight.empty()) certain += hundredths(text, row.weight);
  }
  if (open.empty() || open.size() > most_open) return;
  const Choices choices(open);
  std::vector<std::vector<FlatSpan>> fitting;
  for (std::size_t choice = 0; choice < choices.count(); ++choice) {
    auto taken = choices.taken(choice);
    int sum = certain;
    for (const auto& weight : taken) sum += hundredths(text, weight);
    if (sum == block) fitting.push_back(std::move(taken));
  }
  if (fitting.size() != 1) return;
  for (std::size_t index = 0; index < open.size(); ++index) {
    open[index]->weight = fitting.front()[index];
    open[index]->last = {open[index]->weights_from, open[index]->weight.begin};
  }
}

std::vector<FlatSpan> weights_at_line_ends(const FlatText& body, const PerformanceWords& words) {
  std::vector<FlatSpan> all, certain;
  int sum = 0;
  for (std::size_t begin = 0; begin < body.size(); begin = body.next_line(begin)) {
    const std::size_t end = body.next_line(begin), word = last_word(body, begin, end);
    if (!is_weight(body.slice(word, end))) continue;
    all.push_back({word, end});
    if (end < body.size() && levels_at(body, end, body.size(), words).end == end) continue;
    certain.push_back({word, end});
    sum += hundredths(body, {word, end});
  }
  return sum == block ? certain : all;
}

}  // namespace mingzhang::profile
