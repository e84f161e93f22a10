// Which encoding a text has, and the text in UTF-8.
#pragma once

#include <iconv.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// The converters of the C library. They are modules on disk, so they are opened before the sandbox closes.
class Converters {
 public:
  Converters();
  Converters(const Converters&) = delete;
  Converters& operator=(const Converters&) = delete;
  ~Converters();

  enum class From : std::uint8_t { gb18030, utf16_little, utf16_big };

  struct Result {
    std::string utf8;
    std::size_t first_bad = std::string_view::npos;  ///< offset of the first byte that is no character
  };
  /// Throws Rejected "encoding" if the system has no such converter.
  Result to_utf8(std::string_view bytes, From from) const;

 private:
  static constexpr std::size_t count = 3;
  iconv_t open_[count];
};

/// A text in UTF-8 without byte order mark; a view of the input wherever that is what it was.
struct Decoded {
  std::string converted;
  std::string_view as_is;
  bool guessed_gb18030 = false;

  std::string_view text() const { return converted.empty() ? as_is : std::string_view(converted); }
};

/// Throws Rejected "encoding" with the line of the first bad byte.
Decoded decode_text(std::string_view bytes, const Converters& converters);

/// Two bytes that announce UTF-16; there, and only there, NUL bytes are characters' halves.
bool is_utf16(std::string_view bytes);

/// Number of the line that a text would go on in after these bytes.
std::uint32_t line_number(std::string_view before);

}  // namespace mingzhang::formats
