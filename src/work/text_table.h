// Rows of cells on a terminal.
#pragma once

#include <string>
#include <vector>

namespace mingzhang::work {

/// Columns as wide as their widest cell; figures stand on the right. `indent`: blanks before each line.
std::string text_table(const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& figures,
                       std::size_t indent = 0);

}  // namespace mingzhang::work
