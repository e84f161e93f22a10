// A reader process that misbehaves in the way that its name says: a symbolic link is how a test chooses.
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "reader/arguments.h"
#include "reader/message.h"
#include "reader/sandbox.h"

namespace {

using namespace mingzhang::reader;
using Act = std::function<void(char** argv)>;

void send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(output_descriptor, bytes.data(), bytes.size());
    if (written <= 0) _exit(1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string good_message() {
  mingzhang::document::Document document;
  document.line_count = 1;
  document.lines.push_back({1, 0, 0, 0, 0, "x", {{0, 1, 0, 0}}, {}});
  std::string message;
  encode(document, [&](std::string_view piece) { message += piece; });
  return message;
}

void hang() {
  for (;;) pause();
}

void behind_walls() {
  enclose({256 << 20, 10});
}

/// For what must be impossible: whoever comes back from it says so with a good document.
Act impossible(const std::function<void()>& act) {
  return [act](char**) {
    behind_walls();
    act();
    send(good_message());
  };
}

/// Behind walls with a door to the folder of this very program. Says by its end what came of opening `path`.
Act opening(const std::string& path, int flags) {
  return [=](char**) {
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    close_other_descriptors();
    const auto folder = self.parent_path();
    enclose({256 << 20, 10, {folder.c_str(), "/nowhere"}});
    const int descriptor = open(path.empty() ? self.c_str() : path.c_str(), flags);
    char byte = 0;
    const bool opened = descriptor >= 0 && read(descriptor, &byte, 1) == 1;
    send(opened ? good_message() : encode_failure("unsupported", 0, "not opened"));
  };
}

void spend_cpu() {
  const rlimit one_second{1, 2};
  setrlimit(RLIMIT_CPU, &one_second);
  const volatile bool on = true;
  while (on) {
  }
}

void announce(std::uint64_t body) {
  std::string header = good_message().substr(0, header_bytes);
  std::memcpy(header.data() + header_bytes - sizeof body, &body, sizeof body);
  send(header);
}

void send_for_ever() {
  const std::string much(1 << 16, '\0');
  for (;;) send(much);
}

/// As a kernel without seccomp would answer the real reader.
void run_without_seccomp(char** argv) {
  scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
  seccomp_rule_add(context, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0);
  const scmp_arg_cmp is_seccomp{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
  seccomp_rule_add_array(context, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &is_seccomp);
  if (seccomp_load(context) != 0) _exit(1);
  const auto real = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "mingzhang-reader";
  execv(real.c_str(), argv);
}

void tell_descriptors(char**) {
  close_other_descriptors();
  std::string open;
  for (int fd = 0; fd < 1024; ++fd) {
    if (fcntl(fd, F_GETFD) != -1) open += (open.empty() ? "" : " ") + std::to_string(fd);
  }
  send(encode_failure("unsupported", 0, open));
}

void tell_environment(char**) {
  std::string names;
  for (char** variable = environ; *variable != nullptr; ++variable) names += std::string(*variable) + " ";
  send(encode_failure("unsupported", 0, names));
}

void swallow_memory() {
  std::vector<std::string> eaten;
  try {
    for (;;) eaten.emplace_back(1 << 20, 'x');
  } catch (const std::bad_alloc&) {
    _exit(exit_no_memory);
  }
}

const std::map<std::string, Act> acts = {
    {"abort", [](char**) { abort(); }},
    {"segv", [](char**) { raise(SIGSEGV); }},
    {"exit", [](char**) { _exit(1); }},
    {"silent", [](char**) {}},
    {"hang", [](char**) { hang(); }},
    {"spin", [](char**) { spend_cpu(); }},
    {"garbage", [](char**) { send("No message at all, and longer than any header would be."); }},
    {"huge", [](char**) { announce(~0ULL - 3); }},
    {"swell", [](char**) { announce(1000), send_for_ever(); }},
    {"half", [](char**) { send(good_message().substr(0, 30)), raise(SIGKILL); }},
    {"half-header", [](char**) { send(good_message().substr(0, 7)); }},
    {"half-hang", [](char**) { send(good_message().substr(0, 30)), hang(); }},
    {"appendix", [](char**) { send(good_message() + "x"); }},
    {"deaf", [](char**) { close(output_descriptor), hang(); }},
    {"lingering", [](char**) { send(good_message()), close(output_descriptor), hang(); }},
    {"no-memory", [](char**) { behind_walls(), swallow_memory(); }},
    {"no-seccomp", run_without_seccomp},
    {"descriptors", tell_descriptors},
    {"environment", tell_environment},
    {"wall-nothing", impossible([] {})},
    {"wall-open", impossible([] { open("/etc/passwd", O_RDONLY | O_CLOEXEC); })},
    {"wall-socket", impossible([] { socket(AF_INET, SOCK_STREAM, 0); })},
    {"wall-fork", impossible([] { fork(); })},
    {"wall-exec", impossible([] { execl("/bin/true", "true", nullptr); })},
    {"wall-code", impossible([] { mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); })},
    {"wall-write", impossible([] { [[maybe_unused]] const ssize_t n = write(input_descriptor, "x", 1); })},
    {"data-own", opening("", O_RDONLY)},
    {"data-other", opening("/etc/passwd", O_RDONLY)},
    {"data-write", opening("", O_RDWR)},
    {"data-new", opening("/tmp/mingzhang-must-not-be", O_RDONLY | O_CREAT)},
    {"wall-kill", impossible([] { kill(1, 0); })},
};

}  // namespace

int main(int, char** argv) {
  const auto act = acts.find(std::filesystem::path(argv[0]).filename().string());
  if (act == acts.end()) return 1;
  act->second(argv);
  _exit(0);
}
