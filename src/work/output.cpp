#include "work/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "report/excerpt.h"

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, int error) {
  throw OutputError(path.string() + ": " + std::strerror(error));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  /// Closing may be what tells of a full disk.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

void write_all(int descriptor, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail(path, errno);
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

void write_directly(const fs::path& target, std::string_view content) {
  Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0) fail(target, errno);
  write_all(file.number(), content, target);
  if (!file.close()) fail(target, errno);
}

/// What a new file would get here: umask can only be read by setting it.
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// Removes the file beside the target unless it took the target's name.
class Beside {
 public:
  explicit Beside(const fs::path& target)
      : name_((target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string()) {}
  ~Beside() {
    if (made_) ::unlink(name_.c_str());
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  int open() {
    const int descriptor = ::mkostemp(name_.data(), O_CLOEXEC);
    made_ = descriptor >= 0;
    return descriptor;
  }
  bool rename_to(const fs::path& target) {
    if (::rename(name_.c_str(), target.c_str()) != 0) return false;
    made_ = false;
    return true;
  }

 private:
  std::string name_;
  bool made_ = false;
};

void sync_folder(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot sync a folder; the file itself is safe by then.
  if (opened.number() >= 0) static_cast<void>(::fsync(opened.number()));
}

}  // namespace

void refuse_output(const fs::path& output, const std::vector<fs::path>& inputs, const Common& common) {
  if (output.empty()) return;
  const std::string name = report::printable(output.string());
  std::error_code ignored;
  if (fs::is_directory(output, ignored))
    throw UsageError(common.say("--output 指定的是文件夹：", "--output names a folder: ") + name);
  for (const auto& input : inputs)
    if (fs::equivalent(output, input, ignored))
      throw UsageError(common.say("--output 不能覆盖被检查的文件：", "--output must not overwrite an input file: ") +
                       name);
}

void write_whole(const fs::path& wanted, std::string_view content, const Common& common) {
  std::error_code error;
  const fs::path target = fs::is_symlink(wanted, error) ? fs::weakly_canonical(wanted) : wanted;
  struct stat known {};
  const bool exists = ::stat(target.c_str(), &known) == 0;
  if (exists && !S_ISREG(known.st_mode)) {
    write_directly(target, content);
    return;
  }
  const fs::path folder = target.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error))
    throw OutputError(common.say("没有这个文件夹：", "there is no such folder: ") + folder.string());

  Beside beside(target);
  Descriptor file(beside.open());
  if (file.number() < 0) fail(target, errno);
  write_all(file.number(), content, target);
  if (::fchmod(file.number(), exists ? known.st_mode & 07777 : usual_mode()) != 0) fail(target, errno);
  if (::fsync(file.number()) != 0 || !file.close()) fail(target, errno);
  if (!beside.rename_to(target)) fail(target, errno);
  sync_folder(target);
}

void deliver(std::string_view content, const Common& common, const Sinks& sinks) {
  if (common.output.empty()) {
    sinks.results(content);
    return;
  }
  write_whole(common.output, content, common);
  sinks.messages(common.say("已写入 ", "written: ") + report::printable(common.output.string()) + "\n");
}

}  // namespace mingzhang::work
