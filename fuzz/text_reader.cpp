// The readers of text and CSV, and both ends of the pipe, in process. The input is taken as a file and, by itself, as a
// message.
#include "documents.h"
#include "formats/csv/csv_format.h"
#include "formats/text/text_format.h"

namespace {

using namespace mingzhang;

using fuzzing::encoded;
using fuzzing::require;

void as_file(std::string_view bytes) {
  static const formats::Converters converters;
  fuzzing::read_and_send(
      [&](const formats::TextLimits& limits) { return formats::parse_text(bytes, converters, limits); });
  fuzzing::read_and_send(
      [&](const formats::TextLimits& limits) { return formats::parse_csv(bytes, converters, limits); });
}

/// There is one message for a document, so that what was accepted is written back byte by byte.
void as_message(std::string_view bytes, const reader::Limits& limits) {
  try {
    require(encoded(reader::decode(bytes, limits)) == bytes);
  } catch (const reader::Unreadable&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  as_file(bytes);
  as_message(bytes, fuzzing::small_limits());
  return 0;
}
