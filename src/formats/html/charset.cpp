#include "formats/html/charset.h"

#include <algorithm>
#include <cctype>

#include "formats/rejected.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

/// The name behind "charset=" or "encoding=", in small letters; empty if the head of the page has none.
std::string declared(std::string_view bytes) {
  constexpr std::size_t head_bytes = 4096;
  std::string head(bytes.substr(0, head_bytes));
  std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const std::string_view key : {"charset", "encoding"}) {
    auto at = head.find(key);
    if (at == std::string::npos) continue;
    at = head.find_first_not_of(" \t\r\n=\"'", at + key.size());
    if (at == std::string::npos) continue;
    return head.substr(at, head.find_first_of(" \t\r\n\"'/>;?", at) - at);
  }
  return {};
}

bool is_gb(const std::string& name) {
  return name == "gb2312" || name == "gbk" || name == "gb18030" || name == "x-gbk" || name == "cp936";
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t most_broken = 1000;

HtmlText from_gb(std::string_view bytes, const Converters& converters) {
  HtmlText out;
  while (!bytes.empty()) {
    auto result = converters.to_utf8(bytes, Converters::From::gb18030);
    out.utf8 += result.utf8;
    if (result.first_bad == std::string_view::npos) break;
    if (++out.broken > most_broken) throw Rejected("encoding", 0, "GB18030");
    out.utf8 += replacement;
    bytes.remove_prefix(result.first_bad + 1);
  }
  return out;
}

HtmlText from_utf8(std::string_view bytes) {
  HtmlText out;
  while (!bytes.empty()) {
    const std::size_t bad = text::first_invalid(bytes);
    out.utf8 += bytes.substr(0, bad);
    if (bad == std::string_view::npos) break;
    if (++out.broken > most_broken) throw Rejected("encoding", 0, "UTF-8");
    out.utf8 += replacement;
    bytes.remove_prefix(bad + 1);
  }
  return out;
}

}  // namespace

HtmlText decode_html(std::string_view bytes, const Converters& converters) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) return from_utf8(bytes.substr(mark.size()));
  const std::string name = is_utf16(bytes) ? std::string() : declared(bytes);
  const bool valid = text::first_invalid(bytes) == std::string_view::npos;
  if (is_gb(name) && !valid) return from_gb(bytes, converters);
  if (name.starts_with("utf-8") || name == "utf8" || valid) {
    // Pages that say so and are GB18030 all the same are common: those are broken everywhere.
    constexpr std::size_t tolerated = 20;
    if (valid) return from_utf8(bytes);
    try {
      HtmlText out = from_utf8(bytes);
      if (out.broken <= tolerated) return out;
    } catch (const Rejected&) {
    }
    HtmlText out = from_gb(bytes, converters);
    out.guessed_gb18030 = true;
    return out;
  }
  const Decoded decoded = decode_text(bytes, converters);
  return {std::string(decoded.text()), decoded.guessed_gb18030, 0};
}

}  // namespace mingzhang::formats
