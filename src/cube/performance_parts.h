// The parts of reading a cell of a performance table. Texts are normalised. For performance_value.cpp only.
#pragma once

#include <string_view>

#include "cube/performance_value.h"

namespace mingzhang::cube {

/// 2030年11月30日前, 2030年底, 2030-11-30; without a year that of the table. False if it is no date as a whole.
bool read_date(std::string_view text, int year, PerformanceValue& value);

/// 每月..., 自...起...日内: days that come again and again or depend on an event.
bool is_recurring(std::string_view text);

/// The grade of a word of the closed vocabulary; none for any other text.
Grade grade_of(std::string_view text);

/// Takes an operator from the beginning of `text`.
Bound take_bound(std::string_view& text);

/// Changes a quantity into the unit that its dimension is counted in: 名 to 人, 年 to 月, ‰ to %.
void unify(Quantity& quantity);

}  // namespace mingzhang::cube
