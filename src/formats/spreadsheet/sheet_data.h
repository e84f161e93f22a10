// A sheet of a workbook, whichever file it came from.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formats/grid/builder.h"

namespace mingzhang::formats {

/// All counted from 0, ends included.
struct MergedCells {
  std::uint32_t top = 0, left = 0, bottom = 0, right = 0;
};

struct SheetCellText {
  std::uint32_t row = 0, column = 0;
  std::string text;  ///< as shown
};

struct SheetData {
  std::vector<SheetCellText> cells;
  std::vector<MergedCells> merged;
  std::set<std::uint32_t> hidden_rows;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  ///< first and last
};

constexpr std::uint32_t most_sheet_rows = 1'048'576, most_sheet_columns = 16'384;  ///< Excel's own

/// What an inspector would see: rows and columns that are hidden are left out, and told by the notices "hidden-rows"
/// and "hidden-columns" if they hold anything. Throws Rejected.
void add_sheet(SheetData sheet, std::uint32_t page, Builder& builder);

}  // namespace mingzhang::formats
