// Tables that came without their columns -> statements: the columns are found by what the figures must satisfy.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Reads lines [read.first_line, read.last_line], none of which is a row of tabs, by the form of the table; fills
/// `read` and adds to `reading`. What was read before helps to find the columns: the same cell has the same value.
void read_flat_table(TableRead& read, const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
