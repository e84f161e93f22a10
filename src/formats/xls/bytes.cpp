#include "formats/xls/bytes.h"

#include "text/utf8.h"

namespace mingzhang::formats {

std::string from_utf16(const std::u16string& text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t unit = text[at];
    const bool high = unit >= 0xD800 && unit < 0xDC00, low = unit >= 0xDC00 && unit < 0xE000;
    const char32_t next = at + 1 < text.size() ? text[at + 1] : 0;
    if (high && next >= 0xDC00 && next < 0xE000) {
      text::append(out, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
      ++at;
    } else {
      text::append(out, high || low ? 0xFFFD : unit);
    }
  }
  return out;
}

}  // namespace mingzhang::formats
