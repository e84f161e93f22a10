// The indicators of a table whose shape is lost: which part of its words is which cell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "profile/perf_flat_text.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

struct FlatSpan {
  std::size_t begin = 0, end = 0;

  bool empty() const { return begin >= end; }
};

/// The span as a cell; what stands for an empty one is left out.
cube::Printed flat_cell(const FlatText& text, const FlatSpan& span, const PerformanceWords& words);

struct FlatIndicator {
  std::string level1, level2;  ///< empty: not printed in this row
  FlatSpan name, target, basis, last, actual, weight, score, method, evidence, reason;
  std::vector<FlatSpan> weights;  ///< where the weight is glued to the cell before it: what it may be, `last` before it
  std::size_t weights_from = 0;   ///< where that cell begins
  bool open = false;              ///< words that nobody could give to a cell may be its reason
  bool lost = false;              ///< more than one row, unread: what follows does not inherit level names over it
};

/// Beginning of the last word of [begin, end), which is not empty.
std::size_t last_word(const FlatText& text, std::size_t begin, std::size_t end);
/// Name, target and a basis in free words.
void cut_free_basis(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words,
                    FlatIndicator& row);

/// The longest full name of a level that the text begins with: short forms (质量) begin names of indicators, too.
WordFound level_at(std::string_view text, const WordGroups& levels);

/// Level names at the beginning of [begin, end), the first of a row.
struct FlatLevels {
  std::string level1, level2;
  std::size_t end = 0;  ///< where the name begins
};
FlatLevels levels_at(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words);

/// Fills the levels of `row`; returns where its name begins.
std::size_t take_levels(const FlatText& text, std::size_t begin, std::size_t end, const PerformanceWords& words,
                        FlatIndicator& row);

/// Where a row of a self-evaluation ends its figures.
struct FlatAnchor {
  FlatSpan weight, actual, score;
};
/// Lines that end with weight and score, or with these and a reason of one line.
std::vector<FlatAnchor> weights_with_scores(const FlatText& body);

/// A line of digits between two rows is the number of a page: where the row behind it begins.
std::size_t row_start(const FlatText& text, std::size_t at);

/// 项目支出绩效目标表: rows end with a rule and a kind of evidence.
std::vector<FlatIndicator> project_targets(const FlatText& body, const PerformanceWords& words);
/// 部门整体绩效目标表: rows end with their weight.
std::vector<FlatIndicator> unit_targets(const FlatText& body, const PerformanceWords& words);
/// 项目支出绩效自评表: lines end with weight and score.
std::vector<FlatIndicator> project_results(const FlatText& body, const PerformanceWords& words);
/// 单位整体支出绩效自评表: rows end with weight, actual value and score.
std::vector<FlatIndicator> unit_results(const FlatText& body, const PerformanceWords& words);

}  // namespace mingzhang::profile
