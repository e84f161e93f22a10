// Numbers as Chinese documents write them: 12.59 万人, 1,092.78 万元, 4000 元, -26.35%, 百分之三十, 〇.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang::text {

/// One number found at the start of a normalised text (see normal.h), with its unit. Digits are kept as characters, so
/// that the number can be written again exactly; their value is read by money::parse_decimal.
struct WrittenNumber {
  std::string digits;       ///< "-1,254.76" : sign, digits, grouping commas, point
  int power = 0;            ///< 万 = 4, 亿 = 8, 千 = 3, 百 = 2 between number and unit; 0 without
  std::string unit;         ///< measure word after it, longest known one: "元", "%", "人", "批次"; empty if none
  std::string before;       ///< 约, 近, 超过, 不低于, 百分之: what qualifies it from the left, empty if nothing
  std::string after;        ///< 余, 多, 以上, 左右: what qualifies it from the right
  std::size_t length = 0;   ///< bytes of the text that it took, before and after included
  std::string spelled;      ///< those bytes

  bool approximate() const;  ///< 约, 近, 余, 多, 左右
};

/// Reads the number that starts exactly at the beginning of `text`; empty if none does.
/// A year directly followed by 年, a date or a document number is not special here: the caller knows the place.
std::optional<WrittenNumber> read_number(std::string_view text);

/// The inverse: read_number(write_number(n)) == n for every n that read_number returned.
std::string write_number(const WrittenNumber& number);

/// 十一 -> 11, 二十三 -> 23, 一百零五 -> 105, 〇 -> 0, 两 -> 2. Empty if the text is not wholly such a number (< 10^8).
std::optional<long> chinese_integer(std::string_view text);
/// 11 -> 十一; 0..99999999.
std::string to_chinese(long value);

}  // namespace mingzhang::text
