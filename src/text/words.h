// A fixed list of words, searched for the longest one that begins a text. Inside this room only.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string_view>

namespace mingzhang::text {

/// Words begin with an ASCII character or one of three bytes, as all Chinese ones do.
template <std::size_t count>
class WordTable {
 public:
  constexpr explicit WordTable(const std::string_view (&words)[count]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end(), std::greater<>{});
  }

  /// The longest word that text starts with; empty if none.
  constexpr std::string_view longest(std::string_view text) const {
    if (text.empty()) return {};
    const std::string_view first = text.substr(0, static_cast<unsigned char>(text.front()) < 0x80U ? 1 : 3);
    auto word = std::lower_bound(words_.begin(), words_.end(), first, [](std::string_view entry, std::string_view key) {
      return entry.substr(0, key.size()) > key;
    });
    // All words that begin this text are beginnings of each other, so in descending order the longest comes first.
    for (; word != words_.end() && word->starts_with(first); ++word) {
      if (text.starts_with(*word)) return *word;
    }
    return {};
  }

 private:
  std::array<std::string_view, count> words_{};  ///< descending
};

}  // namespace mingzhang::text
