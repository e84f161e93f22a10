// Sums of a performance table: weights, blocks, scores.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scoring/pack.h"
#include "scoring/verdict.h"

namespace mingzhang::scoring {

/// The weights of one 一级指标.
struct Block {
  std::string level1;
  money::Decimal sum;
  Verdict declared;  ///< against "(50分)" behind its name; undecidable where none is printed
};

/// Do the weights, with that of the execution, add up to their printed sum and to one that the pack knows?
Verdict judge_weights(const cube::PerformanceTable& table, const RuleSet& set);

/// The blocks in the order of the table; empty if a weight cannot be read.
std::vector<Block> blocks_of(const cube::PerformanceTable& table);

/// Do the blocks follow one of the schemes? Never sure: a unit may move weights if it gives a reason.
Verdict judge_scheme(const std::vector<Block>& blocks, const RuleSet& set, std::string& scheme);

/// Do the printed scores add up to the printed total? `scale`: decimals of the scores of the document.
Verdict judge_total(const cube::PerformanceTable& table, const RuleSet& set, int scale);

/// Is the printed rate of execution that of the printed amounts?
Verdict judge_rate(const cube::MoneyRow& row);

/// The grade of a total, or null.
const GradeStep* grade_of(const money::Decimal& total, const RuleSet& set);

}  // namespace mingzhang::scoring
