// Tables whose cells are known (document::Line::grid) -> statements and the lists that the table prints. Inside this
// room only.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Some line of the table is a row of a grid.
bool has_grid(const TableRead& table, const document::Document& document);

/// Reads lines [read.first_line, read.last_line] by the form of the table; fills `read` and adds to `reading`.
void read_grid_table(TableRead& read, const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
