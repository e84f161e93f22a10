// Weights of indicators: one or two digits, which stand alone or are glued to the cell before them.
#pragma once

#include <string_view>
#include <vector>

#include "profile/perf_flat_rows.h"

namespace mingzhang::profile {

/// One or two digits, perhaps with decimals.
bool is_weight(std::string_view word);

/// Cuts [begin, end) into the value of the year before and the weight: the last word, or what its last digits may be.
void cut_weight(const FlatText& text, std::size_t begin, std::size_t end, FlatIndicator& row);

/// What the glued weights are, if one choice alone makes up the block; else they and the values before them stay empty.
void settle_weights(const FlatText& text, std::vector<FlatIndicator>& rows);

/// Ends of rows: lines that end with a weight. Those before a level name are certain; the others count unless the
/// certain ones make up the block by themselves.
std::vector<FlatSpan> weights_at_line_ends(const FlatText& body, const PerformanceWords& words);

}  // namespace mingzhang::profile
