#include "laws/columns.h"

#include <algorithm>
#include <bit>
#include <climits>
#include <map>
#include <unordered_map>

#include "laws/column_rows.h"

namespace mingzhang::laws {
namespace {

constexpr std::int64_t never = INT64_MAX / 4;

/// A choice that the search goes on with.
struct Weighed : Choice {
  std::vector<std::int64_t> values;  ///< column by column, zero where blank
};

/// Partial sums of the parts, column by column. `spoiled` marks a column that no further part can mend.
using Sums = std::vector<std::int64_t>;
constexpr std::int64_t spoiled = INT64_MIN;

struct SumsHash {
  std::size_t operator()(const Sums& sums) const {
    std::size_t hash = 1469598103934665603ULL;
    for (const auto sum : sums) hash = (hash ^ static_cast<std::size_t>(sum)) * 1099511628211ULL;
    return hash;
  }
};
using Layer = std::unordered_map<Sums, std::int64_t, SumsHash>;

class Search {
 public:
  Search(const ColumnTable& table, const ColumnLimits& limits)
      : table_(table), limits_(limits), steps_{0, limits.steps}, rows_(table, limits, steps_) {}

  ColumnAnswer run() {
    answer_.rows.resize(table_.rows.size());
    if (!rows_.readable()) {
      answer_.exhausted = true;
      return std::move(answer_);
    }
    std::vector<bool> is_part(table_.rows.size(), false);
    for (const auto& row : table_.rows)
      for (const auto part : row.parts) is_part[part] = true;
    for (std::uint32_t row = 0; row < table_.rows.size(); ++row)
      if (!is_part[row]) solve_root(row);
    answer_.steps = steps_.used;
    return std::move(answer_);
  }

 private:
  // ---- a row with the rows below it
  //
  // The search deepens: first it allows no broken law beyond those that every assignment breaks, then one more, and so
  // on. What it finds first is the best, and all that is as good is found with it.

  /// No assignment of a row and all below it costs less.
  std::int64_t least(std::uint32_t row) {
    const auto [entry, fresh] = least_.try_emplace(row, 0);
    if (!fresh) return entry->second;
    std::int64_t sum = rows_.choices(row).front().cost;
    for (const auto part : table_.rows[row].parts) sum += least(part);
    return least_[row] = sum;
  }

  std::int64_t allowance() const { return static_cast<std::int64_t>(deepness_) * broken_weight + broken_weight - 1; }

  /// Cost of the best assignment of everything below `row`, if it stands as in `mask`; `never` beyond the allowance.
  std::int64_t below(std::uint32_t row, Mask mask) {
    const auto& parts = table_.rows[row].parts;
    if (parts.empty()) return 0;
    const auto [known, fresh] = below_.try_emplace({row, mask}, never);
    if (!fresh) return known->second;
    const auto layers = forward(row, mask);
    std::int64_t best = never;
    for (const auto& [sums, cost] : layers.back()) best = std::min(best, cost + closing(row, mask, sums));
    return below_[{row, mask}] = best;
  }

  /// The candidates of a row that the allowance leaves, each with the best of all below it.
  const std::vector<Weighed>& weighed(std::uint32_t row) {
    const auto [entry, fresh] = weighed_.try_emplace(row);
    if (!fresh) return entry->second;
    const std::int64_t own = rows_.choices(row).front().cost;
    std::vector<Weighed> out;
    for (const auto& choice : rows_.choices(row)) {
      if (choice.cost - own > allowance()) break;
      const std::int64_t rest = below(row, choice.mask);
      if (rest == never || choice.cost + rest - least(row) > allowance()) continue;
      out.push_back({{choice.mask, choice.cost + rest}, rows_.values_of(row, choice.mask)});
    }
    return weighed_[row] = std::move(out);
  }

  std::vector<Layer> forward(std::uint32_t row, Mask mask) {
    const auto& parts = table_.rows[row].parts;
    std::vector<Layer> layers(parts.size() + 1);
    layers[0].emplace(Sums(table_.columns, 0), 0);
    const Whole whole = whole_of(row, mask);
    Sums next;
    std::int64_t cheapest = 0;
    for (std::size_t index = 0; index < parts.size(); ++index) {
      const auto& candidates = weighed(parts[index]);
      cheapest += least(parts[index]);
      for (const auto& [sums, cost] : layers[index]) {
        steps_.take(candidates.size());
        for (const auto& choice : candidates) {
          const std::int64_t total = cost + choice.cost + add(whole, sums, choice, next);
          if (total - cheapest > allowance()) continue;
          const auto [place, first] = layers[index + 1].try_emplace(next, total);
          if (!first) place->second = std::min(place->second, total);
        }
      }
      if (layers[index + 1].size() > limits_.states) throw Exhausted();
    }
    return layers;
  }

  /// What the sums of the rows below are held against.
  struct Whole {
    Mask mask = 0;
    std::vector<std::int64_t> values, limits;  ///< one a column; beyond its limit a sum has outgrown its whole
  };

  Whole whole_of(std::uint32_t row, Mask mask) const {
    Whole whole{mask, rows_.values_of(row, mask), {}};
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const bool grows = !rows_.has_negative() && whole.values[column] >= 0;
      whole.limits.push_back(grows ? whole.values[column] + rows_.slack(row, mask, column) : INT64_MAX);
    }
    return whole;
  }

  /// `next` is `sums` with one more part; its own cost comes back. A column whose sum has outgrown its whole is broken,
  /// whatever follows (amounts of a tree have one sign).
  static std::int64_t add(const Whole& whole, const Sums& sums, const Weighed& part, Sums& next) {
    next = sums;
    std::int64_t cost = tail_weight * std::popcount(part.mask & ~whole.mask);
    for (std::size_t column = 0; column < next.size(); ++column) {
      if (next[column] == spoiled || part.values[column] == 0) continue;
      next[column] += part.values[column];
      if (next[column] > whole.limits[column]) {
        next[column] = spoiled;
        cost += broken_weight;
      }
    }
    return cost;
  }

  std::int64_t closing(std::uint32_t row, Mask mask, const Sums& sums) const {
    std::int64_t cost = 0;
    for (std::uint32_t column = 0; column < table_.columns; ++column)
      if (sums[column] != spoiled)
        cost += ColumnRows::weight(sums[column] - rows_.at(row, mask, column).value, rows_.slack(row, mask, column));
    return cost;
  }

  // ---- from the root down

  void solve_root(std::uint32_t row) {
    broken_ = 0;
    solve(row, ~Mask{0});
    if (broken_ > static_cast<std::int64_t>(limits_.broken)) {
      answer_.exhausted = true;
      give_up(row);
    }
    answer_.broken += static_cast<std::uint32_t>(std::min<std::int64_t>(broken_, limits_.broken));
  }

  /// Columns that the row fills; nothing where it stays unknown or open. `above` are those of
  /// the row that this one is a part of, where that was placed alone.
  std::optional<Mask> solve(std::uint32_t row, Mask above) {
    const std::uint64_t left = limits_.steps - std::min(limits_.steps, steps_.used);
    const bool leaf = table_.rows[row].parts.empty();
    // Some of what is left, so that its parts can be looked at one by one if it cannot be solved as a whole.
    steps_.most = steps_.used + (leaf ? left : left / 4);
    try {
      const auto all = cheapest_assignments(row);
      const auto masks = nearest(all, above);
      steps_.most = limits_.steps;
      settle(row, masks, true);
      broken_ += all.front().cost / broken_weight;
      return masks.size() == 1 ? std::optional(masks.front()) : std::nullopt;
    } catch (const Exhausted&) {
      answer_.exhausted = true;
      steps_.most = limits_.steps;
      return solve_apart(row);
    }
  }

  /// The parts of a row one by one, the row itself by the laws within it: what two faults far from each other cost
  /// together may be too much for one search.
  std::optional<Mask> solve_apart(std::uint32_t row) {
    give_up(row);
    const auto own = place_alone(row);
    Sums sums(table_.columns, 0);
    bool complete = own.has_value();
    for (const auto part : table_.rows[row].parts) {
      const auto mask = solve(part, own ? own->mask : ~Mask{0});
      complete = complete && mask;
      if (!complete) continue;
      const auto values = rows_.values_of(part, *mask);
      for (std::size_t column = 0; column < sums.size(); ++column) sums[column] += values[column];
    }
    if (!own) return std::nullopt;
    broken_ += own->cost / broken_weight;
    if (complete && !table_.rows[row].parts.empty()) broken_ += closing(row, own->mask, sums) / broken_weight;
    return own->mask;
  }

  std::vector<Weighed> cheapest_assignments(std::uint32_t row) {
    const std::int64_t unavoidable = least(row) / broken_weight;
    for (deepness_ = 0;; ++deepness_) {
      if (unavoidable + deepness_ > limits_.broken) throw Exhausted();
      below_.clear();
      weighed_.clear();
      if (!weighed(row).empty()) break;
    }
    std::vector<Weighed> all = weighed(row);
    const std::int64_t best = std::min_element(all.begin(), all.end(), [](const Choice& a, const Choice& b) {
                                return a.cost < b.cost;
                              })->cost;
    std::erase_if(all, [best](const Choice& choice) { return choice.cost != best; });
    return all;
  }

  /// Of equally good ones those that fill the fewest columns which the row above leaves blank.
  static std::vector<Mask> nearest(const std::vector<Weighed>& all, Mask above) {
    int fewest = INT_MAX;
    std::vector<Mask> masks;
    for (const auto& choice : all) {
      const int beyond = std::popcount(choice.mask & ~above);
      if (beyond > fewest) continue;
      if (beyond < fewest) masks.clear();
      fewest = beyond;
      masks.push_back(choice.mask);
    }
    return masks;
  }

  /// A row whose parts could not be made to fit: by the laws within it, where they leave one way.
  std::optional<Choice> place_alone(std::uint32_t row) {
    try {
      const auto& ways = rows_.choices(row);
      if (ways.size() > 1 && ways[1].cost == ways[0].cost) return std::nullopt;
      auto& places = answer_.rows[row];
      places = {};
      places.known = true;
      for (std::size_t number = 0; number < table_.rows[row].numbers.size(); ++number) {
        places.column.push_back(column_of(ways.front().mask, number));
        places.options.push_back({places.column.back()});
      }
      return ways.front();
    } catch (const Exhausted&) {
      return std::nullopt;
    }
  }

  /// `masks` are what the row has in the best assignments, the one to show first.
  void settle(std::uint32_t row, const std::vector<Mask>& masks, bool grouped) {
    auto& places = answer_.rows[row];
    places.known = true;
    places.grouped = grouped;
    const std::size_t count = table_.rows[row].numbers.size();
    for (std::size_t number = 0; number < count; ++number) {
      std::vector<std::uint32_t> options;
      for (const auto mask : masks) options.push_back(column_of(mask, number));
      places.column.push_back(options.front());
      std::sort(options.begin(), options.end());
      options.erase(std::unique(options.begin(), options.end()), options.end());
      places.options.push_back(std::move(options));
    }
    const auto& parts = table_.rows[row].parts;
    if (parts.empty()) return;
    std::vector<std::vector<Mask>> below_first = best_parts(row, masks.front()), all = below_first;
    for (std::size_t mask = 1; mask < masks.size(); ++mask) {
      const auto other = best_parts(row, masks[mask]);
      for (std::size_t part = 0; part < parts.size(); ++part)
        for (const auto one : other[part])
          if (std::find(all[part].begin(), all[part].end(), one) == all[part].end()) all[part].push_back(one);
    }
    for (std::size_t part = 0; part < parts.size(); ++part)
      settle(parts[part], all[part], grouped && below_first[part].size() == 1);
  }

  /// For each part of a row the masks that occur in a best assignment below it.
  std::vector<std::vector<Mask>> best_parts(std::uint32_t row, Mask mask) {
    const auto& parts = table_.rows[row].parts;
    const auto layers = forward(row, mask);
    const Whole whole = whole_of(row, mask);
    Sums next;
    std::vector<std::vector<Mask>> out(parts.size());
    // What it costs to finish from each partial sum, from the last part backwards.
    Layer after;
    std::int64_t best = never;
    for (const auto& [sums, cost] : layers.back()) {
      after[sums] = closing(row, mask, sums);
      best = std::min(best, cost + after[sums]);
    }
    for (std::size_t index = parts.size(); index-- > 0;) {
      Layer before;
      const auto& candidates = weighed(parts[index]);
      std::map<std::int64_t, Mask> used;  // in the order of the candidates
      for (const auto& [sums, cost] : layers[index]) {
        steps_.take(candidates.size());
        for (std::size_t candidate = 0; candidate < candidates.size(); ++candidate) {
          const auto& choice = candidates[candidate];
          const std::int64_t added = add(whole, sums, choice, next);
          const auto rest = after.find(next);
          if (rest == after.end()) continue;
          const std::int64_t total = choice.cost + added + rest->second;
          const auto [entry, fresh] = before.try_emplace(sums, total);
          if (!fresh) entry->second = std::min(entry->second, total);
          if (cost + total == best) used.emplace(static_cast<std::int64_t>(candidate), choice.mask);
        }
      }
      for (const auto& [candidate, choice] : used) out[index].push_back(choice);
      after = std::move(before);
    }
    return out;
  }

  static std::uint32_t column_of(Mask mask, std::size_t number) {
    for (std::size_t skipped = 0; skipped < number; ++skipped) mask &= mask - 1;
    return static_cast<std::uint32_t>(std::countr_zero(mask));
  }

  /// Nothing is known of these rows but those that fill every column.
  void give_up(std::uint32_t row) {
    auto& places = answer_.rows[row];
    places = {};
    if (table_.rows[row].numbers.size() == table_.columns) {
      places.known = true;
      for (std::uint32_t column = 0; column < table_.columns; ++column) {
        places.column.push_back(column);
        places.options.push_back({column});
      }
    }
    for (const auto part : table_.rows[row].parts) give_up(part);
  }

  const ColumnTable& table_;
  const ColumnLimits& limits_;
  ColumnAnswer answer_;
  ColumnSteps steps_;
  ColumnRows rows_;
  std::int64_t broken_ = 0;  ///< laws that the present tree breaks
  std::uint32_t deepness_ = 0;
  std::unordered_map<std::uint32_t, std::vector<Weighed>> weighed_;
  std::unordered_map<std::uint32_t, std::int64_t> least_;
  std::map<std::pair<std::uint32_t, Mask>, std::int64_t> below_;
};

}  // namespace

ColumnAnswer find_columns(const ColumnTable& table, const ColumnLimits& limits) {
  return Search(table, limits).run();
}

}  // namespace mingzhang::laws
