// Cells as texts, for what is kept under a cell: words and last year's figures.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cube/cell.h"

namespace mingzhang::books {

/// The inverse of cube::to_string; names of members may have blanks. Empty if it is no cell.
std::optional<cube::Cell> parse_cell(std::string_view text);

/// What words and published figures are found by: the cell without year and stage, which stand beside it.
std::string key_of(const cube::Cell& cell);

}  // namespace mingzhang::books
