// Documents that lie beside the repository; tests of them are skipped where they do not.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/documents.h"

namespace mingzhang {

inline const std::filesystem::path shared_folder = std::filesystem::path(SOURCE_DIR) / ".." / "shared";

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline bool is_shared(const std::string& name) {
  return std::filesystem::exists(shared_folder / name);
}

inline support::ReadDocument read_shared(const std::string& name) {
  return support::read(content_of(shared_folder / name), profile::DataFiles());
}

/// Seeds whose profile is known, and the examples of the repository.
inline std::vector<std::filesystem::path> known_documents() {
  std::vector<std::filesystem::path> paths;
  for (const auto* name : {"seeds/003.txt", "seeds/004.txt"})
    if (is_shared(name)) paths.push_back(shared_folder / name);
  const auto examples = std::filesystem::path(SOURCE_DIR) / "examples";
  if (std::filesystem::is_directory(examples))
    for (const auto& entry : std::filesystem::directory_iterator(examples))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace mingzhang
