// The report as a workbook: to sort, to filter, to hand on and to tick off.
#pragma once

#include <vector>

#include "document/sheet.h"
#include "report/entry.h"

namespace mingzhang::report {

/// What `check --format xlsx` writes: a summary with one row a file, one row a finding, one row a place that was not
/// read.
std::vector<document::Sheet> check_sheets(const std::vector<Entry>& entries, const check::Rules& rules,
                                          Language language);

}  // namespace mingzhang::report
