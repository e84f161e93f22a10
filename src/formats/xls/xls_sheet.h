// One sheet of an .xls workbook. For xls_format.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/spreadsheet/number_format.h"
#include "formats/spreadsheet/sheet_data.h"

namespace mingzhang::formats {

struct XlsParts {
  std::vector<std::string> strings;
  std::vector<std::string> formats;  ///< of numbers, by the style of a cell
  DayZero zero = DayZero::year_1900;
};

/// The record of that number begins a stretch of its own.
constexpr std::uint16_t begin_record = 0x809, end_record = 0x0A;

SheetData read_xls_sheet(std::string_view stream, std::size_t offset, const XlsParts& parts, std::uint32_t page,
                         const TextLimits& limits, Builder& builder);

}  // namespace mingzhang::formats
