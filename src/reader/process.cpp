#include "reader/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "reader/read.h"
#include "reader/sandbox.h"

namespace mingzhang::reader {
namespace {

[[noreturn]] void no_reader(const std::string& what, int error) {
  throw Unreadable("no-reader", 0, what + ": " + std::strerror(error));
}

/// A duplicate out of the way of the numbers that the new process gets: dup2 onto one of them must not close another.
Descriptor lifted(int number) {
  constexpr int first_free = 10;
  Descriptor copy(fcntl(number, F_DUPFD_CLOEXEC, first_free));
  if (copy.get() < 0) no_reader("fcntl", errno);
  return copy;
}

class SpawnActions {
 public:
  SpawnActions(int input, int output) {
    if (posix_spawn_file_actions_init(&actions_) != 0) throw std::bad_alloc();
    if (posix_spawn_file_actions_adddup2(&actions_, input, input_descriptor) != 0 ||
        posix_spawn_file_actions_adddup2(&actions_, output, output_descriptor) != 0) {
      throw std::bad_alloc();
    }
  }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;
  ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Signals as in a fresh login, whatever this program has blocked or ignores.
class SpawnAttributes {
 public:
  SpawnAttributes() {
    if (posix_spawnattr_init(&attributes_) != 0) throw std::bad_alloc();
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

/// The reader gets nothing of the user's environment but this; above all no GCONV_PATH and no LD_PRELOAD.
std::vector<std::string> environment() {
  std::vector<std::string> kept;
  for (const char* name : {"MINGZHANG_ALLOW_NO_SECCOMP", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name); value != nullptr) kept.push_back(std::string(name) + "=" + value);
  }
  return kept;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  result.reserve(strings.size() + 1);
  for (auto& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

void make_pipe(Descriptor& out, Descriptor& in) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) no_reader("pipe", errno);
  out = Descriptor(ends[0]);
  in = Descriptor(ends[1]);
  // Fewer turns between the two processes for large documents; only a wish.
  constexpr int roomy = 1 << 20;
  fcntl(out.get(), F_SETPIPE_SZ, roomy);
}

}  // namespace

Process::Process(const std::string& program, std::vector<std::string> arguments, const Descriptor& input) {
  Descriptor into;
  make_pipe(output_, into);
  const Descriptor high_input = lifted(input.get()), high_output = lifted(into.get());
  const SpawnActions actions(high_input.get(), high_output.get());
  const SpawnAttributes attributes;
  arguments.insert(arguments.begin(), program);
  std::vector<std::string> variables = environment();
  const auto argv = pointers(arguments), envp = pointers(variables);
  const int error = posix_spawn(&pid_, program.c_str(), actions.get(), attributes.get(), argv.data(), envp.data());
  if (error != 0) {
    pid_ = -1;
    no_reader(program, error);
  }
}

Process::~Process() {
  output_.reset();
  kill();
}

bool Process::reap(int flags) {
  pid_t got = 0;
  do {
    got = waitpid(pid_, &status_, flags);
  } while (got < 0 && errno == EINTR);
  if (got < 0) status_ = 0;  // somebody else has reaped it
  if (got != 0) pid_ = -1;
  return got != 0;
}

void Process::kill() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  reap(0);
}

int Process::wait(Clock::time_point deadline) {
  // It is at its end already or about to hang: no need of anything cleverer than looking now and then.
  constexpr long first_nap = 20'000, longest_nap = 10'000'000;  // ns
  for (long nap = first_nap; pid_ >= 0 && !reap(WNOHANG); nap = std::min(nap * 2, longest_nap)) {
    if (Clock::now() >= deadline) {
      kill();
      break;
    }
    const timespec pause{0, nap};
    nanosleep(&pause, nullptr);
  }
  return status_;
}

std::string find_reader(const std::string& program) {
  if (const char* named = secure_getenv("MINGZHANG_READER"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto folder = self.parent_path();
  for (const auto& candidate : {folder / program, folder / "../libexec/mingzhang" / program}) {
    if (access(candidate.c_str(), X_OK) == 0) return candidate.string();
  }
  throw Unreadable("no-reader", 0, (folder / program).string());
}

}  // namespace mingzhang::reader
