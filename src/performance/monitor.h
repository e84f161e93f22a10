// Money and indicators against time, at any date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "performance/answer.h"
#include "performance/plan.h"

namespace mingzhang::performance {

/// Percent of what is asked for, below which something is yellow or red.
struct Threshold {
  std::int64_t yellow = 0, red = 0;
};

/// data/performance/monitoring.toml.
struct MonitorRule {
  std::string pack;
  Threshold money, indicator, rate, silent;
  std::int64_t early = 0, soon = 0;
};
/// That of the pack, else that of "national". Throws BadData.
MonitorRule load_monitor_rule(std::string_view toml, const std::string& file, const std::string& pack);

enum class Light : std::uint8_t { none, green, yellow, red };

/// `code`: "on-time", "behind", "early" (too soon to say), "not-begun" (its time has not come), "silent" (nothing is
/// recorded), "over" (above its limit), "short" (below its target), "done", "late", "soon", "overdue", "judge" (a
/// person says how far it is), "grade" (reached in part, or not).
struct Watched {
  std::string indicator;  ///< empty: the money
  std::string target, actual, date;
  std::optional<money::Decimal> time, progress;  ///< percent: of its time, of its target
  Light light = Light::none;
  std::string code;
  std::string calculation;  ///< "32 / (60 × 75.07%) = 71.04%"
  std::string reason;       ///< that the books hold
};

struct WatchedProject {
  std::string name;
  Light light = Light::none;  ///< the worst
  std::vector<Watched> rows;
};

/// `plan` as it was known on `date` (load_plan with it).
std::vector<WatchedProject> monitor(const Plan& plan, const Answers& answers, const MonitorRule& rule,
                                    const std::string& date);

}  // namespace mingzhang::performance
