// From broken laws to faults: laws that one wrong figure breaks are one finding on that figure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "laws/law.h"

namespace mingzhang::laws {

/// What diagnosis knows of a figure beside its value.
struct Figure {
  cube::Quantity quantity;
  std::uint32_t cell =
      0;  ///< figures of one cell carry one number: copies that agree are mended together; no_cell: of none
  int derived =
      0;  ///< blame first where evidence is equal: 2 rates and shares, 1 changes and totals in words, 0 the rest
  std::uint32_t order = 0;      ///< position in the document: the later is blamed before the earlier
  bool never_negative = false;  ///< printed without a sign, as rates and changes beside a word of direction are
};
inline constexpr std::uint32_t no_cell = 0xffffffff;

struct Fault {
  std::uint32_t figure = 0;                ///< the one to mend (the first, if copies agree on the wrong value)
  std::vector<std::uint32_t> copies;       ///< others that repeat it
  std::optional<money::Decimal> expected;  ///< mends most of the broken laws
  std::vector<std::uint32_t> laws;         ///< broken ones that it explains, first the one that shows it best
  bool sure = false;  ///< at least two laws agree on the value, or no other figure explains as much
};

struct Diagnosis {
  std::vector<Verdict> verdicts;  ///< one a law
  std::vector<Fault> faults;      ///< every broken law belongs to exactly one
  bool stopped = false;           ///< the bound on its work was reached: what was left is blamed law by law
};

/// Greedy cover of the broken laws: in each round the change of one cell that mends most broken laws and breaks fewest
/// holding ones, counting a change of several copies dearer than of one; ties go to the derived figure, then to a value
/// that is printed elsewhere, then to the later one. Deterministic; at most `max_rounds` rounds, the rest is blamed law
/// by law.
Diagnosis diagnose(const std::vector<Figure>& figures, const std::vector<Law>& laws, std::uint32_t max_rounds = 4096);

}  // namespace mingzhang::laws
