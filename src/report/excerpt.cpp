#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace mingzhang::report {
namespace {

constexpr std::string_view cut_mark = "…";
constexpr std::size_t reach = 4096;  // bytes: far more than any window shows

bool harmful(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool breaks = c == 0x2028 || c == 0x2029;
  return control || turns || breaks;
}

std::string shown(std::string_view character, char32_t code_point) {
  if (code_point == '\t') return "  ";
  if (harmful(code_point) || code_point == 0xFFFD) return "\uFFFD";  // the latter may stand for a broken byte
  return std::string(character);
}

struct Character {
  std::string text;
  std::size_t at = 0, width = 0;
  bool marked = false;
};

std::vector<Character> characters_of(std::string_view line, std::size_t begin, std::size_t end) {
  std::vector<Character> out;
  for (std::size_t at = 0; at < line.size();) {
    const auto point = text::code_point_at(line, at);
    const std::string text = shown(line.substr(at, point.length), point.value);
    out.push_back({text, at, text::display_width(text), at + point.length > begin && at < end});
    at += point.length;
  }
  return out;
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = text::code_point_at(text, at);
    out += shown(text.substr(at, point.length), point.value);
    at += point.length;
  }
  return out;
}

Neighbourhood near(std::string_view line, std::size_t begin, std::size_t end) {
  const auto starts_character = [&](std::size_t at) {
    return at >= line.size() || (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
  };
  begin = std::min(begin, line.size());
  std::size_t from = begin - std::min(begin, reach);
  while (!starts_character(from)) ++from;
  std::size_t to = std::min({std::max(begin, end) + reach, begin + 2 * reach, line.size()});
  while (!starts_character(to)) ++to;
  return {line.substr(from, to - from), from};
}

Excerpt cut_excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  const auto characters = characters_of(line, begin, std::max(end, begin + 1));
  const auto marked = [](const Character& character) { return character.marked; };
  auto left = std::find_if(characters.begin(), characters.end(), marked);
  auto right = left;
  std::size_t taken = 0;
  const auto fits = [&](const Character& character) { return taken + character.width <= width; };
  while (right != characters.end() && right->marked && fits(*right)) taken += (right++)->width;
  const std::size_t under = std::max<std::size_t>(taken, 1);
  const auto first = left;
  for (bool grown = true; grown;) {
    grown = false;
    if (left != characters.begin() && fits(*(left - 1))) {
      taken += (--left)->width;
      grown = true;
    }
    if (right != characters.end() && fits(*right)) {
      taken += (right++)->width;
      grown = true;
    }
  }

  Excerpt excerpt;
  excerpt.from = left == characters.end() ? line.size() : left->at;
  excerpt.to = right == characters.end() ? line.size() : right->at;
  std::size_t before = 0;
  if (left != characters.begin()) {
    excerpt.line = cut_mark;
    before = text::display_width(cut_mark);
  }
  for (auto at = left; at != right; ++at) {
    excerpt.line += at->text;
    if (at < first) before += at->width;
  }
  if (right != characters.end()) excerpt.line += cut_mark;
  excerpt.marks = blanks(before) + "^" + std::string(under - 1, '~');
  return excerpt;
}

}  // namespace mingzhang::report
