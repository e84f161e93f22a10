// The part of a performance table above its indicators: whose it is, its money and its goals.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "profile/perf_flat_rows.h"

namespace mingzhang::profile {

/// What the words above the indicators hold beside what the model keeps.
struct FlatHead {
  FlatSpan body;  ///< where the indicators begin and end; empty if the header above them is not found
  std::vector<std::pair<std::string, cube::Printed>> words;  ///< person, phone
  std::vector<cube::Printed> prose;  ///< remarks; goal and result where nothing tells one from the other
};

/// Fills everything but the indicators from the words behind the title.
FlatHead read_flat_head(const FlatText& text, std::size_t begin, const PerformanceWords& words,
                        cube::PerformanceTable& table);

/// Behind the heads of the columns of indicators that begin at `at`; `at` itself if there are none.
std::size_t heads_end(const FlatText& text, std::size_t at, const PerformanceWords& words);

/// Where the second of two cells of prose begins, told by the widths of their lines; empty if it cannot be told.
std::size_t second_prose(const FlatText& text, std::size_t begin, std::size_t end);

}  // namespace mingzhang::profile
