// The text reader and both ends of the pipe, in process. The input is taken as a file and, by itself, as a message.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/text/text_format.h"
#include "reader/message.h"

namespace {

using namespace mingzhang;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string encoded(const document::Document& document) {
  std::string message;
  reader::encode(document, [&](std::string_view piece) { message += piece; });
  require(message.size() == reader::encoded_size(document));
  return message;
}

reader::Limits small_limits() {
  reader::Limits limits;
  limits.lines = 2000;
  limits.line_bytes = 10'000;
  limits.fragments = 5000;
  limits.message_bytes = 1 << 20;
  return limits;
}

/// Whatever text can be read goes through the pipe unchanged: the receiver refuses none of it.
void as_file(std::string_view bytes, const reader::Limits& limits) {
  static const formats::Converters converters;
  std::string message;
  try {
    message = encoded(formats::parse_text(bytes, converters, {limits.lines, limits.line_bytes, limits.fragments}));
  } catch (const formats::Rejected&) {
    return;
  }
  require(encoded(reader::decode(message, limits)) == message);
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
  const reader::Limits limits = small_limits();
  as_file(bytes, limits);
  as_message(bytes, limits);
  return 0;
}
