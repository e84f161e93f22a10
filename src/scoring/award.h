// What a row earns: for whoever scores their own table and has no printed score to be held to.
#pragma once

#include <optional>
#include <string>

#include "cube/performance.h"
#include "scoring/pack.h"
#include "scoring/verdict.h"

namespace mingzhang::scoring {

struct Award {
  /// Rounded half up to the decimals of the set. Empty: `reason` tells why it does not follow.
  std::optional<money::Decimal> score;
  /// What a person may award where no rule decides (a grade, late work): both included.
  std::optional<money::Decimal> low, high;
  Reason reason = Reason::none;
  cube::Fulfilment fulfilment = cube::Fulfilment::unknown;
  bool far_above = false;   ///< the target was exceeded by so much that it may have been too low
  std::string rule;         ///< id; empty where every possible rule says the same
  std::string calculation;  ///< "13 / 14 × 10 = 9.29"
};

/// By the rule that the set configures, or, without one, where all of its candidates agree.
Award award_execution(const cube::MoneyRow& money, const RuleSet& set);
Award award_indicator(const cube::Indicator& indicator, int year, const RuleSet& set);

}  // namespace mingzhang::scoring
