#include "reader/convert.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <thread>
#include <vector>

namespace mingzhang::reader {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds most_time{120};
constexpr rlim_t most_memory = rlim_t{8} << 30U, most_file = rlim_t{512} << 20U;

[[noreturn]] void failed(const std::string& why) {
  throw Unreadable("conversion-failed", 0, why);
}

/// MINGZHANG_LIBREOFFICE, or soffice on the path. Empty if there is none.
std::string find_libreoffice() {
  if (const char* named = secure_getenv("MINGZHANG_LIBREOFFICE"); named != nullptr)
    return access(named, X_OK) == 0 ? named : "";
  const char* path = secure_getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const auto stop = rest.find(':');
    const fs::path folder(rest.substr(0, stop));
    rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + 1);
    if (folder.is_absolute() && access((folder / "soffice").c_str(), X_OK) == 0) return folder / "soffice";
  }
  return {};
}

/// What the new process does between fork and exec: only calls that are safe there.
struct Child {
  std::vector<char*> arguments, environment;
  std::string user_map;  ///< "1000 1000 1": the user stays who he is in the namespace

  [[noreturn]] void run() const {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(most_time.count()));
    limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_FSIZE, most_file);
    limit(RLIMIT_CORE, 0);
    leave_network();
    const int nothing = open("/dev/null", O_RDWR);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, descriptor);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    execve(arguments.front(), arguments.data(), environment.data());
    _exit(EXIT_FAILURE);
  }

 private:
  static void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit wanted{value, value};
    setrlimit(resource, &wanted);
  }

  /// Where namespaces are not for everybody, the profile alone has to keep it from asking for anything.
  void leave_network() const {
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
    const int map = open("/proc/self/uid_map", O_WRONLY);
    if (map >= 0 && write(map, user_map.data(), user_map.size()) < 0) return;
  }
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (auto& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

/// False if it had to be killed. All that it started goes with it.
bool wait_for(pid_t process) {
  const auto deadline = std::chrono::steady_clock::now() + most_time;
  bool in_time = true;
  for (pid_t ended = 0; ended == 0;) {
    ended = waitpid(process, nullptr, WNOHANG);
    if (ended < 0 && errno == EINTR) ended = 0;
    if (ended == 0 && std::chrono::steady_clock::now() >= deadline) {
      in_time = false;
      kill(-process, SIGKILL);
      waitpid(process, nullptr, 0);
      break;
    }
    if (ended == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  kill(-process, SIGKILL);
  return in_time;
}

}  // namespace

Conversion::Conversion(const Descriptor& input, const std::string& format) {
  const std::string program = find_libreoffice();
  if (program.empty()) throw Unreadable("needs-libreoffice", 0, format);
  std::string pattern = (fs::temp_directory_path() / "mingzhang-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) failed(std::strerror(errno));
  folder_ = pattern;
  try {
    copy(input);
    convert(program, format);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    throw;
  }
}

Conversion::~Conversion() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Conversion::copy(const Descriptor& input) const {
  std::ofstream file(folder_ / "document", std::ios::binary);
  std::array<char, 1 << 16> piece{};
  for (off_t offset = 0;;) {
    const ssize_t got = pread(input.get(), piece.data(), piece.size(), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failed(std::strerror(errno));
    if (got == 0) break;
    file.write(piece.data(), got);
    offset += got;
  }
  if (!file.flush()) failed("copy");
}

void Conversion::convert(const std::string& program, const std::string& format) {
  const std::string folder = folder_.string();
  std::vector<std::string> arguments{program,
                                     "--headless",
                                     "--norestore",
                                     "-env:UserInstallation=file://" + folder + "/profile",
                                     "--convert-to",
                                     format,
                                     "--outdir",
                                     folder + "/out",
                                     folder + "/document"};
  std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + folder, "TMPDIR=" + folder,
                                       "LANG=C.UTF-8"};
  const std::string user = std::to_string(getuid());
  const Child child{pointers(arguments), pointers(environment), user + " " + user + " 1"};
  const pid_t process = fork();
  if (process < 0) failed(std::strerror(errno));
  if (process == 0) child.run();
  if (!wait_for(process)) failed("> " + std::to_string(most_time.count()) + " s");
  result_ = folder_ / "out" / ("document." + format);
  if (!fs::is_regular_file(fs::symlink_status(result_))) failed(format);
}

}  // namespace mingzhang::reader
