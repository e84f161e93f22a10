#include "reader/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "formats/text/kind.h"

namespace mingzhang::reader {
namespace {

[[noreturn]] void refuse(int error) {
  const std::string detail = std::strerror(error);
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
      throw Unreadable("missing", 0, detail);
    default:
      throw Unreadable("no-permission", 0, detail);
  }
}

struct Family {
  std::string_view begins;  ///< first bytes of the files
  const char* program;
};

constexpr auto families = std::to_array<Family>({
    {"%PDF-", "mingzhang-reader-pdf"},                                // PDF
    {"PK\x03\x04", "mingzhang-reader-office"},                        // docx, xlsx, odt
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "mingzhang-reader-office"},  // xls, doc
    {"{\\rtf", "mingzhang-reader-office"},
});

void check_kind(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) throw Unreadable("is-folder", 0, "");
  // A pipe may never end, and a device may act upon being opened.
  if (!S_ISREG(status.st_mode)) throw Unreadable("no-file", 0, "");
}

void check_size(const struct stat& status, const Limits& limits) {
  if (status.st_size == 0) throw Unreadable("empty", 0, "0 B");
  if (static_cast<std::uint64_t>(status.st_size) > limits.file_bytes) {
    throw Unreadable("too-large", 0,
                     std::to_string(status.st_size) + " B > " + std::to_string(limits.file_bytes) + " B");
  }
}

}  // namespace

Descriptor open_input(const std::filesystem::path& path, const Limits& limits) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) refuse(errno);
  check_kind(status);
  check_size(status, limits);
  int number = -1;
  // Not blocking, should a pipe have taken the file's place meanwhile.
  do {
    number = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  } while (number < 0 && errno == EINTR);
  if (number < 0) refuse(errno);
  Descriptor input(number);
  if (fstat(input.get(), &status) != 0) refuse(errno);
  check_kind(status);
  check_size(status, limits);
  return input;
}

std::uint64_t size_of(const Descriptor& input) {
  struct stat status {};
  if (fstat(input.get(), &status) != 0) refuse(errno);
  return static_cast<std::uint64_t>(status.st_size);
}

std::string program_for(const Descriptor& input) {
  std::array<char, 1024> bytes{};
  const ssize_t got = pread(input.get(), bytes.data(), bytes.size(), 0);
  const std::string_view head(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  for (const auto& family : families)
    if (head.starts_with(family.begins)) return family.program;
  return formats::looks_like_html(head) ? "mingzhang-reader-office" : text_program;
}

std::string format_of_name(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".csv" || ending == ".CSV" ? "csv" : "text";
}

}  // namespace mingzhang::reader
