// Which column of a form stands where in a grid: by the words of its printed header. Inside this room only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "profile/form.h"

namespace mingzhang::profile {

/// A column of the form, and where it stands in it.
struct FormColumn {
  std::size_t panel = 0;
  std::uint32_t ordinal = 0;  ///< of the value columns of all panels, from 1; 0 for others
  const Column* column = nullptr;
};
std::vector<FormColumn> columns_of(const Table& table);

/// The words above each column of a grid, from the top: a merged cell stands above all columns that it covers. A cell
/// that covers the whole width is a title and left out.
using HeaderPaths = std::vector<std::vector<std::string>>;
HeaderPaths header_paths(const std::vector<const document::Line*>& header);

/// For each column of the grid the index of its column of the form, -1 for none. Columns keep their order as far as
/// their words allow; what is worded otherwise finds the column that it resembles most.
std::vector<int> match_columns(const HeaderPaths& printed, const std::vector<FormColumn>& form);

}  // namespace mingzhang::profile
