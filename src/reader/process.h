// The reader process, seen from the program that starts it. Inside this room only.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "reader/descriptor.h"

namespace mingzhang::reader {

using Clock = std::chrono::steady_clock;

/// One started process; gone, and reaped, when this object is.
class Process {
 public:
  /// Throws Unreadable "no-reader".
  Process(const std::string& program, std::vector<std::string> arguments, const Descriptor& input);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  int output() const { return output_.get(); }

  /// Status as of waitpid; nothing is known of it (0) where the caller of this library has SIGCHLD ignored.
  /// Kills the process if it does not end by itself until then, and tells so by SIGKILL.
  int wait(Clock::time_point deadline);
  void kill();

 private:
  bool reap(int flags);

  Descriptor output_;
  pid_t pid_ = -1;
  int status_ = 0;
};

/// Where a reader program ("mingzhang-reader") is. MINGZHANG_READER names one that takes the place of all.
/// Throws Unreadable "no-reader".
std::string find_reader(const std::string& program);

}  // namespace mingzhang::reader
