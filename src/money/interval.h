// What a printed number can mean: the values that round to it.
#pragma once

#include "money/decimal.h"

namespace mingzhang::money {

/// A closed interval. Exact numbers (counts, a written zero, set targets) have low == high.
struct Interval {
  Decimal low, high;

  static Interval exactly(const Decimal& value) { return {value, value}; }
  /// [value - half_width, value + half_width].
  static Interval around(const Decimal& value, const Decimal& half_width);

  bool contains(const Decimal& value) const { return low <= value && value <= high; }
  bool overlaps(const Interval& other) const { return low <= other.high && other.low <= high; }
  bool is_exact() const { return low == high; }
  Interval operator-() const { return {-high, -low}; }
  friend Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
  friend Interval operator-(const Interval& a, const Interval& b) { return a + (-b); }
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// Distance from a value to the nearest point of the interval; zero inside.
Decimal distance(const Decimal& value, const Interval& interval);

}  // namespace mingzhang::money
