// A ZIP archive in memory, taken with suspicion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct zip;

namespace mingzhang::formats {

/// Nothing is ever written to disk, so that the names of entries are names and no paths.
class Archive {
 public:
  /// `bytes` must outlive this. Throws Rejected: "damaged", "encrypted", or "too-large" for too many entries.
  explicit Archive(std::string_view bytes);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  bool contains(const std::string& name) const;

  /// The whole content. Throws Rejected: "damaged" if it is not there or its check sum is wrong, "too-large" if it is
  /// inflated beyond measure, or with all that was read before.
  std::string read(const std::string& name);

 private:
  zip* archive_ = nullptr;
  std::uint64_t total_ = 0;
};

}  // namespace mingzhang::formats
