#include "reader/sandbox.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "reader/landlock.h"

// Sanitizers reserve address space by the terabyte, and make calls that the reader itself never makes.
#if defined(MINGZHANG_SANITIZED) || defined(__SANITIZE_ADDRESS__)
#define MINGZHANG_UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MINGZHANG_UNDER_SANITIZER 1
#endif
#endif
#ifndef MINGZHANG_UNDER_SANITIZER
#define MINGZHANG_UNDER_SANITIZER 0
#endif

namespace mingzhang::reader {
namespace {

void close_from(unsigned first, unsigned last) {
  if (close_range(first, last, 0) == 0) return;
  // Before Linux 5.9.
  rlimit open_files{};
  getrlimit(RLIMIT_NOFILE, &open_files);
  for (unsigned fd = first; fd <= last && fd < open_files.rlim_cur; ++fd) close(static_cast<int>(fd));
}

void limit(int resource, std::uint64_t value, std::uint64_t hard) {
  rlimit before{};
  getrlimit(static_cast<__rlimit_resource_t>(resource), &before);
  const rlimit wanted{std::min<rlim_t>(value, before.rlim_max), std::min<rlim_t>(hard, before.rlim_max)};
  if (setrlimit(static_cast<__rlimit_resource_t>(resource), &wanted) != 0) {
    throw NoSandbox("setrlimit: " + std::string(std::strerror(errno)));
  }
}

void set_limits(const Walls& walls) {
  if (!MINGZHANG_UNDER_SANITIZER) limit(RLIMIT_AS, walls.memory_bytes, walls.memory_bytes);
  limit(RLIMIT_CPU, walls.cpu_seconds, walls.cpu_seconds + 1);  // SIGXCPU, and SIGKILL if that should not do
  limit(RLIMIT_FSIZE, 0, 0);
  constexpr std::uint64_t open_fonts = 64;
  const std::uint64_t files = output_descriptor + 1 + (walls.fonts ? open_fonts : 0);
  if (!MINGZHANG_UNDER_SANITIZER) limit(RLIMIT_NOFILE, files, files);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NPROC, 0, 0);
}

class Filter {
 public:
  /// Null where the library finds that this kernel or container has no such filters.
  Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {}
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() {
    if (context_ != nullptr) seccomp_release(context_);
  }
  bool available() const { return context_ != nullptr; }

  void allow(int call) { add(SCMP_ACT_ALLOW, call, 0, nullptr); }
  void allow(int call, const scmp_arg_cmp& condition) { add(SCMP_ACT_ALLOW, call, 1, &condition); }
  /// The caller goes on and is told that it may not.
  void refuse(int call) { add(SCMP_ACT_ERRNO(EACCES), call, 0, nullptr); }

  /// False if the kernel refuses it, for the same reason.
  bool load() { return seccomp_load(context_) == 0; }

 private:
  void add(std::uint32_t action, int call, unsigned count, const scmp_arg_cmp* condition) {
    const int error = seccomp_rule_add_array(context_, action, call, count, condition);
    if (error != 0) throw NoSandbox("seccomp_rule_add: " + std::string(std::strerror(-error)));
  }
  scmp_filter_ctx context_;
};

scmp_arg_cmp argument_is(unsigned index, int value) {
  return {index, SCMP_CMP_EQ, static_cast<scmp_datum_t>(value), 0};
}

/// What the C and C++ libraries call for memory, exceptions and the end of a process. No open, no socket, no clone, no
/// exec: there is no way from here to another file, the network or another program.
constexpr auto allowed = std::to_array<int>(
    {SCMP_SYS(fstat), SCMP_SYS(lseek), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise),
     SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
     SCMP_SYS(clock_gettime), SCMP_SYS(getrandom), SCMP_SYS(close), SCMP_SYS(restart_syscall)});
/// The last three: whether memory can be read they find out by writing it into a pipe of their own.
constexpr auto allowed_to_sanitizers = std::to_array<int>(
    {SCMP_SYS(sigaltstack), SCMP_SYS(rt_sigaction), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(sched_yield),
     SCMP_SYS(prctl), SCMP_SYS(readlink), SCMP_SYS(getrusage), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(write)});

/// What the library of fonts calls to find one, and qsort to learn how much memory there is.
constexpr auto allowed_for_fonts = std::to_array<int>(
    {SCMP_SYS(newfstatat), SCMP_SYS(getdents64), SCMP_SYS(readlink), SCMP_SYS(fcntl), SCMP_SYS(access),
     SCMP_SYS(faccessat), SCMP_SYS(fstatfs), SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(uname), SCMP_SYS(sysinfo)});

/// Opening for reading only, and reading what was opened.
void allow_data_files(Filter& filter, bool landlocked, bool fonts) {
  if (fonts) {
    for (const int call : allowed_for_fonts) filter.allow(call);
    for (const int call : {SCMP_SYS(mkdir), SCMP_SYS(unlink), SCMP_SYS(link), SCMP_SYS(rename)}) filter.refuse(call);
  } else {
    filter.refuse(SCMP_SYS(newfstatat));  // the C library does without: it asks how large a buffer should be
  }
  if (!landlocked) {
    filter.refuse(SCMP_SYS(openat));
    return;
  }
  constexpr auto writing = static_cast<scmp_datum_t>(O_ACCMODE | O_CREAT | O_TRUNC);
  filter.allow(SCMP_SYS(openat), {2, SCMP_CMP_MASKED_EQ, writing, O_RDONLY});
  if (fonts) return;
  // The lowest numbers that are free.
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO}) {
    filter.allow(SCMP_SYS(read), argument_is(0, descriptor));
  }
}

bool load_filter(const Walls& walls) {
  Filter filter;
  if (!filter.available()) return false;
  for (const int call : allowed) filter.allow(call);
  if (MINGZHANG_UNDER_SANITIZER) {
    for (const int call : allowed_to_sanitizers) filter.allow(call);
  }
  if (!walls.fonts)
    for (const int call : {SCMP_SYS(read), SCMP_SYS(pread64)}) filter.allow(call, argument_is(0, input_descriptor));
  for (const int descriptor : {STDERR_FILENO, output_descriptor}) {
    filter.allow(SCMP_SYS(write), argument_is(0, descriptor));
  }
  // Memory may be had, but none that holds code.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    filter.allow(call, {2, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(PROT_EXEC), 0});
  }
  if (!walls.data_folders.empty()) {
    const bool landlocked = read_only_below(walls.data_folders);
    allow_data_files(filter, landlocked, walls.fonts);
  }
  return filter.load();
}

}  // namespace

void close_other_descriptors() {
  close_from(0, STDERR_FILENO - 1);
  close_from(output_descriptor + 1, ~0U);
}

bool enclose(const Walls& walls) {
  set_limits(walls);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
      prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) {
    throw NoSandbox("prctl: " + std::string(std::strerror(errno)));
  }
  if (load_filter(walls)) return true;
  const char* allowance = std::getenv("MINGZHANG_ALLOW_NO_SECCOMP");
  if (allowance != nullptr && std::string_view(allowance) == "1") return false;
  throw NoSandbox("seccomp; MINGZHANG_ALLOW_NO_SECCOMP=1");
}

}  // namespace mingzhang::reader
