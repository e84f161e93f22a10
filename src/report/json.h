// Reports for programs: the JSON that the command line promises (docs and design say which keys).
#pragma once

#include <string>
#include <vector>

#include "report/entry.h"

namespace mingzhang::report {

/// What `check --format json` prints: an object for one file, an array for several.
std::string check_json(const std::vector<Entry>& entries, const check::Rules& rules, Language language);

/// What `read --format json` prints: every statement of one document, and what was not read.
std::string read_json(const Entry& entry, Language language);

}  // namespace mingzhang::report
