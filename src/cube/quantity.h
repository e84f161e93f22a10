// A printed number and what it can mean.
#pragma once

#include <string>

#include "cube/word.h"
#include "money/decimal.h"
#include "money/interval.h"
#include "text/number.h"

namespace mingzhang::cube {

/// A number in base units (yuan, persons, percent ...) with the precision that its writing claims.
struct Quantity {
  money::Decimal value;  ///< base units: 12.50 万元 is 125000.00
  money::Decimal half;   ///< half a unit of the last place that the measure has here; zero: exact
  int power = 0;         ///< of the printed unit: 4 for 万元
  int scale = 0;         ///< decimals printed
  Word unit;             ///< without its power: 元, %, 人

  money::Interval interval() const { return money::Interval::around(value, half); }
  /// One unit of the last place, in base units: 100 for 12.50 万元.
  money::Decimal step() const;
  /// `other`, in base units, as it would be printed here: same unit, at least `scale` decimals.
  std::string spell(const money::Decimal& other) const;
  std::string spell() const { return spell(value); }
  /// As printed behind the number: 万元, %.
  std::string printed_unit() const;
};

/// Amounts have two decimals in 万元 and in 元 even where 137.7 or 80 is written, one step being 0.01 of the unit;
/// counts are exact; a written zero is exact; percentages have the places that are printed; after 约, 近, 余, 多 and in
/// 万人 the printed places count. `default_unit` and `default_power` hold where the number stands without a unit (a
/// table's 单位：万元). Throws money::Overflow.
Quantity quantity_of(const text::WrittenNumber& number, std::string_view default_unit, int default_power);

}  // namespace mingzhang::cube
