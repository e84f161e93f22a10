// Figures of a performance table as they are printed.
#pragma once

#include <optional>
#include <string_view>

#include "money/decimal.h"

namespace mingzhang::scoring {

/// 9.29, 9.29分, 100分, 69.40%, 1,200.00, 1,200.00万元; empty for a dash, a word, or anything beside the number.
std::optional<money::Decimal> printed_figure(std::string_view text);

/// 产出指标(50分) -> 50.
std::optional<money::Decimal> declared_weight(std::string_view level1);

/// The first year of four digits; 0 if there is none.
int printed_year(std::string_view text);

}  // namespace mingzhang::scoring
