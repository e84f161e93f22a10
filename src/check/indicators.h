// What the checks of performance tables share. Inside this room only.
#pragma once

#include <string>

#include "check/finding.h"
#include "cube/performance.h"
#include "profile/reading.h"

namespace mingzhang::check {

/// A finding at one cell of a performance table, quoted with `words`; `what` names its row.
Finding performance_finding(const std::string& rule, Severity severity, const cube::PerformanceTable& table,
                            const cube::Printed& printed, const std::string& words, const std::string& what,
                            const profile::Reading& reading);

std::string name_of(const cube::Indicator& indicator);

/// Name, target, result, weight and score of a row, as a reader would look for it.
std::string row_words(const cube::Indicator& row);

}  // namespace mingzhang::check
