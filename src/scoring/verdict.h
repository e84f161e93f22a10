// What is said of one printed figure of a performance table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "money/decimal.h"

namespace mingzhang::scoring {

/// A row of a document: a table, and an indicator of it; without one the row of its execution.
struct RowRef {
  std::size_t table = 0;
  std::optional<std::size_t> indicator;
  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};

enum class State : std::uint8_t {
  fits,
  tail,  ///< only by other rounding: cut off, or printed with fewer decimals than the other scores
  broken,
  undecidable,
};

/// Where the expected figure comes from.
enum class Basis : std::uint8_t {
  none,
  arithmetic,  ///< sums, and a score above its weight
  agreed,      ///< every rule that is possible says the same of this row
  document,    ///< the rule that other rows of the same kind show
  related,     ///< the rule that other kinds of row of the same document show
  configured,  ///< the rule that the pack assumes
};

enum class Reason : std::uint8_t {
  none,
  // broken, tail
  differs,          ///< another figure follows
  out_of_range,     ///< a score below zero or above its weight
  missed_but_full,  ///< the target was missed, the score is the whole weight
  met_but_not_full,
  outside_band,  ///< a word of quality earns another share of the weight
  odd_total,     ///< weights add up to their printed sum, which is not one that the pack knows
  // undecidable
  not_printed,
  unreadable,
  no_rules,         ///< the pack says nothing of such a table
  rule_unknown,     ///< possible rules differ, and nothing decides between them
  judgement,        ///< a person has to judge it
  other_dimension,  ///< target and result are of different things
  beyond_target,    ///< more than a target that says exactly how much
  over_fulfilled,   ///< so much more than the target that the score may have been lowered for it
  not_done,         ///< 0 keeps every upper limit, but was the thing done at all?
  no_base,          ///< a budget of zero
  too_large,
};
std::string_view id_of(State state);
std::string_view id_of(Basis basis);
std::string_view id_of(Reason reason);

struct Verdict {
  State state = State::undecidable;
  Reason reason = Reason::none;
  Basis basis = Basis::none;
  /// Of broken ones: no other rule could make the figure right. Else only a rule that is assumed speaks against it.
  bool sure = false;
  std::optional<money::Decimal> printed, expected;
  std::string rule;              ///< id of the rule that was applied, if one was
  std::string calculation;       ///< "13 / 14 × 10 = 9.29"
  std::vector<RowRef> evidence;  ///< the rows that show the rule
};

}  // namespace mingzhang::scoring
