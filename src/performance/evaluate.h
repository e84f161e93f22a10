// A year's tables: targets, and self-evaluations with their scores and what is still to be done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cube/performance.h"
#include "cube/source.h"
#include "performance/plan.h"
#include "performance/rules.h"
#include "scoring/award.h"

namespace mingzhang::performance {

/// `code`: "actual" (nothing is known), "judge" (a person awards a score from `detail`), "band" (what was awarded
/// cannot be: `detail` says what can), "unit" (target and result are of different things), "rule" (the pack leaves
/// several rules), "unreadable", "reason" and "remedy" (a score is lost), "over" (far exceeded: why was the target so
/// low), "result" (the goal's outcome is not told), "no-rules" (the pack knows no such tables).
struct Todo {
  std::string code, project, indicator;
  std::string detail;
};

struct Evaluation {
  cube::PerformanceTable table;
  scoring::Award execution;
  std::vector<scoring::Award> awards;  ///< one for each indicator of the table
  std::optional<money::Decimal> total;
  std::string grade;
  std::optional<money::Decimal> grade_from;  ///< the total from which on it is given
  std::vector<Todo> todos;
};

/// Of every project with goals or indicators, and of the whole unit if it has any. Places of what the tables print are
/// entries of the books (as figures of a source have them), their quotes say how they were computed.
std::vector<cube::PerformanceTable> target_tables(const Plan& plan, const cube::Source& figures, const Rules& rules,
                                                  const std::string& books);
std::vector<Evaluation> evaluate(const Plan& plan, const cube::Source& figures, const Rules& rules,
                                 const std::string& books);

}  // namespace mingzhang::performance
