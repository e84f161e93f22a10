// Cells of tables that were left blank: the sums across and down that meet there lack the same amount.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/lawbook.h"

namespace mingzhang::check {

struct BlankCell {
  std::uint32_t across = 0, down = 0;  ///< laws: of the row and of the column
  std::string column;                  ///< of the form, as places name it
  money::Decimal amount;
};

/// Each of the two laws explains the other: neither is broken by a wrong figure. Only sums that count the cell where
/// other columns and rows of the table print it.
std::vector<BlankCell> find_blanks(const profile::Reading& reading, const Lawbook& book,
                                   const std::vector<laws::Verdict>& verdicts);

}  // namespace mingzhang::check
