// What both the judge and the diagnosis need of a sum: its value and how far rounding can carry it.
// Inside this room only.
#pragma once

#include <vector>

#include "laws/law.h"

namespace mingzhang::laws {

/// The nominal sum of terms, and the sum of the halves: the true sum lies within sum -+ halves.
struct Balance {
  money::Decimal sum, halves;

  money::Decimal low() const { return sum - halves; }
  money::Decimal high() const { return sum + halves; }
};

/// All of these throw money::Overflow.
Balance balance_of(const std::vector<Term>& terms, Figures figures);
money::Decimal times_small(const money::Decimal& value, int factor);

/// The sum of the signs of one figure.
int coefficient_of(const std::vector<Term>& terms, std::uint32_t figure);

/// An agreement of two figures is judged by the writing of both; every other linear law by its balance alone.
bool compares_two(const Law& law);
Outcome weigh(const Law& law, const Balance& balance);

}  // namespace mingzhang::laws
