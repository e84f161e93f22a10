// Web pages.
#include "documents.h"
#include "formats/html/html_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mingzhang;
  static const formats::Converters converters;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzzing::read_and_send(
      [&](const formats::TextLimits& limits) { return formats::parse_html(bytes, converters, limits); });
  return 0;
}
