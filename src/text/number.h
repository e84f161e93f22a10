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
  std::string digits;  ///< "-1,254.76" : sign, digits, grouping commas, point; 百分之三十 has "30"
  int power = 0;       ///< 万 = 4, 亿 = 8, 千 = 3, 百 = 2 between number and unit, and their products; 0 without
  std::string unit;  ///< measure word after it, longest known one: "元", "%", "人", "批次", "元/人"; empty if none;
                     ///< after 百分之 and 千分之 it is "%" and "‰", so that the value is in these units
  std::string before;  ///< 约, 近, 超过, 不低于, >=, 百分之, 不低于百分之: what qualifies it from the left; else empty
  std::string after;       ///< 余, 多, 以上, 左右: what qualifies it from the right, before or behind the unit
  std::size_t length = 0;  ///< bytes of the text that it took, before and after included
  std::string spelled;     ///< those bytes

  bool approximate() const;  ///< 约, 近, 余, 多, 左右
  friend bool operator==(const WrittenNumber&, const WrittenNumber&) = default;
};

/// Reads the number that starts exactly at the beginning of `text`, or the qualifier right before one; empty if there
/// is none, or if it has two points (1.2.3). Chinese digits are only read after 百分之 and 千分之.
/// A year directly followed by 年, a date or a document number is not special here: the caller knows the place.
std::optional<WrittenNumber> read_number(std::string_view text);

/// The inverse: read_number(write_number(n)) == n for every n that read_number returned. A number that was put together
/// elsewhere, without `spelled`, is written from its parts; std::out_of_range if its power has no name.
std::string write_number(const WrittenNumber& number);

/// 4 -> 万, 8 -> 亿; empty for 0. std::out_of_range for powers that have no name.
std::string_view name_of_power(int power);

/// 十一 -> 11, 二十三 -> 23, 一百零五 -> 105, 〇 -> 0, 两 -> 2. Empty if the text is not wholly such a number (< 10^8)
/// in its full spelling: neither 一百五 nor the digits of a year (二〇二四).
std::optional<long> chinese_integer(std::string_view text);
/// 11 -> 十一, 105 -> 一百零五, 0 -> 零; 0..99999999, else std::out_of_range.
std::string to_chinese(long value);

}  // namespace mingzhang::text
