// Clauses of a section -> statements.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Reads the text of one section; adds statements, clauses and mentions to `reading`. `document_cell` holds what all
/// cells of the document share: year and stage.
void read_section_text(const SectionRead& section, const cube::Cell& document_cell, Reading& reading);

/// "last" in the place of a year becomes the year before that of the document.
cube::Cell with_year(const cube::Cell& cell, int document_year);

}  // namespace mingzhang::profile
