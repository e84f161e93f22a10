#include "reader/read.h"

#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <memory>
#include <string_view>

#include "reader/arguments.h"
#include "reader/convert.h"
#include "reader/input.h"
#include "reader/message.h"
#include "reader/process.h"

namespace mingzhang::reader {
namespace {

/// What has come out of the pipe. Room is made for what the header announces, and no byte more is taken.
class Inbox {
 public:
  explicit Inbox(const Limits& limits)
      : limits_(limits), expected_(header_bytes), memory_(allocate(header_bytes + 1)) {}

  /// Reads once; false at the end.
  bool take(int descriptor) {
    const ssize_t got = ::read(descriptor, memory_.get() + size_, room());
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
    if (got < 0) throw Unreadable("bad-message", 0, std::strerror(errno));
    size_ += static_cast<std::size_t>(got);
    if (!announced_ && size_ >= header_bytes) make_room();
    if (announced_ && size_ > expected_) throw Unreadable("bad-message", 0, "trailing bytes");
    return got > 0;
  }

  bool complete() const { return announced_ && size_ == expected_; }
  std::string_view message() const { return {memory_.get(), size_}; }

 private:
  static std::unique_ptr<char[]> allocate(std::size_t size) { return std::make_unique_for_overwrite<char[]>(size); }

  /// The header alone at first; later one byte more than announced, to see that nothing follows.
  std::size_t room() const { return expected_ - size_ + (announced_ ? 1 : 0); }

  void make_room() {
    expected_ = announced_size(message(), limits_);
    announced_ = true;
    auto larger = allocate(expected_ + 1);
    std::copy_n(memory_.get(), size_, larger.get());
    memory_ = std::move(larger);
  }

  const Limits& limits_;
  std::size_t expected_;
  std::size_t size_ = 0;
  bool announced_ = false;
  std::unique_ptr<char[]> memory_;
};

[[noreturn]] void timed_out(const Limits& limits) {
  throw Unreadable("timed-out", 0, std::to_string(limits.wall.count()) + " s");
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, INT_MAX));
}

void receive(Inbox& inbox, int descriptor, Clock::time_point deadline, const Limits& limits) {
  for (;;) {
    const int wait = milliseconds_until(deadline);
    if (wait == 0) timed_out(limits);
    pollfd ready{descriptor, POLLIN, 0};
    const int count = poll(&ready, 1, wait);
    if (count < 0 && errno != EINTR) throw Unreadable("bad-message", 0, std::strerror(errno));
    if (count > 0 && !inbox.take(descriptor)) return;
  }
}

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + name;
}

/// Why there is no whole message, by the way the process ended.
[[noreturn]] void explain(int status, bool late, const Limits& limits) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == exit_no_memory) {
    throw Unreadable("out-of-memory", 0, "> " + std::to_string(limits.memory_bytes >> 20) + " MiB");
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == exit_no_loader) throw Unreadable("no-reader", 0, "exit 127");
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
    throw Unreadable("crashed", 0, "exit " + std::to_string(WEXITSTATUS(status)));
  }
  if (!WIFSIGNALED(status)) throw Unreadable("bad-message", 0, "cut off");
  const int signal = WTERMSIG(status);
  if (late) timed_out(limits);
  if (signal == SIGXCPU) throw Unreadable("timed-out", 0, std::to_string(limits.cpu.count()) + " s CPU");
  throw Unreadable("crashed", 0, signal_name(signal));
}

document::Document read_once(const Descriptor& input, const std::string& format, const Limits& limits) {
  const auto deadline = Clock::now() + limits.wall;
  Inbox inbox(limits);
  {
    Process process(find_reader(program_for(input)), to_arguments(format, limits), input);
    receive(inbox, process.output(), deadline, limits);
    // With a whole message in hand the way of its end does not matter, and nobody waits for it.
    if (!inbox.complete()) {
      const int status = process.wait(deadline);
      explain(status, Clock::now() >= deadline, limits);
    }
  }
  return decode(inbox.message(), limits);
}

/// `format` comes from the reader: a word of our own, or nothing is started.
document::Document read_converted(const Descriptor& input, const std::string& format, const Limits& limits) {
  if (format != "docx" && format != "xlsx") throw Unreadable("bad-message", 0, "format to convert to");
  const Conversion conversion(input, format);
  try {
    auto document = read_once(open_input(conversion.result(), limits), "text", limits);
    document.notices.insert(document.notices.begin(), {0, 0, "converted", ""});
    return document;
  } catch (const Unreadable& why) {
    if (why.code() == "needs-libreoffice") throw Unreadable("conversion-failed", 0, format);
    throw;
  }
}

}  // namespace

Unreadable::Unreadable(std::string code, std::uint32_t line, const std::string& detail)
    : std::runtime_error(detail), code_(std::move(code)), line_(line) {}

document::Document read(const std::filesystem::path& path, const Limits& limits) {
  const Descriptor input = open_input(path, limits);
  try {
    return read_once(input, format_of_name(path), limits);
  } catch (const Unreadable& why) {
    if (why.code() != "needs-libreoffice") throw;
    return read_converted(input, why.what(), limits);
  }
}

}  // namespace mingzhang::reader
