// Published performance tables as data: what the model keeps, cell by cell as printed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "publish/compose.h"

namespace mingzhang::publish {

/// A tidy table of words: one row for each line of money, or for each indicator, of all performance tables.
struct TidyTable {
  std::string name, title;
  std::vector<std::pair<std::string, std::string>> columns;  ///< name, title
  std::vector<std::vector<std::string>> rows;
};
/// performance-money and performance-indicators; none where no performance table is published.
std::vector<TidyTable> performance_tables(const Composed& composed);

nlohmann::ordered_json performance_json(const Composed& composed);

}  // namespace mingzhang::publish
