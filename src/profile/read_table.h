// Rows of a table whose columns are known by their tabs -> statements and the lists that the table prints.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Reads lines [read.first_line, read.last_line] by the form of the table; fills `read` and adds to `reading`.
void read_tabbed_table(TableRead& read, const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
