#include "cli/streams.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace mingzhang::cli {
namespace {

/// 0, or what errno said.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void Results::write(std::string_view text) {
  if (stopped_) return;
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0) return;
  stopped_ = true;
  if (error != EPIPE) failure_ = std::strerror(error);
}

void write_message(std::string_view text) {
  static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace mingzhang::cli
