// A calculation that a text writes out: "140 人 ÷ (83 家*2) = 84.34%". Inside this room only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "money/decimal.h"
#include "money/interval.h"

namespace mingzhang::check {

struct Formula {
  std::size_t begin = 0;            ///< of the first figure
  std::size_t result = 0, end = 0;  ///< the figure behind the =
  money::Decimal stated;            ///< as printed, without unit
  money::Decimal step;              ///< one unit of its last place
  money::Interval value, other;  ///< what is calculated; the other reading of a ÷ b × c, which many mean as a ÷ (b × c)
  int power = 0;                 ///< of the unit of the result: 4 for 万元, -2 for %
};

/// The calculation before the = at `equals`, a byte of a normalised text. Empty where none stands there, or one with
/// words in place of figures.
std::optional<Formula> formula_at(std::string_view text, std::size_t equals);

/// Whether the figure behind = comes out of it in some reading, also where 100 % or a unit was left out.
bool comes_out(const Formula& formula);

}  // namespace mingzhang::check
