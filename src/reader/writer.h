// Puts a message together, piece by piece. Inside this room only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "reader/message.h"

namespace mingzhang::reader {

class Writer {
 public:
  explicit Writer(const Sink& sink) : sink_(sink) { piece_.reserve(piece_bytes); }

  template <class Number>
  void number(Number value) {
    std::array<char, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, sizeof value);
    this->bytes({bytes.data(), bytes.size()});
  }
  void string(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes(value);
  }
  void bytes(std::string_view value) {
    if (piece_.size() + value.size() > piece_bytes) flush();
    if (value.size() > piece_bytes) {
      sink_(value);
    } else {
      piece_ += value;
    }
  }
  void flush() {
    if (!piece_.empty()) sink_(piece_);
    piece_.clear();
  }

 private:
  static constexpr std::size_t piece_bytes = 64 << 10;
  const Sink& sink_;
  std::string piece_;
};

}  // namespace mingzhang::reader
