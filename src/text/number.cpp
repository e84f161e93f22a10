#include "text/number.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "text/units.h"
#include "text/words.h"

namespace mingzhang::text {
namespace {

constexpr std::size_t character_bytes = 3;

// 不小于 and 大于等于 are here because reading only 小于 or 等于 out of them would turn their sense around.
constexpr std::string_view qualifier_words[] = {
    "约",     "近",       "超过",     "不低于",     "不少于",     "不高于", "不超过", "不多于", "不小于", "不大于",
    "不等于", "大于等于", "小于等于", "大于或等于", "小于或等于", "大于",   "小于",   "等于",   "低于",   "高于",
    "少于",   "多于",     "至少",     "至多",       ">=",         "<=",     ">",      "<",      "=",
};
constexpr WordTable qualifiers(qualifier_words);

constexpr std::string_view ending_words[] = {"及以上", "及以下", "以上", "以下", "以内", "左右"};
constexpr WordTable endings(ending_words);

struct Fraction {
  std::string_view name, unit;
};
constexpr std::array<Fraction, 2> fractions{{{"百分之", "%"}, {"千分之", "‰"}}};

struct Power {
  std::string_view name;
  int power;
};
/// Longest first. 十 alone is never written after digits; it is here for write_number.
constexpr std::array<Power, 12> powers{{{"万亿", 12},
                                        {"千亿", 11},
                                        {"百亿", 10},
                                        {"十亿", 9},
                                        {"千万", 7},
                                        {"百万", 6},
                                        {"十万", 5},
                                        {"亿", 8},
                                        {"万", 4},
                                        {"千", 3},
                                        {"百", 2},
                                        {"十", 1}}};
constexpr int smallest_free_power = 4;
constexpr int largest_power = 12;

/// Callers try every place of a text, so nearly all of them must be dismissed by their first byte: only digits, signs
/// and the lead bytes of common ideographs can begin a number.
bool may_begin_number(std::string_view text) {
  if (text.empty()) return false;
  const char first = text.front();
  if ((first >= '0' && first <= '9') || first == '-' || first == '+') return true;
  if (first == '<' || first == '=' || first == '>') return true;
  const auto lead = static_cast<unsigned char>(first);
  return lead >= 0xE4U && lead <= 0xE9U;
}

const Fraction* fraction_at(std::string_view text) {
  for (const Fraction& fraction : fractions) {
    if (text.starts_with(fraction.name)) return &fraction;
  }
  return nullptr;
}

bool digit_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text[offset] >= '0' && text[offset] <= '9';
}

std::size_t digit_run(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (digit_at(text, end)) ++end;
  return end - offset;
}

/// Bytes of "-1,254.76" at the start of text; 0 if there is no number, or one with two points, as sections have.
std::size_t arabic_length(std::string_view text) {
  std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t first_group = digit_run(text, end);
  if (first_group == 0) return 0;
  end += first_group;
  if (first_group <= 3) {
    while (end < text.size() && text[end] == ',' && digit_run(text, end + 1) == 3) end += 4;
  }
  if (end >= text.size() || text[end] != '.' || !digit_at(text, end + 1)) return end;
  end += 1 + digit_run(text, end + 1);
  const bool second_point = end < text.size() && text[end] == '.' && digit_at(text, end + 1);
  return second_point ? 0 : end;
}

struct Digits {
  std::string digits;
  std::size_t length = 0;
};

/// Bytes at the start of text that are Chinese digits or places.
std::size_t numeral_run(std::string_view text) {
  constexpr std::string_view numerals = "零〇一二两三四五六七八九十百千万";
  std::size_t end = 0;
  while (end + character_bytes <= text.size() &&
         numerals.find(text.substr(end, character_bytes)) != std::string_view::npos) {
    end += character_bytes;
  }
  return end;
}

/// 点五 after a Chinese integer: every digit stands for itself.
void read_chinese_decimals(std::string_view text, Digits& number) {
  if (!text.substr(number.length).starts_with("点")) return;
  std::string decimals;
  std::size_t end = number.length + character_bytes;
  for (; end + character_bytes <= text.size(); end += character_bytes) {
    const auto digit = chinese_integer(text.substr(end, character_bytes));
    if (!digit || *digit > 9) break;
    decimals += std::to_string(*digit);
  }
  if (decimals.empty()) return;
  number.digits += '.' + decimals;
  number.length = end;
}

/// 三十, 一百零五, 三点五; and 百 alone, for 百分之百.
std::optional<Digits> read_chinese(std::string_view text) {
  constexpr std::size_t longest = 15 * character_bytes;
  for (std::size_t length = std::min(numeral_run(text), longest); length > 0; length -= character_bytes) {
    const auto value = chinese_integer(text.substr(0, length));
    if (!value) continue;
    Digits number{std::to_string(*value), length};
    read_chinese_decimals(text, number);
    return number;
  }
  if (text.starts_with("百")) return Digits{"100", character_bytes};
  return std::nullopt;
}

/// Walks over what follows the digits.
class Tail {
 public:
  Tail(std::string_view text, WrittenNumber& number) : text_(text), number_(number) {}

  void read_unit() {
    read_power(0);
    read_more();
    if (!number_.after.empty()) read_power(number_.power);  // 130多万元, 3百多万元
    const std::size_t length = unit_length(rest());
    number_.unit = rest().substr(0, length);
    number_.length += length;
  }

  /// What stands behind the unit, if nothing stood before it.
  void read_ending() {
    if (!number_.after.empty()) return;
    take_after(endings.longest(rest()));
    if (number_.after.empty()) read_more();
  }

 private:
  std::string_view rest() const { return text_.substr(number_.length); }

  void take_after(std::string_view word) {
    number_.after = word;
    number_.length += word.size();
  }

  /// Powers are named from small to large: after 百多 comes 万, after 万多 no 千.
  void read_power(int above) {
    if (measure_word_length(rest()) > 0) return;  // the 千 of 千克 is no power
    const auto* const power = std::find_if(powers.begin(), powers.end(),
                                           [this](const Power& entry) { return rest().starts_with(entry.name); });
    if (power == powers.end() || power->power <= above || power->power == 1) return;
    if (number_.power + power->power > largest_power) return;
    if (power->power < smallest_free_power && !is_power_before(rest().substr(power->name.size()))) return;
    number_.power += power->power;
    number_.length += power->name.size();
  }

  /// 百 and 千 begin other words as well (3千伏), so they need something known behind them.
  static bool is_power_before(std::string_view text) {
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80U) return true;
    constexpr std::array<std::string_view, 4> others{"余", "多", "、", "。"};
    return measure_word_length(text) > 0 || !endings.longest(text).empty() ||
           std::any_of(others.begin(), others.end(),
                       [text](std::string_view other) { return text.starts_with(other); });
  }

  /// 余 and 多, unless they begin the next word: 100万元余额, 3人多次.
  void read_more() {
    const std::string_view text = rest();
    if (!text.starts_with("余") && !text.starts_with("多")) return;
    const std::string_view behind = text.substr(character_bytes);
    const bool next_word = text.starts_with("余") ? behind.starts_with("额") || behind.starts_with("款")
                                                  : !number_.unit.empty() && measure_word_length(behind) > 0;
    if (!next_word) take_after(text.substr(0, character_bytes));
  }

  std::string_view text_;
  WrittenNumber& number_;
};

WrittenNumber finished(std::string_view text, WrittenNumber number) {
  Tail tail(text, number);
  if (number.unit.empty()) tail.read_unit();
  tail.read_ending();
  number.spelled = text.substr(0, number.length);
  return number;
}

bool is_fraction(const WrittenNumber& number) {
  return std::any_of(fractions.begin(), fractions.end(),
                     [&](const Fraction& fraction) { return number.before.ends_with(fraction.name); });
}

}  // namespace

std::optional<WrittenNumber> read_number(std::string_view text) {
  if (!may_begin_number(text)) return std::nullopt;
  std::size_t start = qualifiers.longest(text).size();
  const Fraction* const fraction = fraction_at(text.substr(start));
  if (fraction != nullptr) start += fraction->name.size();
  const std::string_view number_text = text.substr(start);

  Digits digits;
  if (const std::size_t arabic = arabic_length(number_text); arabic > 0) {
    digits = {std::string(number_text.substr(0, arabic)), arabic};
  } else if (fraction != nullptr) {
    auto chinese = read_chinese(number_text);
    if (!chinese) return std::nullopt;
    digits = std::move(*chinese);
  } else {
    return std::nullopt;
  }

  WrittenNumber number;
  number.digits = std::move(digits.digits);
  number.before = text.substr(0, start);
  if (fraction != nullptr) number.unit = fraction->unit;
  number.length = start + digits.length;
  return finished(text, std::move(number));
}

std::string_view name_of_power(int power) {
  if (power == 0) return {};
  for (const Power& entry : powers) {
    if (entry.power == power) return entry.name;
  }
  throw std::out_of_range("no name for this power of ten");
}

std::string write_number(const WrittenNumber& number) {
  if (!number.spelled.empty()) return number.spelled;
  std::string out = number.before + number.digits;
  out += name_of_power(number.power);
  const bool inside = number.after == "余" || number.after == "多";
  if (inside) out += number.after;
  if (!is_fraction(number)) out += number.unit;
  if (!inside) out += number.after;
  return out;
}

bool WrittenNumber::approximate() const {
  constexpr std::array<std::string_view, 3> words{"余", "多", "左右"};
  return before.starts_with("约") || before.starts_with("近") ||
         std::find(words.begin(), words.end(), after) != words.end();
}

}  // namespace mingzhang::text
