// The layout of messages, shared by both sides. Inside this room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang::reader::wire {

constexpr std::string_view magic = "MZRD";
constexpr std::uint16_t version = 3;
enum class Kind : std::uint16_t { document = 1, failure = 2, result = 3 };

/// Least bytes of each, against counts that the rest of the message cannot hold.
constexpr std::size_t line_bytes = 9 * sizeof(std::uint32_t);
constexpr std::size_t fragment_bytes = 4 * sizeof(std::uint32_t) + 2 * sizeof(std::uint16_t);
constexpr std::size_t box_bytes = 4 * sizeof(double);
constexpr std::size_t notice_bytes = 4 * sizeof(std::uint32_t);

constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_detail = 400;
constexpr std::size_t failure_bytes = 3 * sizeof(std::uint32_t);
constexpr std::size_t longest_sheet_name = 400;
constexpr std::uint32_t most_notices = 1000;
constexpr std::uint32_t most_sheets = 10'000;
constexpr std::uint32_t most_columns = 16'384;  ///< of a sheet

}  // namespace mingzhang::reader::wire
