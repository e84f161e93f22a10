// Numbers of tables as they are printed. Inside this room only.
#pragma once

#include <string>

#include "document/sheet.h"

namespace mingzhang::formats {

/// The words of a cell; a number with its decimals and thousands.
std::string shown(const document::SheetCell& cell);

}  // namespace mingzhang::formats
