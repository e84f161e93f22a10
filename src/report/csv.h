// Statements as a table that a spreadsheet program opens.
#pragma once

#include <string>
#include <string_view>

#include "report/entry.h"

namespace mingzhang::report {

/// What `read --format csv` prints: one row a statement, UTF-8 with a byte order mark, lines ending with CR LF (RFC
/// 4180).
std::string read_csv(const Entry& entry);

/// A field with words: quoted where it must be. Words that a spreadsheet program would take for a formula get an
/// apostrophe in front.
std::string csv_words(std::string_view words);

}  // namespace mingzhang::report
