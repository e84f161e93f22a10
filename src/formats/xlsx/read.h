// Workbooks of Excel, WPS and LibreOffice (.xlsx), as a reader of the sheets sees them.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"

namespace mingzhang::formats {

/// Line::page is the sheet, Line::number its row. Numbers are shown by their formats, formulas by the values that the
/// file keeps for them. Sheets, rows and columns that are hidden are left out. Notices: "hidden-sheets", "hidden-rows",
/// "hidden-columns", "formula-errors", "formulas-without-value". Throws Rejected.
document::Document parse_xlsx(std::string_view bytes, const TextLimits& limits = {});

}  // namespace mingzhang::formats
