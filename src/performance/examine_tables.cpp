// Indicators against each other: weights that must sum, indicators that say the same thing twice.
#include <algorithm>

#include "performance/examine_parts.h"
#include "performance/tables.h"
#include "scoring/printed.h"
#include "scoring/totals.h"

namespace mingzhang::performance {
namespace {

using money::Decimal;

std::string listed(const std::vector<Decimal>& totals) {
  std::string all;
  for (const auto& total : totals) all += (all.empty() ? "" : " / ") + total.to_string();
  return all;
}

/// The table's weights as scoring reads them.
cube::PerformanceTable table_of(const PlannedProject& project, const Taxonomy& taxonomy) {
  cube::PerformanceTable table;
  table.stage = Stage::target;
  for (const auto* planned : in_order(project, taxonomy)) {
    auto& row = table.indicators.emplace_back();
    row.level1 = planned->level1;
    row.level2 = planned->level2;
    row.weight.text = planned->weight;
  }
  return table;
}

/// Four ideographs: what two names must share to be of one thing.
constexpr std::size_t telling_run = 12;

bool are_alike(const Row& a, const Row& b) {
  if (a.planned->level2 != b.planned->level2 || !is_number(a.target) || !cube::same_dimension(a.target, b.target))
    return false;
  const bool same_target = a.target.quantity.value == b.target.quantity.value && a.target.bound == b.target.bound;
  const bool contained = a.name.find(b.name) != std::string::npos || b.name.find(a.name) != std::string::npos;
  return same_target && (contained || common_run(a.name, b.name) >= telling_run);
}

}  // namespace

void examine_weights(const Examined& examined, const PlannedProject& project, const scoring::RuleSet* set,
                     Remarks& remarks) {
  if (set == nullptr || project.indicators.empty()) return;
  Decimal sum;
  for (const auto& planned : project.indicators) {
    const auto weight = scoring::printed_figure(planned.weight);
    if (!weight) return;
    sum = sum + *weight;
  }
  // A self-evaluation adds the points of the execution, so that targets may leave them out or not.
  auto totals = set->target_totals;
  for (const auto& total : set->totals) {
    const auto without = total - set->execution_weight;
    if (std::find(totals.begin(), totals.end(), without) == totals.end()) totals.push_back(without);
  }
  if (totals.empty()) return;
  const auto entry = project.indicators.back().entry;
  const auto most = *std::max_element(totals.begin(), totals.end());
  if (sum > most)
    remarks.about(project, Gravity::refused, "weights-exceed", entry, "weight", sum.to_string(), most.to_string());
  else if (std::find(totals.begin(), totals.end(), sum) == totals.end())
    remarks.about(project, Gravity::error, "weights-sum", entry, "weight", sum.to_string(), listed(totals));
  else {
    std::string scheme;
    const auto verdict =
        scoring::judge_scheme(scoring::blocks_of(table_of(project, *examined.rules.taxonomy)), *set, scheme);
    if (verdict.state == scoring::State::broken)
      remarks.about(project, Gravity::warning, "scheme", entry, "weight", verdict.calculation);
  }
}

void examine_repeats(const std::vector<Row>& rows, Remarks& remarks) {
  constexpr std::size_t most = 2000;
  const auto count = std::min(rows.size(), most);
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = a + 1; b < count; ++b) {
      if (rows[a].project == rows[b].project) {
        if (are_alike(rows[a], rows[b]))
          remarks.about(rows[b], Gravity::warning, "alike", "name", rows[b].planned->name, rows[a].planned->name);
      } else if (rows[a].name == rows[b].name && rows[a].planned->level2 == rows[b].planned->level2 &&
                 is_number(rows[a].target) && cube::same_dimension(rows[a].target, rows[b].target) &&
                 rows[a].target.quantity.value != rows[b].target.quantity.value &&
                 (rows[a].project->is_whole() || rows[b].project->is_whole())) {
        remarks.about(rows[b], Gravity::warning, "other-target", "target", rows[b].planned->target,
                      rows[a].project->name + "：" + rows[a].planned->target);
      }
    }
}

}  // namespace mingzhang::performance
