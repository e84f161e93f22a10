#include "reader/read.h"

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

}  // namespace

Unreadable::Unreadable(std::string code, std::uint32_t line, const std::string& detail)
    : std::runtime_error(detail), code_(std::move(code)), line_(line) {}

document::Document read(const std::filesystem::path& path, const Limits& limits) {
  const Descriptor input = open_input(path, limits);
  const std::string program = program_for(input);
  // Two bytes a character at most become one: UTF-16 of ASCII.
  if (program == text_program && size_of(input) > 2 * limits.text_bytes)
    too_large(size_of(input), 2 * limits.text_bytes);
  document::Document document = decode(ask(program, input, limits).message(), limits);
  refuse_much_text(document, limits);
  return document;
}

}  // namespace mingzhang::reader
