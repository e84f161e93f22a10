// The measure words that a number may carry. Inside this room only.
#pragma once

#include <cstddef>
#include <string_view>

namespace mingzhang::text {

/// Bytes of the longest measure word at the start of text, with the words it is taken per ("元/人/年"); 0 if none.
std::size_t unit_length(std::string_view text);

/// The same for a single word, without "per".
std::size_t measure_word_length(std::string_view text);

}  // namespace mingzhang::text
