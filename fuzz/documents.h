// What every harness of a reader of documents holds its reader to.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/rejected.h"
#include "reader/message.h"

namespace mingzhang::fuzzing {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline std::string encoded(const document::Document& document) {
  std::string message;
  reader::encode(document, [&](std::string_view piece) { message += piece; });
  require(message.size() == reader::encoded_size(document));
  return message;
}

/// The part before the next line of "===="; the rest stays.
inline std::string next_part(std::string_view& rest) {
  constexpr std::string_view separator = "\n====\n";
  const auto stop = rest.find(separator);
  const std::string_view part = rest.substr(0, stop);
  rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + separator.size());
  return std::string(part);
}

/// Small, so that the limits themselves are tried.
inline reader::Limits small_limits() {
  reader::Limits limits;
  limits.lines = 2000;
  limits.line_bytes = 10'000;
  limits.fragments = 5000;
  limits.message_bytes = 1 << 20;
  return limits;
}

/// Whatever can be read goes through the pipe unchanged: the receiver refuses none of it.
inline void read_and_send(const std::function<document::Document(const formats::TextLimits&)>& read) {
  const reader::Limits limits = small_limits();
  std::string message;
  try {
    message = encoded(read({limits.lines, limits.line_bytes, limits.fragments}));
  } catch (const formats::Rejected&) {
    return;
  }
  if (message.size() <= limits.message_bytes) require(encoded(reader::decode(message, limits)) == message);
}

}  // namespace mingzhang::fuzzing
