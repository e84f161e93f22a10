// Reading a file that came from outside: the only door through which foreign bytes enter.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "document/document.h"

namespace mingzhang::reader {

/// Every limit that stands between a hostile file and this machine. Documented in SECURITY.md.
struct Limits {
  std::uint64_t file_bytes = 256ull << 20;  ///< larger files are refused unopened
  std::uint64_t text_bytes = 16ull << 20;  ///< words of a document, which are kept many times over while it is checked;
                                           ///< of plain text more than twice as much is refused unopened
  std::uint64_t memory_bytes = 2ull << 30;     ///< address space of the reader process
  std::uint64_t message_bytes = 512ull << 20;  ///< what the reader process may send back
  std::uint32_t lines = 4'000'000;
  std::uint32_t line_bytes = 8u << 20;  ///< a longer line is refused, with its number
  std::uint32_t fragments = 16'000'000;
  std::chrono::seconds cpu{60};
  std::chrono::seconds wall{120};
};

/// Why a file could not be read. `code` is stable: "missing", "is-folder", "no-permission", "empty", "too-large",
/// "binary", "encoding", "line-too-long", "too-many-lines", "unsupported", "crashed", "timed-out", "out-of-memory",
/// "bad-message", "no-reader", "scanned" (pages without text), "encrypted", "damaged", "too-many-pages",
/// "needs-libreoffice" (which is not installed), "conversion-failed", "no-sandbox"
/// (the kernel has no filter for system calls, and MINGZHANG_ALLOW_NO_SECCOMP=1 is not set). The message (what()) is a
/// detail in no language: numbers, names of formats and signals.
class Unreadable : public std::runtime_error {
 public:
  Unreadable(std::string code, std::uint32_t line, const std::string& detail);
  const std::string& code() const { return code_; }
  std::uint32_t line() const { return line_; }  ///< 0 where none can be named

 private:
  std::string code_;
  std::uint32_t line_;
};

/// Reads one file in a new sandboxed process: mingzhang-reader beside this program, in ../libexec/mingzhang, or what
/// MINGZHANG_READER names. A document read without a sandbox has the notice "no-sandbox". Throws Unreadable; nothing
/// that the file contains can make it throw anything else, loop, or use more than the limits.
document::Document read(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace mingzhang::reader
