#include "formats/spreadsheet/number_format.h"

#include <algorithm>
#include <array>

#include "formats/spreadsheet/format_section.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

using Kind = FormatToken::Kind;

constexpr std::size_t double_digits = 15;

std::string with_groups(const std::string& whole) {
  std::string out;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    if (at > 0 && (whole.size() - at) % 3 == 0) out += ',';
    out += whole[at];
  }
  return out;
}

/// 12.5; from 10^21 on, and below 10^-9, with an exponent.
std::string general(const DecimalText& value) {
  if (value.is_zero()) return "0";
  const int magnitude = static_cast<int>(value.digits.size()) + value.exponent;
  std::string out;
  if (magnitude > 21 || magnitude < -8) {
    out = value.digits.substr(0, 1) + (value.digits.size() > 1 ? "." + value.digits.substr(1) : "");
    out += magnitude > 0 ? "E+" : "E-";
    const int power = magnitude > 0 ? magnitude - 1 : 1 - magnitude;
    return out + (power < 10 ? "0" : "") + std::to_string(power);
  }
  const Layout layout = lay_out(value, std::max(-value.exponent, 0));
  return layout.whole + (layout.fraction.empty() ? "" : "." + layout.fraction);
}

/// What the places for digits of a section ask for.
struct Places {
  std::size_t whole = 0, whole_zeros = 0;
  int decimals = 0, least_decimals = 0;
  int shift = 0;  ///< powers of ten: percent signs, and commas behind the last digit, by thousands
  bool groups = false, exponent = false;
  std::size_t exponent_digits = 0;
};

Places places_of(const FormatSection& section) {
  Places places;
  bool behind_point = false;
  int commas = 0;
  for (const auto& token : section.tokens) {
    if (token.kind == Kind::digit && places.exponent) {
      ++places.exponent_digits;
    } else if (token.kind == Kind::digit && behind_point) {
      ++places.decimals;
      if (token.text == "0") places.least_decimals = places.decimals;
    } else if (token.kind == Kind::digit) {
      places.groups |= commas > 0;
      commas = 0;
      ++places.whole;
      if (token.text == "0" || places.whole_zeros > 0) ++places.whole_zeros;
    } else if (token.kind == Kind::comma && places.whole > 0) {
      ++commas;
    } else if (token.kind == Kind::point) {
      behind_point = true;
    } else if (token.kind == Kind::percent) {
      places.shift += 2;
    } else if (token.kind == Kind::exponent) {
      places.exponent = true;
    }
  }
  places.shift -= 3 * commas;
  return places;
}

std::string number_words(DecimalText value, const Places& places) {
  int power = 0;
  if (places.exponent && !value.is_zero()) {
    power = static_cast<int>(value.digits.size()) + value.exponent - 1;
    value.exponent -= power;
  }
  value = rounded_to_decimals(std::move(value), places.decimals);
  Layout layout = lay_out(value, places.decimals);
  while (static_cast<int>(layout.fraction.size()) > places.least_decimals && layout.fraction.back() == '0')
    layout.fraction.pop_back();
  if (layout.whole == "0" && places.whole_zeros == 0) layout.whole.clear();
  if (layout.whole.size() < places.whole_zeros) layout.whole.insert(0, places.whole_zeros - layout.whole.size(), '0');
  std::string out = places.groups ? with_groups(layout.whole) : layout.whole;
  if (!layout.fraction.empty()) out += "." + layout.fraction;
  if (places.exponent) {
    std::string digits = std::to_string(power < 0 ? -power : power);
    if (digits.size() < places.exponent_digits) digits.insert(0, places.exponent_digits - digits.size(), '0');
    out += (power < 0 ? "E-" : "E+") + digits;
  }
  return out;
}

std::string shown(DecimalText value, const FormatSection& section) {
  const Places places = places_of(section);
  if (!value.is_zero()) value.exponent += places.shift;
  std::string out;
  bool written = false;
  for (const auto& token : section.tokens) {
    if (token.kind == Kind::literal || token.kind == Kind::percent) out += token.text;
    if (token.kind == Kind::general) out += general(value);
    if ((token.kind == Kind::digit || token.kind == Kind::point) && !written) {
      out += number_words(value, places);
      written = true;
    }
  }
  return out;
}

bool holds(const DecimalText& value, const FormatSection& section) {
  const int order = compare(value, section.limit);
  const std::string& sign = section.condition;
  if (sign == "=") return order == 0;
  if (sign == "<>") return order != 0;
  if (sign == "<") return order < 0;
  if (sign == "<=") return order <= 0;
  return sign == ">" ? order > 0 : order >= 0;
}

struct Chosen {
  const FormatSection* section = nullptr;
  bool says_sign = false;  ///< the section is for negative numbers and writes what it wants for a sign
};

Chosen choose(const DecimalText& value, const std::vector<FormatSection>& sections) {
  const bool conditions =
      std::any_of(sections.begin(), sections.end(), [](const auto& section) { return !section.condition.empty(); });
  if (conditions) {
    for (const auto& section : sections)
      if (section.condition.empty() || holds(value, section)) return {&section, false};
    return {&sections.back(), false};
  }
  if (value.is_zero() && sections.size() > 2) return {&sections[2], true};
  if (value.negative && sections.size() > 1) return {&sections[1], true};
  return {sections.data(), false};
}

}  // namespace

std::string shown_number(std::string_view value, std::string_view format, DayZero zero) {
  const auto parsed = read_decimal(value);
  if (!parsed) return std::string(value);
  DecimalText number = rounded_to_digits(*parsed, double_digits);
  const auto sections = read_format(format.empty() ? "General" : format);
  const Chosen chosen = choose(number, sections);
  const FormatSection& section = *chosen.section;
  const bool date = section.has(Kind::date) || section.has(Kind::elapsed);
  if (date)
    if (const std::string words = shown_date(number, section, zero); !words.empty()) return std::string(trimmed(words));
  const std::string sign = number.negative && !chosen.says_sign ? "-" : "";
  number.negative = false;
  if (date || section.has(Kind::text)) return sign + general(number);
  return std::string(trimmed(sign + std::string(trimmed(shown(std::move(number), section)))));
}

std::string_view built_in_format(std::uint32_t id) {
  struct Format {
    std::uint32_t id;
    std::string_view code;
  };
  // Those of dates as a Chinese office shows them.
  static constexpr auto formats = std::to_array<Format>({
      {1, "0"},
      {2, "0.00"},
      {3, "#,##0"},
      {4, "#,##0.00"},
      {5, "¥#,##0;¥-#,##0"},
      {6, "¥#,##0;¥-#,##0"},
      {7, "¥#,##0.00;¥-#,##0.00"},
      {8, "¥#,##0.00;¥-#,##0.00"},
      {9, "0%"},
      {10, "0.00%"},
      {11, "0.00E+00"},
      {14, "yyyy/m/d"},
      {15, "d-mmm-yy"},
      {16, "d-mmm"},
      {17, "mmm-yy"},
      {18, "h:mm AM/PM"},
      {19, "h:mm:ss AM/PM"},
      {20, "h:mm"},
      {21, "h:mm:ss"},
      {22, "yyyy/m/d h:mm"},
      {27, "yyyy\"年\"m\"月\""},
      {28, "m\"月\"d\"日\""},
      {29, "m\"月\"d\"日\""},
      {30, "m-d-yy"},
      {31, "yyyy\"年\"m\"月\"d\"日\""},
      {32, "h\"时\"mm\"分\""},
      {33, "h\"时\"mm\"分\"ss\"秒\""},
      {37, "#,##0;-#,##0"},
      {38, "#,##0;-#,##0"},
      {39, "#,##0.00;-#,##0.00"},
      {40, "#,##0.00;-#,##0.00"},
      {41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "},
      {42, "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ "},
      {43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "},
      {44, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ "},
      {45, "mm:ss"},
      {46, "[h]:mm:ss"},
      {48, "##0.0E+0"},
      {49, "@"},
      {57, "yyyy\"年\"m\"月\""},
      {58, "m\"月\"d\"日\""},
  });
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format& one) { return one.id == id; });
  return found == formats.end() ? "General" : found->code;
}

}  // namespace mingzhang::formats
