// Laws: each asks of a few figures whether they can be true together. Three forms cover them all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cube/quantity.h"

namespace mingzhang::laws {

enum class Form : std::uint8_t {
  linear,    ///< sum of terms (=, or >= if open) 0
  quotient,  ///< result = 100 * sum(numerator) / sum(denominator)
  sign,      ///< sign of the sum of terms is `direction`
};

/// What a law is called in findings; ids of rules never change meaning once released.
enum class Rule : std::uint8_t {
  agreement,
  closed_list,
  open_list,
  equation,
  change,
  growth,
  deviation,
  completion,
  share,
  direction,
  name_count,
  staff_over,
};
std::string_view id_of(Rule rule);
std::optional<Rule> rule_named(std::string_view id);

struct Term {
  std::uint32_t figure = 0;  ///< index into the quantities
  int sign = 1;
};

struct Law {
  Form form = Form::linear;
  Rule rule = Rule::equation;
  cube::Word name;                ///< what the form or the profile calls it, for the calculation shown
  cube::Word sum_of;              ///< of a sum of changes: the law that sums their amounts
  std::vector<Term> terms;        ///< linear and sign: all; quotient: the numerator
  std::vector<Term> denominator;  ///< quotient
  std::uint32_t result = 0;       ///< quotient: the printed percentage
  int result_sign = 1;            ///< quotient: -1 where a fall is printed without sign
  int direction = 0;              ///< sign
  bool open = false;              ///< linear: sum >= 0 suffices (whole first, parts negative)
  bool given = false;             ///< a list that follows from what the document itself shows: its whole is wrong
  bool list = false;              ///< linear: the first term is the whole, the others are its parts
  bool severe = true;             ///< false: broken is a warning
  money::Decimal slack;           ///< beyond the halves, where figures come from rounded ones; quotient: beyond one
                                  ///< step, where a result was forced so that its list makes 100
};

enum class Outcome : std::uint8_t { holds, tail, broken, untestable };

struct Verdict {
  Outcome outcome = Outcome::untestable;
  bool base_zero = false;  ///< quotient: the base is zero, and this law has no value on it
};

/// The figures of a document by index; a diagnosis tries other values by changing one.
using Figures = std::span<const cube::Quantity>;

/// Linear: broken if no values within half a step of each figure satisfy it; an agreement of two figures in one unit
/// must be equal, one step apart is a tail. Quotient: broken if the result lies more than one step from every
/// attainable value, a tail between half a step and one. Overflow on the way makes it untestable.
Verdict judge(const Law& law, Figures figures);

/// The value of one figure that satisfies the law, all others as printed; empty where none or every value would.
std::optional<money::Decimal> mend(const Law& law, Figures figures, std::uint32_t figure);

/// `value` as the figure would be printed: to its last place, which for amounts is the second decimal of the unit even
/// where 80 is written.
money::Decimal rounded_like(const cube::Quantity& figure, const money::Decimal& value);

/// Every figure that takes part, each once.
std::vector<std::uint32_t> figures_of(const Law& law);

/// "24.47 + 12.95 = 37.42", "36.30 / 356.99 × 100 = 10.17":
/// the calculation with the printed figures and its true result.
std::string spell(const Law& law, Figures figures);

}  // namespace mingzhang::laws
