// The walls around the reader process: from here on it can compute, read one file and write one message.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace mingzhang::reader {

constexpr int input_descriptor = 3;
constexpr int output_descriptor = 4;

class NoSandbox : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Walls {
  std::uint64_t memory_bytes = 0;
  std::uint64_t cpu_seconds = 0;
  /// Where a library opens data of its own while it parses; nearly always empty. Without Landlock in the kernel it does
  /// not get them, but learns that they cannot be had.
  std::vector<const char*> data_folders = {};
  bool fonts = false;  ///< it looks for fonts there: lists folders, and has many files open
};

/// Closes every descriptor but the two above and stderr.
void close_other_descriptors();

/// For good. What needs files or the loader must have been opened before. Returns false where the kernel has no filter
/// for system calls and MINGZHANG_ALLOW_NO_SECCOMP=1 says to go on without; throws NoSandbox where it does not.
bool enclose(const Walls& walls);

}  // namespace mingzhang::reader
