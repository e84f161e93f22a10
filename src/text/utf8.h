// UTF-8, checked: everything inside the program is valid UTF-8, because nothing else gets past the reader.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::text {

/// Offset of the first byte that is not part of valid UTF-8 (no surrogates, no overlong forms); npos if all is valid.
std::size_t first_invalid(std::string_view bytes);

/// The code point at `offset` of valid UTF-8, and the bytes it takes. A broken character is U+FFFD of one byte, so that
/// a caller who was handed something invalid still moves on and stays inside the text.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};
CodePoint code_point_at(std::string_view utf8, std::size_t offset);
void append(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view utf8);
/// At most `count` code points from the start, never half of one.
std::string_view prefix(std::string_view utf8, std::size_t count);
/// Columns on a terminal: CJK and full-width forms take two.
std::size_t display_width(std::string_view utf8);
bool is_cjk(char32_t code_point);  ///< ideographs, CJK punctuation, full-width forms

}  // namespace mingzhang::text
