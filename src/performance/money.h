// The money of a project, or of the whole unit, as a performance table prints it. Inside this room only.
#pragma once

#include <vector>

#include "cube/performance.h"
#include "cube/source.h"
#include "performance/plan.h"

namespace mingzhang::performance {

/// 年度资金总额 and its sources, in 万元; of a whole unit what it spent on each project as well. Empty where nothing is
/// recorded. Target tables have one amount, in `budget`; self-evaluations three, and the rate of execution.
std::vector<cube::MoneyRow> money_of(const cube::Source& figures, const PlannedProject& project, int year,
                                     cube::PerformanceTable::Stage stage);

}  // namespace mingzhang::performance
