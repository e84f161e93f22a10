// What the reader process sends back: a document or why there is none. The receiver trusts none of it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "document/document.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// "MZRD", version, kind, and the length of what follows. Numbers are as this machine has them: no message travels.
constexpr std::size_t header_bytes = 16;

/// Takes the message in pieces, so that it never has to be in memory as a whole on the sending side.
using Sink = std::function<void(std::string_view)>;
std::uint64_t encoded_size(const document::Document& document);
void encode(const document::Document& document, const Sink& sink);
std::string encode_failure(const std::string& code, std::uint32_t line, const std::string& detail);

/// Before the bytes that a program made.
std::string result_header(std::uint64_t size);

/// Length of the whole message that begins so. Throws Unreadable "bad-message" if it is none or longer than the limit.
std::uint64_t announced_size(std::string_view header, const Limits& limits);

/// Throws Unreadable: the failure that the message tells of, or "bad-message" for anything that encode would not write.
document::Document decode(std::string_view message, const Limits& limits);
/// The same for a result: its bytes, of which nothing is known but their number.
std::string_view decode_result(std::string_view message, const Limits& limits);

}  // namespace mingzhang::reader
