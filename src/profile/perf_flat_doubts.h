// Rows whose words are not those of one row: where a text was damaged, cells run into each other.
#pragma once

#include <vector>

#include "profile/perf_flat_rows.h"

namespace mingzhang::profile {

/// Takes away names and reasons that hold what other columns print; true if there are any, so that rows are missing.
bool drop_run_together(const FlatText& body, const PerformanceWords& words, std::vector<FlatIndicator>& rows);

}  // namespace mingzhang::profile
