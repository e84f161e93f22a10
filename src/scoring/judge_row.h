// A scored row against the rules that its document shows. For judge.cpp only.
#pragma once

#include "scoring/infer.h"
#include "scoring/rows.h"
#include "scoring/verdict.h"

namespace mingzhang::scoring {

/// What is known when a row is judged.
struct Knowledge {
  const Inference* inference = nullptr;  ///< of its group; null for rows of no rule
  std::vector<std::string> related;      ///< rules that fit all other groups of the same sort; empty: none does
  std::vector<RowRef> related_evidence;
  int scale = 2;  ///< decimals of the scores of the document
};

Verdict judge_row(const Row& row, const Knowledge& known);

}  // namespace mingzhang::scoring
