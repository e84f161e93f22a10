// The parts of a number format. For number_format.cpp and shown_date.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/spreadsheet/decimal_text.h"
#include "formats/spreadsheet/number_format.h"

namespace mingzhang::formats {

struct FormatToken {
  enum class Kind : std::uint8_t {
    literal,
    digit,
    point,
    comma,
    percent,
    exponent,
    general,
    date,
    elapsed,
    half_day,
    text
  };
  Kind kind = Kind::literal;
  std::string text;  ///< literal: the words; digit: 0, # or ?; date, elapsed: the letters
};

struct FormatSection {
  std::vector<FormatToken> tokens;
  std::string condition;  ///< ">=", "<", ...; empty: by its place
  DecimalText limit;

  bool has(FormatToken::Kind kind) const;
};

std::vector<FormatSection> read_format(std::string_view format);

/// Empty if the number is no day of the calendar.
std::string shown_date(const DecimalText& value, const FormatSection& section, DayZero zero);

}  // namespace mingzhang::formats
