// Laws of the form result = 100 * numerator / denominator. Inside this room only; everything throws money::Overflow.
#pragma once

#include <optional>

#include "laws/law.h"

namespace mingzhang::laws {

/// 100; 1000 where the result is printed in ‰.
int factor_of(const Law& law, Figures figures);

Verdict judge_quotient(const Law& law, Figures figures);

/// The quotient of the nominal values with the sign that is printed, to at least `places` decimals, cut off towards
/// zero; empty if the base is zero.
std::optional<money::Decimal> nominal_quotient(const Law& law, Figures figures, int places);

std::optional<money::Decimal> mend_quotient(const Law& law, Figures figures, std::uint32_t figure);

}  // namespace mingzhang::laws
