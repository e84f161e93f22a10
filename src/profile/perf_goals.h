// The columns of goals and results in a tabbed performance table: 项目总目标, 预期目标, 实际完成情况. Inside this room
// only.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "profile/perf_cells.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

class GoalColumns {
 public:
  /// Takes the columns of a row that consists of labels, one of a goal or a result among them; else false.
  bool read_header(const std::vector<PerfCell>& cells, const PerformanceWords& words);

  /// Of each text below the labels: long-goal, goal, result.
  std::vector<std::string> assign(const std::vector<PerfCell>& texts) const;

 private:
  std::string over(std::int32_t tab) const;

  std::vector<std::pair<std::int32_t, std::string>> columns_;  ///< tab, id
};

}  // namespace mingzhang::profile
