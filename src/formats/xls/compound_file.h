// The file system inside of old office files (OLE, MS-CFB), as far as the streams of its root go.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::formats {

class CompoundFile {
 public:
  /// `bytes` must outlive this. Throws Rejected "damaged".
  explicit CompoundFile(std::string_view bytes);

  bool contains(const std::string& name) const { return entries_.contains(name); }
  /// Throws Rejected "damaged" if it is not there as a whole.
  std::string read(const std::string& name) const;

 private:
  struct Entry {
    std::uint32_t start = 0;
    std::uint64_t size = 0;
  };

  std::string_view sector(std::uint32_t number) const;
  std::string chain(std::uint32_t start, std::uint64_t size) const;
  std::string mini_chain(const Entry& entry) const;
  void load_fat();
  void load_directory();

  std::string_view bytes_;
  std::size_t sector_bytes_ = 0;
  std::vector<std::uint32_t> fat_, mini_fat_;
  std::map<std::string, Entry> entries_;  ///< by name in UTF-8
  Entry root_;                            ///< its stream holds the small sectors
};

}  // namespace mingzhang::formats
