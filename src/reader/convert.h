// Files that only LibreOffice reads, turned into what our own readers read. Inside this room only.
#pragma once

#include <filesystem>
#include <string>

#include "reader/descriptor.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// A converted file in a folder of its own; gone when this object is.
///
/// LibreOffice is no sandboxed reader: it needs hundreds of files and threads. It gets a copy of the input, a profile
/// without macros that lives for this run, limits, no network where the kernel lets anybody do without, and its result
/// is as foreign as any other file.
class Conversion {
 public:
  /// `format`: "docx", "xlsx" or "pdf". Throws Unreadable: "needs-libreoffice" if it is not installed,
  /// "conversion-failed".
  Conversion(const Descriptor& input, const std::string& format);
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion();

  const std::filesystem::path& result() const { return result_; }

 private:
  void copy(const Descriptor& input) const;
  void convert(const std::string& program, const std::string& format);

  std::filesystem::path folder_, result_;
};

}  // namespace mingzhang::reader
