// Tables that came without their columns -> statements: the columns are found by what the figures must satisfy.
#pragma once

#include "profile/known_values.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// Why numbers stay unread: several columns are equally possible, or the search was given up.
inline constexpr auto columns_are_open = "columns-open";
inline constexpr auto columns_are_unknown = "columns-unknown";

/// Reads lines [read.first_line, read.last_line], none of which is a row of tabs, by the form of the table; fills
/// `read` and adds to `reading`. What other places say (`evidence`, which may know the facts of `reading`) helps to
/// find the columns: one cell has one value.
void read_flat_table(TableRead& read, const cube::Cell& document_cell, const KnownValues& evidence, Reading& reading);

}  // namespace mingzhang::profile
