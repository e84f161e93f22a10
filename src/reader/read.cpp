#include "reader/read.h"

#include "reader/convert.h"
#include "reader/exchange.h"
#include "reader/input.h"
#include "reader/message.h"

namespace mingzhang::reader {
namespace {

[[noreturn]] void too_large(std::uint64_t bytes, std::uint64_t limit) {
  throw Unreadable("too-large", 0, std::to_string(bytes) + " B > " + std::to_string(limit) + " B");
}

void refuse_much_text(const document::Document& document, const Limits& limits) {
  std::uint64_t bytes = 0;
  for (const auto& line : document.lines) bytes += line.text.size();
  if (bytes > limits.text_bytes) too_large(bytes, limits.text_bytes);
}

document::Document read_once(const Descriptor& input, const std::string& format, const Limits& limits) {
  const std::string program = program_for(input);
  // Two bytes a character at most become one: UTF-16 of ASCII.
  if (program == text_program && size_of(input) > 2 * limits.text_bytes)
    too_large(size_of(input), 2 * limits.text_bytes);
  document::Document document = decode(ask(program, input, limits, format).message(), limits);
  refuse_much_text(document, limits);
  return document;
}

/// `format` comes from the reader: a word of our own, or nothing is started.
document::Document read_converted(const Descriptor& input, const std::string& format, const Limits& limits) {
  if (format != "docx" && format != "xlsx") throw Unreadable("bad-message", 0, "format to convert to");
  const Conversion conversion(input, format);
  try {
    auto document = read_once(open_input(conversion.result(), limits), "text", limits);
    document.notices.insert(document.notices.begin(), {0, 0, "converted", ""});
    return document;
  } catch (const Unreadable& why) {
    if (why.code() == "needs-libreoffice") throw Unreadable("conversion-failed", 0, format);
    throw;
  }
}

}  // namespace

Unreadable::Unreadable(std::string code, std::uint32_t line, const std::string& detail)
    : std::runtime_error(detail), code_(std::move(code)), line_(line) {}

document::Document read(const std::filesystem::path& path, const Limits& limits) {
  const Descriptor input = open_input(path, limits);
  try {
    return read_once(input, format_of_name(path), limits);
  } catch (const Unreadable& why) {
    if (why.code() != "needs-libreoffice") throw;
    return read_converted(input, why.what(), limits);
  }
}

}  // namespace mingzhang::reader
