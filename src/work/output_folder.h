// A folder of results: whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

/// A folder beside the target that takes its place at the end, or is gone with all that is in it.
class OutputFolder {
 public:
  /// Throws UsageError if the target is a file, or a folder that holds anything but earlier results (`mark` is a file
  /// that they have), or OutputError if nothing can be written there.
  OutputFolder(const std::filesystem::path& target, std::string mark, const Common& common);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  const std::filesystem::path& path() const { return made_; }  ///< to write into
  void write(const std::string& name, std::string_view bytes);
  /// The new folder under the name of the target; the old one is removed. Throws OutputError and leaves the old one.
  void put_in_place();

 private:
  std::filesystem::path target_, made_;
};

}  // namespace mingzhang::work
