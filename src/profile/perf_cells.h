// Cells of performance tables, cleaned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cube/performance.h"
#include "document/document.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// A cell of a row that is not empty.
struct PerfCell {
  std::string text;    ///< as cube::Printed wants it
  std::string normal;  ///< normalised, for comparing
  std::int32_t tab = 0;
  std::int32_t columns = 1;          ///< that it spans
  std::uint32_t begin = 0, end = 0;  ///< in the line
};

/// Without blanks, emphasis (**), tags (<p>) and with the signs that TeX names ("\div") written out.
std::string clean_cell(std::string_view printed);

std::vector<PerfCell> cells_of(const document::Line& line);

/// A number and nothing else but 分, % or a unit of money: 10, 9.17分, 71.56%, 1,200.00.
bool is_perf_figure(std::string_view normal);
bool is_perf_percent(std::string_view normal);
/// 5, 20分: what a weight looks like.
bool is_perf_integer(std::string_view normal);

/// The cell as the model keeps it; what stands for nothing becomes empty.
cube::Printed printed_of(const PerfCell& cell, const document::Line& line, const PerformanceWords& words,
                         const std::string& table);

}  // namespace mingzhang::profile
