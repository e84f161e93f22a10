// Rows of a self-evaluation that a page break cuts: the first lines of all their cells stand before it, the others
// behind it, in the order of the columns.
#pragma once

#include "profile/perf_flat_rows.h"

namespace mingzhang::profile {

/// 项目支出绩效自评表 with its cut rows put together. Where the rest of a name cannot be told from the reason or the
/// next row, what the break separates is marked as doubtful.
FlatText mend_cut_results(const FlatText& body, const PerformanceWords& words);

}  // namespace mingzhang::profile
