// Actual values from registers and accounts: every indicator that has a formula.
#pragma once

#include <string>
#include <vector>

#include "performance/answer.h"
#include "performance/plan.h"

namespace mingzhang::performance {

struct Computed {
  std::string project, indicator, formula;
  std::int64_t planned = 0;     ///< entry of the indicator
  Worded result;                ///< empty where it failed
  std::string source;           ///< 台账：现场检查
  std::string problem, detail;  ///< code of BadQuery, or "too-large"
  bool known = false;           ///< the books hold this very value of this day already
};

/// `until`: 2025-09-30.
std::vector<Computed> compute(const Plan& plan, books::Books& books, const books::Vocabulary& vocabulary,
                              const std::string& until);

/// The entries behind a value that was computed, as the books were then: for each part of its formula.
struct Behind {
  Aggregate part;
  Tally tally;
};
std::vector<Behind> behind(const Plan& plan, const PlannedIndicator& indicator, books::Books& books,
                           const books::Vocabulary& vocabulary, std::size_t keep);

}  // namespace mingzhang::performance
