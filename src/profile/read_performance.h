// Performance tables -> Reading::performance and the statements that account for their numbers.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Reads lines [read.first_line, read.last_line] of a table that the form describes by `performance`. The readers for
/// rows of tabs and for text without columns fill the model and give words that hold numbers as wording; everything
/// else is the same for both. What they do not give stays unread.
void read_performance(TableRead& read, const cube::Cell& document_cell, Reading& reading);

}  // namespace mingzhang::profile
