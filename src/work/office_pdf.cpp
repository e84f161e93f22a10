#include "work/office_pdf.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

extern char** environ;  // NOLINT

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto patience = 120s;

fs::path find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string all = path == nullptr ? "/usr/bin:/bin" : path;
  for (std::size_t begin = 0; begin <= all.size();) {
    const auto end = std::min(all.find(':', begin), all.size());
    const fs::path candidate = fs::path(all.substr(begin, end - begin)) / name;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    begin = end + 1;
  }
  return {};
}

/// Waits for the process with an end: a converter that hangs is stopped with all that it started.
bool ended_well(pid_t process) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  int status = 0;
  while (std::chrono::steady_clock::now() < deadline) {
    const pid_t done = ::waitpid(process, &status, WNOHANG);
    if (done == process) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (done < 0) return false;
    std::this_thread::sleep_for(20ms);
  }
  ::kill(-process, SIGKILL);
  ::waitpid(process, &status, 0);
  return false;
}

}  // namespace

bool has_office() {
  return !find_program("soffice").empty();
}

bool make_pdf(const fs::path& docx) {
  const fs::path program = find_program("soffice");
  if (program.empty()) return false;
  // A settings folder of its own: an office that is open elsewhere does not take over the work.
  const fs::path settings = docx.parent_path() / ".office";
  std::vector<std::string> words = {program.string(),
                                    "-env:UserInstallation=file://" + settings.string(),
                                    "--headless",
                                    "--convert-to",
                                    "pdf",
                                    "--outdir",
                                    docx.parent_path().string(),
                                    docx.string()};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int stream : {0, 1, 2}) posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
  pid_t process = 0;
  const int error = ::posix_spawn(&process, program.c_str(), &files, &how, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&how);
  const bool well = error == 0 && ended_well(process);
  std::error_code ignored;
  fs::remove_all(settings, ignored);
  fs::path pdf = docx;
  pdf.replace_extension(".pdf");
  return well && fs::exists(pdf, ignored);
}

}  // namespace mingzhang::work
