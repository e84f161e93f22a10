// The data that the program is built with, or the folder that stands in for it (--data DIR).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::profile {

class DataFiles {
 public:
  /// The data inside the program.
  DataFiles() = default;
  /// A folder laid out like data/; files that it lacks are taken from inside the program.
  /// Throws BadProfile if it is no folder.
  explicit DataFiles(std::filesystem::path folder);

  /// Empty if there is no such file. `name` is relative, with forward slashes: "profiles/index.toml".
  std::optional<std::string> find(const std::string& name) const;
  /// Throws BadProfile if there is none.
  std::string read(const std::string& name) const;
  /// Names of all files below `folder`, sorted.
  std::vector<std::string> list(std::string_view folder) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace mingzhang::profile
