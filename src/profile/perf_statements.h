// The figures and words of a performance table as statements.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Money cells are values of the cube; weights, rates, scores, targets and actual values are placed under the running
/// number of their row; names and labels are wording; goals, results and reasons are free text.
void add_performance_statements(const cube::PerformanceTable& table, const TableRead& read,
                                const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
