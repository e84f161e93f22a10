#include "reader/read.h"

#include "reader/exchange.h"
#include "reader/input.h"
#include "reader/message.h"

namespace mingzhang::reader {

Unreadable::Unreadable(std::string code, std::uint32_t line, const std::string& detail)
    : std::runtime_error(detail), code_(std::move(code)), line_(line) {}

document::Document read(const std::filesystem::path& path, const Limits& limits) {
  const Descriptor input = open_input(path, limits);
  return decode(ask(program_for(input), input, limits).message(), limits);
}

}  // namespace mingzhang::reader
