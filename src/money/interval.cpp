#include "money/interval.h"

namespace mingzhang::money {

Interval Interval::around(const Decimal& value, const Decimal& half_width) {
  return {value - half_width, value + half_width};
}

Decimal distance(const Decimal& value, const Interval& interval) {
  if (value < interval.low) return interval.low - value;
  if (value > interval.high) return value - interval.high;
  return Decimal();
}

}  // namespace mingzhang::money
