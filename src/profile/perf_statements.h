// The figures and words of a performance table as statements.
#pragma once

#include <string>

#include "profile/reading.h"

namespace mingzhang::profile {

/// Money cells are values of the cube, and lists where they make up a whole; weights, rates, scores, targets and actual
/// values are placed under the running number of their row; names and labels are wording; goals, results and reasons
/// are free text. The names of levels, which the model keeps without their places, are the reader's to add.
void add_performance_statements(const cube::PerformanceTable& table, TableRead& read, const cube::Cell& document_cell,
                                Reading& reading);

/// Words of a table that the model does not keep, or keeps without their place.
void add_words(const cube::Printed& words, const std::string& role, Reading& reading);
void add_free_text(const cube::Printed& text, Reading& reading);

}  // namespace mingzhang::profile
