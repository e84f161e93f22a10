#include <array>

#include "formats/docx/numbering.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using Digits = std::array<std::string_view, 10>;
constexpr Digits usual = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits formal = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> usual_places = {"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> formal_places = {"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 10> stems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

/// 12 -> 十二, 105 -> 一百零五; lists do not go beyond 9999.
std::string chinese(std::uint32_t value, const Digits& digits, const std::array<std::string_view, 4>& places) {
  if (value == 0 || value > 9999) return std::to_string(value);
  std::string out;
  bool gap = false;
  std::uint32_t unit = 1000;
  for (std::size_t place = 4; place-- > 0; unit /= 10) {
    const std::uint32_t digit = value / unit % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    const bool leading_ten = out.empty() && place == 1 && digit == 1 && &digits == &usual;
    if (!leading_ten) out += digits[digit];
    out += places[place];
  }
  return out;
}

std::string roman(std::uint32_t value, bool upper) {
  struct Step {
    std::uint32_t value;
    std::string_view letters;
  };
  constexpr auto steps = std::to_array<Step>({{1000, "m"},
                                              {900, "cm"},
                                              {500, "d"},
                                              {400, "cd"},
                                              {100, "c"},
                                              {90, "xc"},
                                              {50, "l"},
                                              {40, "xl"},
                                              {10, "x"},
                                              {9, "ix"},
                                              {5, "v"},
                                              {4, "iv"},
                                              {1, "i"}});
  if (value == 0 || value > 3999) return std::to_string(value);
  std::string out;
  for (const auto& step : steps)
    for (; value >= step.value; value -= step.value) out += step.letters;
  if (upper)
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  return out;
}

/// a ... z, aa, bb ...
std::string letters(std::uint32_t value, char first) {
  constexpr std::uint32_t alphabet = 26, most = 26 * 20;
  if (value == 0 || value > most) return std::to_string(value);
  const auto letter = static_cast<char>(static_cast<std::uint32_t>(first) + (value - 1) % alphabet);
  return std::string((value - 1) / alphabet + 1, letter);
}

std::string one_character(std::uint32_t value, std::uint32_t most, char32_t first) {
  if (value == 0 || value > most) return std::to_string(value);
  std::string out;
  text::append(out, first + value - 1);
  return out;
}

std::string full_width(std::uint32_t value) {
  std::string out;
  for (const char digit : std::to_string(value)) text::append(out, U'０' + static_cast<char32_t>(digit - '0'));
  return out;
}

std::string digit_by_digit(std::uint32_t value) {
  std::string out;
  for (const char digit : std::to_string(value)) out += usual[static_cast<std::size_t>(digit - '0')];
  return out;
}

}  // namespace

std::string written_number(std::uint32_t value, std::string_view system) {
  if (system == "none") return {};
  if (system.starts_with("chineseCounting") || system.starts_with("japaneseCounting") ||
      system.starts_with("taiwaneseCounting") || system == "japaneseDigitalTenThousand")
    return chinese(value, usual, usual_places);
  if (system == "chineseLegalSimplified" || system == "japaneseLegal") return chinese(value, formal, formal_places);
  if (system == "ideographDigital" || system == "taiwaneseDigital") return digit_by_digit(value);
  if (system == "ideographTraditional")
    return value >= 1 && value <= 10 ? std::string(stems[value - 1]) : std::to_string(value);
  if (system.starts_with("decimalEnclosedCircle")) return one_character(value, 20, U'①');
  if (system == "decimalEnclosedParen") return one_character(value, 20, U'⑴');
  if (system == "decimalEnclosedFullstop") return one_character(value, 20, U'⒈');
  if (system == "ideographEnclosedCircle") return one_character(value, 10, U'㊀');
  if (system.starts_with("decimalFullWidth")) return full_width(value);
  if (system == "decimalZero") return (value < 10 ? "0" : "") + std::to_string(value);
  if (system == "upperRoman" || system == "lowerRoman") return roman(value, system == "upperRoman");
  if (system == "upperLetter") return letters(value, 'A');
  if (system == "lowerLetter") return letters(value, 'a');
  return std::to_string(value);
}

}  // namespace mingzhang::formats
