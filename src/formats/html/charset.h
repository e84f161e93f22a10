// The encoding of a web page. Inside this folder only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formats/text/encoding.h"

namespace mingzhang::formats {

struct HtmlText {
  std::string utf8;
  bool guessed_gb18030 = false;  ///< the page did not say so
  std::size_t broken = 0;        ///< characters that are none, replaced
};

/// By the byte order mark, by what the page says of itself, or by what it looks like. Throws Rejected "encoding".
HtmlText decode_html(std::string_view bytes, const Converters& converters);

}  // namespace mingzhang::formats
