// Performance tables whose rows have kept their tabs.
#pragma once

#include "profile/performance_words.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// Fills a table of Reading::performance from the rows of [read.first_line, read.last_line].
void read_tabbed_performance(TableRead& read, const PerformanceWords& words, Reading& reading);

}  // namespace mingzhang::profile
