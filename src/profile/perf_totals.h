// Sums over the performance tables of all projects.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// The amounts that a sentence gives for all projects together are the sums of their tables. Where no sentence does,
/// the table of the whole unit is held against its own spending and these sums.
void add_project_sums(const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
