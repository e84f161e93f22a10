#include "work/output_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "report/excerpt.h"
#include "work/output.h"

namespace mingzhang::work {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, int error) {
  throw OutputError(path.string() + ": " + std::strerror(error));
}

/// To the disk, so that a power cut after the exchange of names leaves no empty files.
void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, errno);
  const int result = ::fsync(descriptor), error = errno;
  ::close(descriptor);
  if (result != 0 && error != EINVAL) fail(path, error);
}

}  // namespace

OutputFolder::OutputFolder(const fs::path& target, std::string mark, const Common& common) {
  std::error_code ignored;
  target_ = fs::absolute(target).lexically_normal();
  if (!target_.has_filename()) target_ = target_.parent_path();
  if (fs::is_symlink(target_, ignored)) target_ = fs::weakly_canonical(target_);
  const std::string name = report::printable(target.string());
  if (fs::exists(target_, ignored) && !fs::is_directory(target_, ignored))
    throw UsageError(common.say("--output 须是文件夹：", "--output is no folder: ") + name);
  if (fs::is_directory(target_, ignored) && !fs::is_empty(target_, ignored) && !fs::exists(target_ / mark, ignored))
    throw UsageError(common.say("--output 的文件夹里有别的文件，不会覆盖，请换一个空文件夹：",
                                "the folder of --output holds other files and is not replaced: ") +
                     name);
  if (!fs::is_directory(target_.parent_path(), ignored))
    throw OutputError(common.say("没有这个文件夹：", "there is no such folder: ") + target_.parent_path().string());
  std::string pattern = (target_.parent_path() / ("." + target_.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) fail(target_, errno);
  made_ = pattern;
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!made_.empty()) fs::remove_all(made_, ignored);
}

void OutputFolder::write(const std::string& name, std::string_view bytes) {
  const fs::path path = made_ / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) fail(path, errno == 0 ? EIO : errno);
  sync(path);
}

void OutputFolder::put_in_place() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(made_.c_str(), 0777 & ~mask) != 0) fail(made_, errno);
  sync(made_);
  std::error_code ignored;
  if (fs::exists(target_, ignored)) {
    if (::renameat2(AT_FDCWD, made_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) fail(target_, errno);
    fs::remove_all(made_, ignored);  // which now is the old one
  } else if (::rename(made_.c_str(), target_.c_str()) != 0) {
    fail(target_, errno);
  }
  made_.clear();
  sync(target_.parent_path());
}

}  // namespace mingzhang::work
