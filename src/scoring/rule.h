// One rule of scoring: how far a target was reached, and what share of the weight that earns. Exact fractions
// throughout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "money/decimal.h"

namespace mingzhang::scoring {

/// above / below with below > 0: quotients are not rounded before they are printed.
struct Fraction {
  money::Decimal above, below{1};

  money::Decimal floor(int scale) const { return money::divide(above, below, 1, scale).floor; }
  money::Decimal ceiling(int scale) const { return money::divide(above, below, 1, scale).ceiling; }
  /// Half up. Only for fractions >= 0.
  money::Decimal rounded(int scale) const;
};

/// How completion is measured for "not more than": at least and equal always take actual / target.
enum class Measure : std::uint8_t {
  ratio,    ///< actual / target
  inverse,  ///< target / actual
  excess,   ///< 1 - (actual - target) / target, zero from twice the target on
  beyond,   ///< of a target that was exceeded: 1 - (actual / target - from), all up to `from`
};

/// Which share of the weight a completion below 100 % earns.
enum class Curve : std::uint8_t {
  linear,   ///< the completion itself
  floor,    ///< (completion - from) / (100 % - from), nothing below `from`
  gate,     ///< the completion itself, nothing below `from`
  steps,    ///< the share of the highest step that was reached
  nothing,  ///< all or nothing
};

struct Step {
  money::Decimal from, share;  ///< percent
};

struct Rule {
  std::string id, name;  ///< name: in the language of users, for findings
  Measure measure = Measure::ratio;
  Curve curve = Curve::linear;
  money::Decimal from;      ///< percent; floor, gate and beyond
  std::vector<Step> steps;  ///< descending
  money::Decimal cap{100};  ///< percent of the weight that is never exceeded
};

/// Completion of a target > 0 that `actual` >= 0 missed (for `ratio`: actual < target, else actual > target).
Fraction completion(const Rule& rule, const money::Decimal& target, const money::Decimal& actual);

/// The score for a completion >= 0; the whole weight, or what the rule caps it at, from 100 % on.
Fraction score(const Rule& rule, const Fraction& completion, const money::Decimal& weight);

/// The calculation as it would be written down: "(45.00 / 63.00 - 60%) / 40% × 10 = 2.86". `quotient` is how the
/// completion is spelled ("45.00 / 63.00").
std::string spell(const Rule& rule, const Fraction& completion, const std::string& quotient,
                  const money::Decimal& weight, int scale);

}  // namespace mingzhang::scoring
