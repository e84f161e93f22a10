// Single values as people write them. Inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "books/entry.h"
#include "books/failure.h"

namespace mingzhang::books {

inline constexpr std::size_t most_bytes = 64 << 10;  ///< of one value

/// 2025-03-01 from 2025-03-01, 2025/3/1, 20250301, 2025.3.1, 2025年3月1日; empty if it is no date of the calendar.
std::optional<std::string> date_of(std::string_view written);
/// 1990 to 2099.
std::optional<std::string> year_of(std::string_view written);

inline constexpr std::int64_t most_hundredths = 100'000'000'000'000;  ///< of one amount: a trillion yuan

/// Hundredths of a written amount times 10^power. `whole` amounts are counts, which have no decimals.
std::optional<std::int64_t> amount_of(const std::string& written, int power, bool whole, bool may_be_negative,
                                      std::vector<Problem>& problems);

/// Valid UTF-8, which a command line need not be, without control characters (but line breaks), and no more bytes than
/// a value may have: whatever gets into the books stays there.
bool is_clean(std::string_view value);

/// "flow=income fund=fiscal" in the order of the dimensions, without year, stage; empty if it is no cell.
std::optional<std::string> cell_of(std::string_view written);

}  // namespace mingzhang::books
