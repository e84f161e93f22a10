// Rows of a target table that a page break cuts through: the first page holds the beginnings of their cells, column by
// column, the second the rest of them in the same order.
#pragma once

#include "profile/perf_flat_text.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// The body with the cells of such rows put together again, where the vocabularies tell how; else unchanged.
FlatText mend_page_breaks(const FlatText& body, const PerformanceWords& words);

}  // namespace mingzhang::profile
