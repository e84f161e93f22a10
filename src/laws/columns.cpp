#include "laws/columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <unordered_map>

namespace mingzhang::laws {
namespace {

using money::Decimal;

/// Columns that a row fills, as bits: the numbers stand in them from the lowest bit up.
using Mask = std::uint32_t;
constexpr std::uint32_t max_columns = 32;

/// A broken law weighs more than any number of sums that only rounding mends.
constexpr std::int64_t broken_weight = 1'000'000;
/// A cell left blank whose value stands elsewhere: tables leave out what others print.
constexpr std::int64_t blank_weight = broken_weight / 2;
/// What decides where laws are equally content: sums that come out exactly, a part that fills no column which its whole
/// leaves blank.
constexpr std::int64_t tail_weight = 1;
constexpr std::int64_t never = INT64_MAX / 4;

/// Values as whole numbers of one small unit, so that a partial sum is a key.
struct Scaled {
  std::int64_t value = 0, half = 0;
};

struct Choice {
  Mask mask = 0;
  std::int64_t cost = 0;  ///< of the row itself, or of it and all rows below it
};

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

class Exhausted {};

class Search {
 public:
  Search(const ColumnTable& table, const ColumnLimits& limits) : table_(table), limits_(limits) {}

  ColumnAnswer run() {
    answer_.rows.resize(table_.rows.size());
    if (table_.columns == 0 || table_.columns > max_columns || !scale_all()) {
      answer_.exhausted = true;
      return std::move(answer_);
    }
    std::vector<bool> is_part(table_.rows.size(), false);
    for (const auto& row : table_.rows)
      for (const auto part : row.parts) is_part[part] = true;
    for (std::uint32_t row = 0; row < table_.rows.size(); ++row)
      if (!is_part[row]) solve_root(row);
    answer_.steps = steps_;
    return std::move(answer_);
  }

 private:
  // ---- numbers

  bool scale_all() {
    int scale = 0;
    for (const auto& row : table_.rows)
      for (const auto& number : row.numbers) scale = std::max({scale, number.value.scale(), number.half.scale()});
    try {
      for (const auto& row : table_.rows) {
        auto& scaled = scaled_.emplace_back();
        for (const auto& number : row.numbers)
          scaled.push_back({number.value.rounded(scale).mantissa(), number.half.rounded(scale).mantissa()});
        for (const auto& number : scaled) has_negative_ = has_negative_ || number.value < 0;
        auto& elsewhere = elsewhere_.emplace_back();
        for (const auto& value : row.elsewhere) {
          elsewhere.emplace_back();
          if (value)
            elsewhere.back() = Scaled{value->value.rounded(scale).mantissa(), value->step().rounded(scale).mantissa()};
        }
        elsewhere.resize(table_.columns);
      }
    } catch (const money::Overflow&) {
      return false;
    }
    return true;
  }

  static bool filled(Mask mask, std::uint32_t column) { return (mask >> column & 1U) != 0; }

  /// The value of one column of a row; zero where it is blank.
  Scaled at(std::uint32_t row, Mask mask, std::uint32_t column) const {
    if (!filled(mask, column)) return {};
    return scaled_[row][static_cast<std::size_t>(std::popcount(mask & ((Mask{1} << column) - 1)))];
  }

  std::vector<std::int64_t> values_of(std::uint32_t row, Mask mask) const {
    std::vector<std::int64_t> values(table_.columns);
    for (std::uint32_t column = 0; column < table_.columns; ++column) values[column] = at(row, mask, column).value;
    return values;
  }

  // ---- one row by itself

  std::int64_t cost_of(std::uint32_t row, Mask mask) const {
    std::array<Scaled, max_columns> cells{};
    auto number = scaled_[row].begin();
    for (Mask rest = mask; rest != 0; rest &= rest - 1)
      cells[static_cast<std::size_t>(std::countr_zero(rest))] = *number++;
    std::int64_t cost = 0;
    for (const auto& sum : table_.sums) {
      std::int64_t difference = cells[sum.whole].value, slack = cells[sum.whole].half;
      bool some = false;
      for (std::size_t part = 0; part < sum.parts.size(); ++part) {
        const Scaled& value = cells[sum.parts[part]];
        difference -= sum.signs[part] * value.value;
        slack += value.half;
        some = some || filled(mask, sum.parts[part]);
      }
      cost += weight(difference, slack);
      if (some && !filled(mask, sum.whole)) cost += broken_weight;
    }
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const auto& printed = elsewhere_[row][column];
      if (!printed) continue;
      const std::int64_t weight_here = weight(cells[column].value - printed->value, printed->half);
      cost += filled(mask, column) ? weight_here : std::min(weight_here, blank_weight);
    }
    return cost;
  }

  static std::int64_t weight(std::int64_t difference, std::int64_t slack) {
    const std::int64_t size = difference < 0 ? -difference : difference;
    return size == 0 ? 0 : size <= slack ? tail_weight : broken_weight;
  }

  /// All ways to place the numbers of a row, the cheapest first.
  const std::vector<Choice>& choices(std::uint32_t row) {
    const auto [entry, fresh] = choices_.try_emplace(row);
    if (!fresh) return entry->second;
    auto& out = entry->second;
    const auto count = static_cast<std::uint32_t>(table_.rows[row].numbers.size());
    if (count > table_.columns) throw Exhausted();
    add_choices(row, 0, 0, count, out);
    std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    return out;
  }

  void add_choices(std::uint32_t row, std::uint32_t column, Mask mask, std::uint32_t left, std::vector<Choice>& out) {
    if (left == 0) {
      if (out.size() == limits_.candidates) throw Exhausted();
      step(1);
      out.push_back({mask, cost_of(row, mask)});
      return;
    }
    for (; column + left <= table_.columns; ++column)
      add_choices(row, column + 1, mask | Mask{1} << column, left - 1, out);
  }

  void step(std::uint64_t count) {
    steps_ += count;
    if (steps_ > limits_.steps) throw Exhausted();
  }

  // ---- a row with the rows below it
  //
  // The search deepens: first it allows no broken law beyond those that every assignment breaks, then one more, and so
  // on. What it finds first is the best, and all that is as good is found with it.

  /// No assignment of a row and all below it costs less.
  std::int64_t least(std::uint32_t row) {
    const auto [entry, fresh] = least_.try_emplace(row, 0);
    if (!fresh) return entry->second;
    std::int64_t sum = choices(row).front().cost;
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
    const std::int64_t own = choices(row).front().cost;
    std::vector<Weighed> out;
    for (const auto& choice : choices(row)) {
      if (choice.cost - own > allowance()) break;
      const std::int64_t rest = below(row, choice.mask);
      if (rest == never || choice.cost + rest - least(row) > allowance()) continue;
      out.push_back({{choice.mask, choice.cost + rest}, values_of(row, choice.mask)});
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
        step(candidates.size());
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
    Whole whole{mask, values_of(row, mask), {}};
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const bool grows = !has_negative_ && whole.values[column] >= 0;
      whole.limits.push_back(grows ? whole.values[column] + slack(row, mask, column) : INT64_MAX);
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

  std::int64_t slack(std::uint32_t row, Mask mask, std::uint32_t column) const {
    const Scaled whole = at(row, mask, column);
    std::int64_t half = whole.half;
    for (const auto& number : scaled_[row]) half = std::max(half, number.half);
    return half * (static_cast<std::int64_t>(table_.rows[row].parts.size()) + 1);
  }

  std::int64_t closing(std::uint32_t row, Mask mask, const Sums& sums) const {
    std::int64_t cost = 0;
    for (std::uint32_t column = 0; column < table_.columns; ++column)
      if (sums[column] != spoiled) cost += weight(sums[column] - at(row, mask, column).value, slack(row, mask, column));
    return cost;
  }

  // ---- from the root down

  void solve_root(std::uint32_t row) {
    try {
      const std::int64_t unavoidable = least(row) / broken_weight;
      for (deepness_ = 0;; ++deepness_) {
        if (unavoidable + deepness_ > limits_.broken) throw Exhausted();
        below_.clear();
        weighed_.clear();
        if (!weighed(row).empty()) break;
      }
      const std::vector<Weighed> all = weighed(row);
      const auto best =
          std::min_element(all.begin(), all.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
      std::vector<Mask> masks;
      for (const auto& choice : all)
        if (choice.cost == best->cost) masks.push_back(choice.mask);
      answer_.broken += static_cast<std::uint32_t>(best->cost / broken_weight);
      settle(row, masks, true);
    } catch (const Exhausted&) {
      answer_.exhausted = true;
      give_up(row);
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
        step(candidates.size());
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

  /// Rows that fill every column need no search.
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
  std::vector<std::vector<Scaled>> scaled_;
  std::vector<std::vector<std::optional<Scaled>>> elsewhere_;
  bool has_negative_ = false;
  std::uint64_t steps_ = 0;
  std::uint32_t deepness_ = 0;
  std::unordered_map<std::uint32_t, std::vector<Choice>> choices_;
  std::unordered_map<std::uint32_t, std::vector<Weighed>> weighed_;
  std::unordered_map<std::uint32_t, std::int64_t> least_;
  std::map<std::pair<std::uint32_t, Mask>, std::int64_t> below_;
};

}  // namespace

ColumnAnswer find_columns(const ColumnTable& table, const ColumnLimits& limits) {
  return Search(table, limits).run();
}

}  // namespace mingzhang::laws
