#include "scoring/infer.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace mingzhang::scoring {
namespace {

using money::Decimal;

constexpr std::size_t least_rates = 2;  ///< different ones that make a majority

Decimal half_of(int scale) {
  return Decimal(5, scale + 1);
}

/// Whether the rules differ on it.
bool is_informative(const Row& row) {
  if (row.predictions.empty() || row.reason != Reason::none) return false;
  const auto differs = [&](const Prediction& other) { return other.expected != row.predictions.front().expected; };
  return std::any_of(row.predictions.begin(), row.predictions.end(), differs);
}

/// Neither nothing nor everything: only such a score shows how a rule counts.
bool is_telling(const Row& row) {
  return row.score->sign() > 0 && *row.score < *row.weight;
}

class Tally {
 public:
  Tally(std::span<const Row* const> rows, int scale) : scale_(scale) {
    for (const Row* row : rows) {
      if (is_informative(*row)) rows_.push_back(row);
    }
  }

  std::size_t size() const { return rows_.size(); }

  bool fits(const Row& row, std::size_t rule) const {
    return compare(*row.score, scale_, row.predictions[rule]) == State::fits;
  }

  std::size_t count(std::size_t rule) const {
    return static_cast<std::size_t>(
        std::count_if(rows_.begin(), rows_.end(), [&](const Row* row) { return fits(*row, rule); }));
  }

  /// Rows that fit the rule by a score that tells something.
  std::vector<const Row*> evidence(std::size_t rule) const {
    std::vector<const Row*> out;
    for (const Row* row : rows_) {
      if (is_telling(*row) && fits(*row, rule)) out.push_back(row);
    }
    return out;
  }

 private:
  std::vector<const Row*> rows_;
  int scale_;
};

void decide(Inference& inference, Inference::State state, const Tally& tally, std::vector<std::size_t> fitting) {
  inference.state = state;
  for (const Row* row : tally.evidence(fitting.front())) inference.evidence.push_back(row->ref);
  inference.fitting = std::move(fitting);
}

/// The one rule that fits most rows; empty if two do equally well, or if too little speaks for it.
std::optional<std::size_t> majority(const Tally& tally, const std::vector<std::size_t>& counts) {
  const auto best = std::max_element(counts.begin(), counts.end());
  if (std::count(counts.begin(), counts.end(), *best) != 1 || *best * 2 <= tally.size()) return std::nullopt;
  const auto rule = static_cast<std::size_t>(best - counts.begin());
  std::set<Decimal> rates;
  for (const Row* row : tally.evidence(rule)) rates.insert(row->completion.value_or(Decimal()));
  if (rates.size() < least_rates) return std::nullopt;
  return rule;
}

}  // namespace

std::string_view id_of(Inference::State state) {
  constexpr std::array<std::string_view, 5> ids{"proved", "majority", "several", "none", "unknown"};
  return ids.at(static_cast<std::size_t>(state));
}

State compare(const Decimal& score, int scale, const Prediction& prediction) {
  State best = State::broken;
  for (const money::Interval& interval : prediction.attainable) {
    const Decimal away = money::distance(score, interval);
    if (away <= half_of(std::max(scale, score.scale()))) return State::fits;
    // What can be printed exactly is never rounded: 9.99 is not what becomes of 10.
    if (interval.low == interval.high && interval.low.trimmed().scale() <= score.scale()) continue;
    const bool cut = score < interval.low;
    const bool one_unit = (scale > 0 || cut) && away <= Decimal(1, scale);
    if (one_unit || away <= half_of(score.scale())) best = State::tail;
  }
  return best;
}

Inference infer(const Group& group, std::span<const Row* const> rows, int scale) {
  Inference inference;
  inference.group = group;
  const auto& candidates = rows.front()->choice->candidates;
  const Tally tally(rows, scale);
  std::vector<std::size_t> counts(candidates.size());
  std::vector<std::size_t> all(candidates.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::size_t> fitting;
  for (const std::size_t rule : all) {
    counts[rule] = tally.count(rule);
    if (counts[rule] == tally.size()) fitting.push_back(rule);
  }
  if (tally.size() == 0) {
    decide(inference, Inference::State::unknown, tally, all);
  } else if (!fitting.empty()) {
    const bool proved = fitting.size() == 1 && !tally.evidence(fitting.front()).empty();
    decide(inference, proved ? Inference::State::proved : Inference::State::several, tally, fitting);
  } else if (const auto rule = majority(tally, counts)) {
    decide(inference, Inference::State::majority, tally, {*rule});
  } else {
    decide(inference, Inference::State::none, tally, all);
  }
  for (const std::size_t rule : inference.fitting) inference.rules.push_back(candidates[rule].id);
  return inference;
}

}  // namespace mingzhang::scoring
