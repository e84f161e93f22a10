// The way back: clauses and tables written from statements by the same form that read them.
#pragma once

#include <string>
#include <vector>

#include "document/sheet.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// The words of a clause that was read, written from its parsed slots and recorded choices.
/// Equal to the normalised original.
std::string write_clause(const ClauseRead& clause, const Reading& reading);

/// The tables of the form, filled with the values read; forms whose table was not printed stay blank.
std::vector<document::Sheet> write_tables(const Reading& reading);

}  // namespace mingzhang::profile
