// Books out into files and back: everything, entry by entry, with hashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "books/books.h"
#include "books/rows.h"

namespace mingzhang::books {

struct ExportFile {
  std::string name;
  std::string content;
};

/// One CSV file for each table of details that has entries, and manifest.csv: the files with their rows and SHA-256,
/// and the hash of the last entry.
std::vector<ExportFile> export_books(Books& books);
inline constexpr std::string_view manifest_name = "manifest.csv";

struct Manifest {
  struct File {
    std::string name, digest;
  };
  std::vector<File> files;
  std::string head;
};
/// Throws Failure "bad-export".
Manifest read_manifest(const Sheet& sheet);

/// Enters all that the files hold into empty books and compares every hash. Throws Failure "not-empty", "bad-export"
/// with file and line; then the caller rolls back. `sheets` are named after their files.
void restore(Books& books, const Manifest& manifest, const std::vector<Sheet>& sheets);

}  // namespace mingzhang::books
