// Numbers and characters of old office files. Inside this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// Little-endian; 0 beyond the end.
template <class Number>
Number little_endian(std::string_view bytes, std::size_t offset) {
  Number value = 0;
  if (offset + sizeof(Number) > bytes.size() || offset + sizeof(Number) < offset) return 0;
  for (std::size_t index = sizeof(Number); index-- > 0;)
    value = static_cast<Number>((std::uint64_t{value} << 8U) | static_cast<unsigned char>(bytes[offset + index]));
  return value;
}

inline std::uint8_t byte_at(std::string_view bytes, std::size_t offset) {
  return little_endian<std::uint8_t>(bytes, offset);
}
inline std::uint16_t word_at(std::string_view bytes, std::size_t offset) {
  return little_endian<std::uint16_t>(bytes, offset);
}
inline std::uint32_t long_at(std::string_view bytes, std::size_t offset) {
  return little_endian<std::uint32_t>(bytes, offset);
}

/// UTF-8 of UTF-16; half a pair becomes U+FFFD.
std::string from_utf16(const std::u16string& text);

}  // namespace mingzhang::formats
