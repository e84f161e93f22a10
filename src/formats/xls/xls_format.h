// Workbooks of Excel 97 to 2003 and of WPS (.xls, .et).
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/xls/compound_file.h"

namespace mingzhang::formats {

/// As parse_xlsx. Throws Rejected: "encrypted" for one with a password, "needs-libreoffice" for older ones.
document::Document parse_xls(const CompoundFile& file, const TextLimits& limits = {});

}  // namespace mingzhang::formats
