// What a cell of a performance table means: a target (指标值), a result (实际完成值) or last year's value.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "cube/quantity.h"

namespace mingzhang::cube {

/// The operator of a cell, in symbols or words: >=, ≥, 大于等于, 不低于, ... 以上; none: nothing is printed.
enum class Bound : std::uint8_t { none, equal, at_least, at_most, above, below };

enum class ValueType : std::uint8_t {
  empty,
  number,     ///< 12 人次, 6.35 元/人, 2 年
  rate,       ///< 95%, 3‰, 百分之九十
  date,       ///< 2030年11月30日前, 2030年底
  recurring,  ///< 每月15日前, 每季度结束后10日内, 自受理之日起30日内
  quality,    ///< a word of the closed vocabulary: 有效提升, 完全达到预期
  text,       ///< anything else: only a person can judge it
};

/// What a word of quality says. An aim (有效提升) says what is wanted; the others say how far it was reached.
enum class Grade : std::uint8_t { none, aim, missed, partial, achieved, complete };

struct Day {
  int year = 0, month = 0, day = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};

struct PerformanceValue {
  ValueType type = ValueType::empty;
  Bound bound = Bound::none;
  Quantity quantity;  ///< number, rate: in base units, its unit being one that all of its dimension share; ‰ is in %
  std::string unit;   ///< number, rate: as printed; a bare number beside this one is in this unit
  /// date: it happens on `from` at the earliest (all zero: not said) and on `to` at the latest. As a deadline it is
  /// kept for sure on `surely` and missed for sure after `to`: "11月前" leaves open whether November still counts.
  Day from, surely, to;
  Grade grade = Grade::none;  ///< quality
  std::string text;           ///< normalised, whole
};

/// `year` is that of the table, for days printed without one; `like`, if given, lends its unit to a bare number.
PerformanceValue read_performance_value(std::string_view text, int year = 0, const PerformanceValue* like = nullptr);

/// Target and result of one row; if only one of them prints a unit, it is the unit of both.
std::pair<PerformanceValue, PerformanceValue> read_pair(std::string_view target, std::string_view actual, int year);

/// 元 and 万元, 人 and 万人 are of one dimension; 元 and 元/人, 人 and 人次 are not.
bool same_dimension(const PerformanceValue& a, const PerformanceValue& b);

enum class Fulfilment : std::uint8_t {
  met,
  missed,
  beyond,           ///< more than a target that says exactly how much
  other_dimension,  ///< 12 人 against 12 次: nothing is compared
  unknown,          ///< for a person to judge
};
/// Of printed values; never compares what is of another dimension or type.
Fulfilment fulfilment(const PerformanceValue& target, const PerformanceValue& actual);

}  // namespace mingzhang::cube
