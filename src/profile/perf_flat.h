// Performance tables of flattened text -> cube::PerformanceTable. Vocabularies and the grammar of values tell where
// cells begin; where they do not, a cell stays empty.
#pragma once

#include "profile/perf_flat_head.h"
#include "profile/performance_words.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// Fills `table`, of which form, scope, stage and title are known, from the lines [first, last] of `document`. Returns
/// what the model does not keep.
FlatHead fill_flat_performance(const document::Document& document, std::uint32_t first, std::uint32_t last,
                               const PerformanceWords& words, cube::PerformanceTable& table);

/// Reads lines [read.first_line, read.last_line], none of which is a row of tabs, and adds a table to
/// `reading.performance`.
void read_flat_performance(TableRead& read, const PerformanceWords& words, Reading& reading);

}  // namespace mingzhang::profile
