// Reports for programs: the JSON that the command line promises (docs and design say which keys).
#pragma once

#include <string>
#include <vector>

#include "report/entry.h"

namespace mingzhang::report {

/// What `check --format json` prints of one file.
std::string check_json(const Entry& entry, const check::Rules& rules, Language language);

/// What it prints of several, from what check_json said of each: no document needs to be kept until the last is read.
std::string array_json(const std::vector<std::string>& files);

/// What `read --format json` prints: every statement of one document, and what was not read.
std::string read_json(const Entry& entry, Language language);

}  // namespace mingzhang::report
