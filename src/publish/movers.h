// What a change consists of, and what a cell is called.
#pragma once

#include <string>
#include <vector>

#include "publish/material.h"

namespace mingzhang::publish {

/// The items below a cell that moved most against the base: "信息化建设 增加 207.45 万元"; at most three.
std::vector<std::string> movers(const Material& material, const cube::Cell& subject, const cube::Cell& base);

/// "财政拨款培训费支出": the coordinates of a cell under their Chinese names; year and stage left out if they are those
/// of the document.
std::string cell_in_words(const Material& material, const cube::Cell& cell);

/// The Chinese name of one coordinate.
std::string member_in_words(const Material& material, cube::Dimension dimension, cube::Member member);

}  // namespace mingzhang::publish
