// Scored rows, and what every rule that is possible says of them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cube/performance.h"
#include "cube/performance_value.h"
#include "money/interval.h"
#include "scoring/pack.h"
#include "scoring/verdict.h"

namespace mingzhang::scoring {

enum class RowKind : std::uint8_t {
  execution,
  at_least,      ///< >=, >
  equal,         ///< =
  unstated,      ///< a target without an operator
  at_most,       ///< <=, <
  satisfaction,  ///< 满意度指标, whose target is a rate
  date,
  quality,
  other,
};
std::string_view id_of(RowKind kind);

/// Rows that follow one rule, for all that is known before looking at them.
struct Group {
  std::string set;
  cube::PerformanceTable::Scope scope = cube::PerformanceTable::Scope::project;
  RowKind kind = RowKind::other;
  cube::ValueType type = cube::ValueType::empty;  ///< of the target
  friend auto operator<=>(const Group&, const Group&) = default;
};

/// What one rule says of a row: the scores that it can have, each between two bounds.
struct Prediction {
  std::vector<money::Interval> attainable;
  std::optional<money::Decimal> expected;  ///< from the figures as printed; rounded half up
  std::string calculation;
};

struct Row {
  RowRef ref;
  Group group;
  const Choice* choice = nullptr;  ///< the rules that `predictions` stand for; null: one prediction, of no rule
  std::optional<money::Decimal> weight, score;
  cube::Fulfilment fulfilment = cube::Fulfilment::unknown;
  cube::Grade grade = cube::Grade::none;  ///< of the result
  std::vector<Prediction> predictions;    ///< none: `reason` tells why
  Reason reason = Reason::none;
  bool soft = false;                         ///< a score that differs is never surely wrong
  std::optional<money::Decimal> completion;  ///< cut off after six decimals: tells rows of different rates apart
};

/// The row of the execution, 年度资金总额; null if the table has none.
const cube::MoneyRow* execution_row(const cube::PerformanceTable& table);

Row read_execution(const cube::MoneyRow& money, const RuleSet& set);
Row read_indicator(const cube::Indicator& indicator, int year, const RuleSet& set);

}  // namespace mingzhang::scoring
