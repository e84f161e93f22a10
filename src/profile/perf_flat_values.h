// The grammar of the cells target, actual and prior-year value, as far as it tells where a cell begins or ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/perf_flat_text.h"

namespace mingzhang::profile {

/// ">=95%", "12月", "2031年12月30日之前", "每月20日之前": the whole of `cell` is an amount or a date. Normalised.
bool is_flat_value(std::string_view cell);
/// The same, of dates alone.
bool is_flat_date(std::string_view cell);

/// Bytes of the longest of `words` at the beginning of `text`; 0 if none.
std::size_t longest_at_start(std::string_view text, const std::vector<std::string>& words);
/// The same at its end.
std::size_t longest_at_end(std::string_view text, const std::vector<std::string>& words);

/// Where the target begins in a name with its target behind it. `prior` is the value of the year before, if known;
/// `grades` are the words that qualitative targets are made of. Empty: cannot be told.
std::optional<std::size_t> target_begin(const FlatText& text, std::size_t begin, std::size_t end,
                                        std::string_view prior, const std::vector<std::string>& grades);

/// A name with its target and its actual value behind it, or one of the two positions missing.
struct FlatPair {
  std::size_t target = 0, actual = 0;  ///< where they begin
};
std::optional<FlatPair> split_pair(const FlatText& text, std::size_t begin, std::size_t end,
                                   const std::vector<std::string>& grades);

}  // namespace mingzhang::profile
