// What is checked as one document: a file, or several that a unit publishes together.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

struct Disclosure {
  std::string name;                          ///< as the user named it
  std::vector<std::filesystem::path> files;  ///< in the order in which they are read

  /// Any path: one file.
  static Disclosure of(const std::filesystem::path& path);
};

/// Each path by itself, or all as one: narratives first, then workbooks. A folder stands for the documents in it, by
/// their names; what else lies there is told and left out.
std::vector<Disclosure> disclosures_of(const std::vector<std::filesystem::path>& paths, bool as_one,
                                       const Common& common, const Sinks& sinks);

/// The files of all of them.
std::vector<std::filesystem::path> files_of(const std::vector<Disclosure>& disclosures);

}  // namespace mingzhang::work
