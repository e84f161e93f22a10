// The rows of a table that lost its columns, each by itself: its numbers as whole numbers, the ways to place them, and
// how many laws within the row each way breaks.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "laws/columns.h"

namespace mingzhang::laws {

/// Columns that a row fills, as bits: the numbers stand in them from the lowest bit up.
using Mask = std::uint32_t;

/// A broken law weighs more than any number of sums that only rounding mends.
constexpr std::int64_t broken_weight = 1'000'000;
/// What decides where laws are equally content: sums that come out exactly, a part that fills no column which its whole
/// leaves blank.
constexpr std::int64_t tail_weight = 1;

/// A value as a whole number of one small unit, so that a partial sum is a key.
struct Scaled {
  std::int64_t value = 0, half = 0;
};

struct Choice {
  Mask mask = 0;
  std::int64_t cost = 0;  ///< of the row itself, or of it and all rows below it
};

/// A limit was reached; what was asked stays unknown.
class Exhausted {};

/// Counts what a search looks at. `most` may be lowered and raised while it runs.
struct ColumnSteps {
  std::uint64_t used = 0, most = 0;

  /// Throws Exhausted beyond the limit.
  void take(std::uint64_t count) {
    used += count;
    if (used > most) throw Exhausted();
  }
};

class ColumnRows {
 public:
  ColumnRows(const ColumnTable& table, const ColumnLimits& limits, ColumnSteps& steps);

  /// False: there are no columns, too many, or values that do not fit.
  bool readable() const { return readable_; }
  bool has_negative() const { return has_negative_; }

  static bool filled(Mask mask, std::uint32_t column) { return (mask >> column & 1U) != 0; }
  /// Of a sum that is off by `difference`, where rounding may move it by `slack`.
  static std::int64_t weight(std::int64_t difference, std::int64_t slack) {
    const std::int64_t size = difference < 0 ? -difference : difference;
    return size == 0 ? 0 : size <= slack ? tail_weight : broken_weight;
  }

  /// The value of one column of a row; zero where it is blank.
  Scaled at(std::uint32_t row, Mask mask, std::uint32_t column) const {
    if (!filled(mask, column)) return {};
    return scaled_[row][static_cast<std::size_t>(std::popcount(mask & ((Mask{1} << column) - 1)))];
  }
  std::vector<std::int64_t> values_of(std::uint32_t row, Mask mask) const;
  /// How far rounding may move the sum of the parts of a row from it, in one column.
  std::int64_t slack(std::uint32_t row, Mask mask, std::uint32_t column) const;

  /// All ways to place the numbers of a row, the cheapest first. Throws Exhausted.
  const std::vector<Choice>& choices(std::uint32_t row);

 private:
  bool scale_all();
  std::int64_t cost_of(std::uint32_t row, Mask mask) const;
  void add_choices(std::uint32_t row, std::uint32_t column, Mask mask, std::uint32_t left, std::vector<Choice>& out);

  const ColumnTable& table_;
  const ColumnLimits& limits_;
  ColumnSteps& steps_;
  bool readable_ = false, has_negative_ = false;
  std::vector<std::vector<Scaled>> scaled_;
  std::vector<std::vector<std::optional<Scaled>>> elsewhere_;
  std::unordered_map<std::uint32_t, std::vector<Choice>> choices_;
};

}  // namespace mingzhang::laws
