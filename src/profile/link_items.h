// Sentences whose subject no classification knows, and the rows of a table that they must mean.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// A sentence on a misnamed subject speaks of the one row that no other sentence names: the one with its amount, or the
/// only one there is. So a wrong name is a wrong name, and no missing item.
void link_items(const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
