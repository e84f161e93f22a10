// Poppler, behind a door: bytes in, pages out. Inside this folder only.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

/// Where poppler-data is: character maps of Chinese fonts that a file does not carry itself, opened when one is needed.
constexpr const char* data_folder = "/usr/share/poppler";

/// What the library keeps for the whole process: made before the walls are up.
class Library {
 public:
  Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// An opened file. The bytes must outlive it.
class File {
 public:
  /// Throws Rejected "encrypted" or "damaged".
  explicit File(std::string_view bytes);
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  int pages() const;
  /// Number from 1.
  Page page(int number, const PageLimits& limits) const;
  bool has_picture(int number) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mingzhang::formats::pdf
