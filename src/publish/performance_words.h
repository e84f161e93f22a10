// What performance tables say in words, gathered for the narrative.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cube/performance.h"

namespace mingzhang::publish {

/// `what`: projects (their names), content (results), problems (why scores were lost), measures. Only words that the
/// tables have. Empty where one of them is missing: somebody has to write it. 无 where no score was lost.
std::string told_by(const std::vector<const cube::PerformanceTable*>& tables, std::string_view what);

/// A row whose score is less than its weight, as far as both can be read.
bool lost_points(const cube::Indicator& row);

}  // namespace mingzhang::publish
