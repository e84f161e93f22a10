// Chinese numerals. Reading is lenient about nothing: what is read must be what to_chinese writes, up to the usual
// variants of single characters. So 一百五, which may mean 105 or 150, is not a number here.
#include <array>
#include <stdexcept>

#include "text/number.h"

namespace mingzhang::text {
namespace {

constexpr std::size_t character_bytes = 3;
constexpr long ten_thousand = 10000;
constexpr long too_large = ten_thousand * ten_thousand;

constexpr std::array<std::string_view, 10> digit_names{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

struct Place {
  long value;
  std::string_view name;
};
constexpr std::array<Place, 4> places{{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};

std::string_view name_of(long digit) {
  return digit_names[static_cast<std::size_t>(digit)];
}

int digit_value(std::string_view character) {
  for (std::size_t digit = 0; digit < digit_names.size(); ++digit) {
    if (character == digit_names[digit]) return static_cast<int>(digit);
  }
  return -1;
}

long place_value(std::string_view character) {
  if (character == "万") return ten_thousand;
  for (const Place& place : places) {
    if (character == place.name) return place.value;
  }
  return 0;
}

/// 1 to 9999, with 一十 written in full and one 零 for a gap inside.
std::string section(long value) {
  std::string out;
  bool gap = false;
  for (const Place& place : places) {
    const long digit = value / place.value % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    out += name_of(digit);
    out += place.name;
  }
  return out;
}

/// 〇 as 零, 两 before 百 千 万 as 二, a leading 一十 as 十: the way to_chinese writes.
std::string canonical(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += character_bytes) {
    const std::string_view character = text.substr(i, character_bytes);
    const std::string_view next = text.substr(i).substr(character.size(), character_bytes);
    const bool two = character == "两" && (text.size() == character_bytes || place_value(next) >= 100);
    out += two ? "二" : character == "〇" ? "零" : character;
  }
  if (out.starts_with("一十")) out.erase(0, character_bytes);
  return out;
}

/// The value that the characters add up to, well formed or not; -1 for a character that belongs to no number.
long summed(std::string_view text) {
  long total = 0;
  long part = 0;
  long digit = -1;
  for (std::size_t i = 0; i < text.size(); i += character_bytes) {
    const std::string_view character = text.substr(i, character_bytes);
    if (const int value = digit_value(character); value >= 0) {
      digit = value;
      continue;
    }
    const long place = place_value(character);
    if (place == 0) return -1;
    if (place == ten_thousand) {
      total = (part + (digit > 0 ? digit : 0)) * ten_thousand;
      part = 0;
    } else {
      part += (digit < 0 ? 1 : digit) * place;
    }
    digit = -1;
  }
  return total + part + (digit > 0 ? digit : 0);
}

}  // namespace

std::optional<long> chinese_integer(std::string_view text) {
  constexpr std::size_t longest = 15 * character_bytes;  // 九千九百九十九万九千九百九十九
  if (text.empty() || text.size() > longest || text.size() % character_bytes != 0) return std::nullopt;
  const std::string spelling = canonical(text);
  const long value = summed(spelling);
  if (value < 0 || value >= too_large || to_chinese(value) != spelling) return std::nullopt;
  return value;
}

std::string to_chinese(long value) {
  if (value < 0 || value >= too_large) throw std::out_of_range("no Chinese spelling for this number");
  if (value == 0) return "零";
  const long upper = value / ten_thousand;
  const long lower = value % ten_thousand;
  std::string out;
  if (upper > 0) out = section(upper) + "万";
  if (upper > 0 && lower > 0 && lower < 1000) out += "零";
  if (lower > 0) out += section(lower);
  if (out.starts_with("一十")) out.erase(0, character_bytes);
  return out;
}

}  // namespace mingzhang::text
