// Takes a message apart and believes nothing in it. Inside this room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "reader/read.h"

namespace mingzhang::reader {

[[noreturn]] inline void bad(const char* what) {
  throw Unreadable("bad-message", 0, what);
}

inline void require(bool holds, const char* what) {
  if (!holds) bad(what);
}

class Scanner {
 public:
  explicit Scanner(std::string_view message) : rest_(message) {}

  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
    return value;
  }
  std::uint32_t word() { return number<std::uint32_t>(); }

  std::string_view bytes(std::size_t count) {
    require(count <= rest_.size(), "cut off");
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::string_view string(std::size_t longest) {
    const std::size_t length = word();
    require(length <= longest, "string too long");
    return bytes(length);
  }

  /// Of things that take at least `each` bytes: what is reserved for them is never more than was sent.
  std::uint32_t count(std::uint32_t most, std::size_t each) {
    const std::uint32_t value = word();
    require(value <= most && value <= rest_.size() / each, "count");
    return value;
  }

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace mingzhang::reader
