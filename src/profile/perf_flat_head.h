// The part of a performance table above its indicators: whose it is, its money and its goals.
#pragma once

#include "profile/perf_flat_rows.h"

namespace mingzhang::profile {

/// Fills everything but the indicators from the words behind the title. Returns where the indicators begin and end; an
/// empty span if the header above them is not found.
FlatSpan read_flat_head(const FlatText& text, std::size_t begin, const PerformanceWords& words,
                        cube::PerformanceTable& table);

/// Behind the heads of the columns of indicators that begin at `at`; `at` itself if there are none.
std::size_t heads_end(const FlatText& text, std::size_t at, const PerformanceWords& words);

/// Where the second of two cells of prose begins, told by the widths of their lines; empty if it cannot be told.
std::size_t second_prose(const FlatText& text, std::size_t begin, std::size_t end);

}  // namespace mingzhang::profile
