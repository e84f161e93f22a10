#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace mingzhang::text {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t count>
bool within(const std::array<Range, count>& sorted, char32_t value) {
  const auto next = std::upper_bound(sorted.begin(), sorted.end(), value,
                                     [](char32_t wanted, const Range& range) { return wanted < range.first; });
  return next != sorted.begin() && value <= std::prev(next)->last;
}

constexpr std::array<Range, 14> cjk{{
    {0x2E80, 0x2FDF},    // radicals: what some PDF fonts hand out instead of the ideographs
    {0x2FF0, 0x303F},    // ideographic description, CJK punctuation, 〇
    {0x31C0, 0x31EF},    // strokes
    {0x3200, 0x33FF},    // enclosed letters, squared units
    {0x3400, 0x4DBF},    // extension A
    {0x4E00, 0x9FFF},    // unified ideographs
    {0xF900, 0xFAFF},    // compatibility ideographs
    {0xFE10, 0xFE1F},    // vertical forms
    {0xFE30, 0xFE4F},    // compatibility forms
    {0xFE50, 0xFE6F},    // small forms
    {0xFF01, 0xFF60},    // full-width forms
    {0xFFE0, 0xFFE6},    // full-width signs
    {0x20000, 0x2FFFD},  // extensions B to F
    {0x30000, 0x3FFFD},  // extension G and later
}};

constexpr std::array<Range, 7> wide_besides_cjk{{
    {0x1100, 0x115F},    // Hangul jamo
    {0x3041, 0x31BF},    // kana, bopomofo
    {0xA000, 0xA4CF},    // Yi
    {0xAC00, 0xD7A3},    // Hangul
    {0x1F300, 0x1F64F},  // pictographs
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
}};

constexpr std::array<Range, 7> without_width{{
    {0x0000, 0x001F},
    {0x007F, 0x009F},
    {0x0300, 0x036F},  // combining marks
    {0x200B, 0x200F},
    {0x2060, 0x2060},
    {0xFE00, 0xFE0F},  // variation selectors
    {0xFEFF, 0xFEFF},
}};

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

bool is_tail(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Bytes that a lead byte announces; 0 for a byte that cannot lead.
std::size_t announced_length(unsigned lead) {
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U) return 0;  // a tail byte, or the lead of an overlong form
  if (lead < 0xE0U) return 2;
  if (lead < 0xF0U) return 3;
  return lead < 0xF5U ? 4 : 0;
}

/// Overlong forms, surrogates and what lies beyond U+10FFFF all show in the second byte.
bool is_second_byte(unsigned lead, unsigned second) {
  switch (lead) {
    case 0xE0U:
      return second >= 0xA0U && second <= 0xBFU;
    case 0xEDU:
      return second >= 0x80U && second <= 0x9FU;
    case 0xF0U:
      return second >= 0x90U && second <= 0xBFU;
    case 0xF4U:
      return second >= 0x80U && second <= 0x8FU;
    default:
      return is_tail(second);
  }
}

/// Length of the valid character at offset; 0 if there is none.
std::size_t valid_length(std::string_view bytes, std::size_t offset) {
  const unsigned lead = byte_at(bytes, offset);
  const std::size_t length = announced_length(lead);
  if (length > bytes.size() - offset) return 0;
  if (length >= 2 && !is_second_byte(lead, byte_at(bytes, offset + 1))) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (!is_tail(byte_at(bytes, offset + i))) return 0;
  }
  return length;
}

}  // namespace

std::size_t first_invalid(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t length = valid_length(bytes, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
  const unsigned lead = byte_at(utf8, offset);
  if (lead < 0x80U) return {lead, 1};
  const std::size_t length = announced_length(lead);
  if (length == 0 || length > utf8.size() - offset) return {0xFFFD, 1};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) value = value << 6U | (byte_at(utf8, offset + i) & 0x3FU);
  return {value, length};
}

void append(std::string& out, char32_t code_point) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80U) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800U) {
    out += static_cast<char>(0xC0U | code_point >> 6U);
    tail(0);
  } else if (code_point < 0x10000U) {
    out += static_cast<char>(0xE0U | code_point >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | code_point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_tail(static_cast<unsigned char>(c)); }));
}

std::string_view prefix(std::string_view utf8, std::size_t count) {
  std::size_t offset = 0;
  for (; offset < utf8.size(); ++offset) {
    if (is_tail(byte_at(utf8, offset))) continue;
    if (count == 0) break;
    --count;
  }
  return utf8.substr(0, offset);
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const CodePoint point = code_point_at(utf8, offset);
    offset += point.length;
    if (within(without_width, point.value)) continue;
    width += is_cjk(point.value) || within(wide_besides_cjk, point.value) ? 2U : 1U;
  }
  return width;
}

bool is_cjk(char32_t code_point) {
  return within(cjk, code_point);
}

}  // namespace mingzhang::text
