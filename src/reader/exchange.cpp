#include "reader/exchange.h"

#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>

#include "reader/arguments.h"
#include "reader/message.h"
#include "reader/process.h"

namespace mingzhang::reader {
namespace {

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

}  // namespace

bool Inbox::take(int descriptor) {
  const ssize_t got = ::read(descriptor, memory_.get() + size_, room());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (got < 0) throw Unreadable("bad-message", 0, std::strerror(errno));
  size_ += static_cast<std::size_t>(got);
  if (!announced_ && size_ >= header_bytes) make_room();
  if (announced_ && size_ > expected_) throw Unreadable("bad-message", 0, "trailing bytes");
  return got > 0;
}

void Inbox::make_room() {
  expected_ = announced_size(message(), limits_);
  announced_ = true;
  auto larger = std::make_unique_for_overwrite<char[]>(expected_ + 1);
  std::copy_n(memory_.get(), size_, larger.get());
  memory_ = std::move(larger);
}

Inbox ask(const std::string& program, const Descriptor& input, const Limits& limits, const std::string& format) {
  const auto deadline = Clock::now() + limits.wall;
  Inbox inbox(limits);
  Process process(find_reader(program), to_arguments(format, limits), input);
  receive(inbox, process.output(), deadline, limits);
  // With a whole message in hand the way of its end does not matter, and nobody waits for it.
  if (!inbox.complete()) {
    const int status = process.wait(deadline);
    explain(status, Clock::now() >= deadline, limits);
  }
  return inbox;
}

}  // namespace mingzhang::reader
