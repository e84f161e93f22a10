// The parts of reading a workbook. For read*.cpp only.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "formats/grid/builder.h"
#include "formats/spreadsheet/number_format.h"
#include "formats/spreadsheet/sheet_data.h"

namespace mingzhang::formats {

/// What the cells of all sheets refer to.
struct WorkbookParts {
  std::vector<std::string> strings;
  std::vector<std::string> formats;  ///< of numbers, by the style of a cell
  DayZero zero = DayZero::year_1900;
};

std::vector<std::string> read_shared_strings(const pugi::xml_node& root);
std::vector<std::string> read_formats(const pugi::xml_node& root);

/// The words of a w:si or w:is: without those that only say how they are pronounced.
std::string rich_text(const pugi::xml_node& node);

SheetData read_sheet(const pugi::xml_node& root, const WorkbookParts& parts, std::uint32_t page,
                     const TextLimits& limits, Builder& builder);

}  // namespace mingzhang::formats
