// An archive in memory. Inside this room only.
#pragma once

#include <string>
#include <vector>

namespace mingzhang::formats {

struct ArchivePart {
  std::string name, bytes;
};

/// The same parts give the same bytes. Throws WriteError.
std::string write_zip(const std::vector<ArchivePart>& parts);

}  // namespace mingzhang::formats
