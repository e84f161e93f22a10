// Statements in plain words and numbers, as files for programs hold them. The ids never change meaning once released.
#pragma once

#include <string>
#include <string_view>

#include "cube/statement.h"

namespace mingzhang::report {

std::string_view kind_id(cube::Kind kind);
std::string_view state_id(cube::State state);
std::string_view claim_id(cube::Claim claim);
std::string_view relation_id(cube::Relation relation);

/// The figure in its printed unit, without grouping commas: "1254.76"; the words where there is no figure.
std::string value_of(const cube::Statement& statement);
/// "万元", "%", "人"; empty without a figure.
std::string unit_of(const cube::Statement& statement);

}  // namespace mingzhang::report
