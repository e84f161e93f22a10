// The figures and words of a performance table as statements.
#pragma once

#include <optional>
#include <string>

#include "profile/names.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// Money cells are values of the cube, and lists where they make up a whole; weights, rates, scores, targets and actual
/// values are placed under the running number of their row; names and labels are wording; goals, results and reasons
/// are free text. The names of levels, which the model keeps without their places, are the reader's to add.
void add_performance_statements(const cube::PerformanceTable& table, TableRead& read, const cube::Cell& document_cell,
                                Reading& reading);

/// Of a line of the money, within the cell of its table: its level, fund and vintage.
cube::Cell money_cell(const cube::MoneyRow& row);

/// The number that makes up a whole cell, with its operator; a bare one is in `unit`. Empty for anything else, and for
/// numbers that are too large.
std::optional<cube::Quantity> figure_of(const cube::Printed& printed, const UnitWord& unit);

/// Words of a table that the model does not keep, or keeps without their place.
void add_words(const cube::Printed& words, const std::string& role, Reading& reading);
void add_free_text(const cube::Printed& text, Reading& reading);

}  // namespace mingzhang::profile
