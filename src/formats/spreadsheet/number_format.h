// What a cell shows: a number through a format such as "#,##0.00_ ;[Red]-#,##0.00".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// Where days are counted from.
enum class DayZero : std::uint8_t { year_1900, year_1904 };

/// As a reader of the sheet sees it: decimals, grouping, percent, dates; in General up to 15 significant digits, and
/// none but these of what a double carries along. Blanks at the ends and fillings are dropped. A value that is no
/// number is shown as it is.
std::string shown_number(std::string_view value, std::string_view format, DayZero zero = DayZero::year_1900);

/// The format of a number below 164, which files do not spell out; "General" for those that mean nothing here.
std::string_view built_in_format(std::uint32_t id);

}  // namespace mingzhang::formats
