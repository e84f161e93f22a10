#include "reader/transform.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "reader/exchange.h"
#include "reader/input.h"
#include "reader/message.h"
#include "reader/request.h"

namespace mingzhang::reader {
namespace {

[[noreturn]] void no_memory_file(const char* what) {
  throw Unreadable("no-reader", 0, std::string(what) + ": " + std::strerror(errno));
}

void put(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) no_memory_file("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The request and the file one after the other, in memory: a program gets one descriptor.
Descriptor joined(std::string_view request, const Descriptor& file, const Limits& limits, std::uint64_t& size) {
  Descriptor memory(memfd_create("mingzhang", MFD_CLOEXEC));
  if (memory.get() < 0) no_memory_file("memfd_create");
  const std::string head = framed(request);
  put(memory, head);
  size = head.size();
  std::array<char, 64 << 10> piece{};
  for (;;) {
    const ssize_t got = ::read(file.get(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Unreadable("no-permission", 0, std::strerror(errno));
    if (got == 0) break;
    put(memory, {piece.data(), static_cast<std::size_t>(got)});
    size += static_cast<std::uint64_t>(got);
    if (size > limits.file_bytes + head.size()) throw Unreadable("too-large", 0, "");  // it grows meanwhile
  }
  if (lseek(memory.get(), 0, SEEK_SET) != 0) no_memory_file("lseek");
  return memory;
}

std::string made(const std::string& program, const std::filesystem::path& path, std::string_view request,
                 const Limits& limits) {
  const Descriptor file = open_input(path, limits);
  Limits with_request = limits;
  const Descriptor input = joined(request, file, limits, with_request.file_bytes);
  return std::string(decode_result(ask(program, input, with_request).message(), with_request));
}

}  // namespace

std::string annotate_pdf(const std::filesystem::path& path, const std::vector<formats::PdfNote>& notes,
                         const Limits& limits) {
  std::string copy = made("mingzhang-pdf-notes", path, encode_notes(notes), limits);
  if (!copy.starts_with("%PDF-")) throw Unreadable("bad-message", 0, "no PDF");
  return copy;
}

std::vector<formats::PagePicture> picture_pages(const std::filesystem::path& path,
                                                const std::vector<std::uint32_t>& pages, const Limits& limits) {
  return decode_pictures(made("mingzhang-pdf-pages", path, encode_pages(pages), limits), pages);
}

}  // namespace mingzhang::reader
