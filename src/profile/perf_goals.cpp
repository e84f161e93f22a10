#include "profile/perf_goals.h"

#include <algorithm>

namespace mingzhang::profile {
namespace {

bool is_goal(const WordGroup& group) {
  return group.id == "goal" || group.id == "long-goal" || group.id == "result";
}

}  // namespace

/// 年度总体目标 names all that stands below it, but beside 项目总目标 the goal of the year.
bool GoalColumns::read_header(const std::vector<PerfCell>& cells, const PerformanceWords& words) {
  std::vector<std::pair<std::int32_t, std::string>> columns;
  for (const auto& cell : cells) {
    const auto* label = group_of(words.heads, cell.normal);
    if (label == nullptr) return false;
    if (is_goal(*label))
      columns.emplace_back(cell.tab, label->id);
    else if (label->id == "goals" && !columns.empty())
      columns.emplace_back(cell.tab, "goal");
  }
  if (columns.empty()) return false;
  if (columns.front().second == "result") columns.insert(columns.begin(), {0, "goal"});  // 年度总体目标 | 实际完成情况
  columns_ = std::move(columns);
  return true;
}

/// Of fewer texts than labels each belongs to the label that it stands under.
std::vector<std::string> GoalColumns::assign(const std::vector<PerfCell>& texts) const {
  std::vector<std::string> out;
  for (const auto& text : texts) {
    if (columns_.empty())
      out.emplace_back("goal");
    else if (texts.size() < columns_.size())
      out.push_back(over(text.tab));
    else
      out.push_back(columns_[std::min(out.size(), columns_.size() - 1)].second);
  }
  return out;
}

std::string GoalColumns::over(std::int32_t tab) const {
  const auto next =
      std::find_if(columns_.begin() + 1, columns_.end(), [&](const auto& column) { return column.first > tab; });
  return std::prev(next)->second;
}

}  // namespace mingzhang::profile
