// The tables of one document against a rule pack: what fits, what does not, and from what that follows. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cube/performance.h"
#include "scoring/infer.h"
#include "scoring/pack.h"
#include "scoring/totals.h"
#include "scoring/verdict.h"

namespace mingzhang::scoring {

struct IndicatorJudgement {
  Verdict score;
  cube::Fulfilment fulfilment = cube::Fulfilment::unknown;
  /// 指标赋分规则 can be applied to such a target; empty if none is printed or the pack does not know it.
  std::optional<bool> method_fits;
};

struct TableJudgement {
  std::string set;  ///< id of the rule set; empty if the pack has none for such a table, and nothing is judged then
  Verdict execution, rate, weights, scheme, total;
  std::string scheme_id;
  std::vector<Block> blocks;
  std::vector<IndicatorJudgement> indicators;  ///< one for each of the table
  std::string grade;                           ///< of the printed total; empty without a scale
};

struct Judgement {
  std::vector<TableJudgement> tables;  ///< one for each
  std::vector<Inference> inferences;   ///< the rules that the document shows, group by group
};

Judgement judge(std::span<const cube::PerformanceTable> tables, const Pack& pack);

}  // namespace mingzhang::scoring
