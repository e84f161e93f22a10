// One question to a sandboxed program: bytes in, one message back. Inside this room only.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "reader/descriptor.h"
#include "reader/message.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// What has come out of the pipe. Room is made for what the header announces, and no byte more is taken.
class Inbox {
 public:
  explicit Inbox(const Limits& limits)
      : limits_(limits), expected_(header_bytes), memory_(std::make_unique_for_overwrite<char[]>(header_bytes + 1)) {}

  /// Reads once; false at the end.
  bool take(int descriptor);

  bool complete() const { return announced_ && size_ == expected_; }
  std::string_view message() const { return {memory_.get(), size_}; }

 private:
  /// The header alone at first; later one byte more than announced, to see that nothing follows.
  std::size_t room() const { return expected_ - size_ + (announced_ ? 1 : 0); }
  void make_room();

  Limits limits_;
  std::size_t expected_;
  std::size_t size_ = 0;
  bool announced_ = false;
  std::unique_ptr<char[]> memory_;
};

/// Starts the program with `input` and waits for its message; `format` is what the name of the file says that it is.
/// Throws Unreadable if there is no whole message.
Inbox ask(const std::string& program, const Descriptor& input, const Limits& limits,
          const std::string& format = "text");

}  // namespace mingzhang::reader
