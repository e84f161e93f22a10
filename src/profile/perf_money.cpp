#include "profile/perf_money.h"

#include <algorithm>

namespace mingzhang::profile {
namespace {

bool is_amount(const std::string& id) {
  return id == "initial" || id == "budget" || id == "spent";
}

bool is_column(const std::string& id) {
  return is_amount(id) || id == "weight" || id == "rate" || id == "score";
}

bool is_part(const std::string& id) {
  return id == "total" || id == "fiscal" || id == "other";
}

}  // namespace

bool MoneyColumns::read_header(const std::vector<PerfCell>& cells, const PerformanceWords& words) {
  std::vector<MoneyColumn> columns;
  std::size_t parts = 0, wholes = 0;
  for (const auto& cell : cells) {
    if (is_perf_figure(cell.normal)) return false;
    const auto* group = group_of(words.money_columns, cell.normal);
    if (group == nullptr) continue;
    if (is_column(group->id)) columns.push_back({group->id, {}, cell.tab});
    parts += is_part(group->id);
    wholes += group->id == "total";
  }
  constexpr std::size_t few = 2;
  if (columns.size() >= few || (columns.size() == 1 && is_amount(columns.front().id) && columns_.empty())) {
    columns_ = std::move(columns);
    learned_.clear();
    return true;
  }
  if (columns_.empty() || parts < few || wholes == 0) return false;
  divide(cells, words);
  return true;
}

/// 总额, 财政拨款, 其他资金 stand below the amount that they divide.
void MoneyColumns::divide(const std::vector<PerfCell>& cells, const PerformanceWords& words) {
  std::vector<MoneyColumn> divided;
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    const auto& column = columns_[index];
    const bool last = index + 1 == columns_.size();
    const std::size_t before = divided.size();
    for (const auto& cell : cells) {
      const auto* group = group_of(words.money_columns, cell.normal);
      const bool below = cell.tab >= column.tab && (last || cell.tab < columns_[index + 1].tab);
      if (group != nullptr && is_part(group->id) && below && is_amount(column.id))
        divided.push_back({column.id, group->id == "total" ? "" : group->id, cell.tab});
    }
    if (divided.size() == before) divided.push_back(column);
  }
  columns_ = std::move(divided);
}

/// A percentage is a rate; `strict`: and a rate a percentage.
bool MoneyColumns::fits(const std::vector<PerfCell>& figures, const Tabs& tabs, std::int32_t shift, bool strict,
                        Assigned& out) const {
  out.clear();
  for (const auto& figure : figures) {
    const auto tab = std::find(tabs.begin(), tabs.end(), figure.tab + shift);
    if (tab == tabs.end()) return false;
    const MoneyColumn& column = columns_[static_cast<std::size_t>(tab - tabs.begin())];
    const bool percent = is_perf_percent(figure.normal), rate = column.id == "rate";
    if ((percent && !rate) || (strict && rate && !percent && is_perf_figure(figure.normal))) return false;
    out.push_back(&column);
  }
  return true;
}

MoneyColumns::Assigned MoneyColumns::assign(const std::vector<PerfCell>& figures) {
  Assigned out;
  Tabs printed, here;
  for (const auto& column : columns_) printed.push_back(column.tab);
  for (const auto& figure : figures) here.push_back(figure.tab);
  if (figures.size() == columns_.size() && fits(figures, here, 0, false, out)) {
    learned_ = here;
    return out;
  }
  for (const auto* tabs : {&learned_, &printed})
    for (const std::int32_t shift : {0, -1, 1, -2, 2})
      if (tabs->size() == columns_.size() && fits(figures, *tabs, shift, true, out)) return out;
  return only_amounts(figures);
}

/// A row that prints its amounts and nothing else has left the grid and can still be read.
MoneyColumns::Assigned MoneyColumns::only_amounts(const std::vector<PerfCell>& figures) const {
  Assigned out;
  for (const auto& column : columns_)
    if (is_amount(column.id)) out.push_back(&column);
  const bool amounts = std::all_of(figures.begin(), figures.end(), [](const auto& figure) {
    return is_perf_figure(figure.normal) && !is_perf_percent(figure.normal);
  });
  if (!amounts || figures.size() != out.size()) out.clear();
  return out;
}

}  // namespace mingzhang::profile
