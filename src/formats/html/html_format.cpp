#include "formats/html/html_format.h"

#include <string>

#include "formats/html/charset.h"
#include "formats/html/page.h"
#include "formats/rejected.h"

namespace mingzhang::formats {

document::Document parse_html(std::string_view bytes, const Converters& converters, const TextLimits& limits) {
  // The tree takes up to a hundred times as much memory.
  constexpr std::size_t most_bytes = 16U << 20U;
  if (bytes.size() > most_bytes) throw Rejected("too-large", 0, "HTML " + std::to_string(bytes.size()) + " B");
  const HtmlText text = decode_html(bytes, converters);
  const HtmlTree tree(text.utf8);
  Builder builder(document::Format::html, limits);
  if (text.guessed_gb18030) builder.notice("encoding-gb18030", "");
  if (text.broken > 0) builder.notice("broken-characters", std::to_string(text.broken));
  Page(tree, builder).read();
  return builder.finish();
}

}  // namespace mingzhang::formats
