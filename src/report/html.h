// The report as one page for a browser: the documents with their faults marked, and the list of these beside them.
#pragma once

#include <string>
#include <vector>

#include "report/entry.h"
#include "report/pictures.h"

namespace mingzhang::report {

/// What `check --format html` writes: one self-contained file that loads nothing. `pictures` has those of each entry,
/// or is empty. Words of documents are text in it and never markup; a policy inside the file forbids everything but its
/// own style and script.
std::string check_html(const std::vector<Entry>& entries, const std::vector<Pictures>& pictures,
                       const check::Rules& rules, Language language);

}  // namespace mingzhang::report
