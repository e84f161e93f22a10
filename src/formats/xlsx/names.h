// Names of sheets that every spreadsheet program accepts. Inside this folder only.
#pragma once

#include <string>
#include <vector>

namespace mingzhang::formats {

/// As close to the wanted names as the format allows: at most 31 characters, none of []:*?/\, no apostrophe at either
/// end, unique whatever the case of letters, not empty, not "History".
std::vector<std::string> legal_sheet_names(const std::vector<std::string>& wanted);

}  // namespace mingzhang::formats
