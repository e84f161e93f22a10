#include "formats/xls/compound_file.h"

#include <algorithm>

#include "formats/rejected.h"
#include "formats/xls/bytes.h"

namespace mingzhang::formats {
namespace {

constexpr std::size_t header_bytes = 512, entry_bytes = 128, mini_sector_bytes = 64;
constexpr std::uint32_t last_regular = 0xFFFFFFFA;  // larger numbers are no sectors
constexpr std::uint64_t mini_limit = 4096;

[[noreturn]] void damaged(const char* what) {
  throw Rejected("damaged", 0, std::string("OLE: ") + what);
}

std::vector<std::uint32_t> numbers_in(std::string_view bytes) {
  std::vector<std::uint32_t> out(bytes.size() / sizeof(std::uint32_t));
  for (std::size_t index = 0; index < out.size(); ++index) out[index] = long_at(bytes, index * sizeof(std::uint32_t));
  return out;
}

}  // namespace

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  const std::uint16_t shift = word_at(bytes, 30);
  if (bytes.size() < header_bytes || (shift != 9 && shift != 12)) damaged("header");
  sector_bytes_ = std::size_t{1} << shift;
  load_fat();
  load_directory();
  mini_fat_ = numbers_in(chain(long_at(bytes, 60), std::uint64_t{long_at(bytes, 64)} * sector_bytes_));
}

/// The last sector of a file may be cut.
std::string_view CompoundFile::sector(std::uint32_t number) const {
  const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_bytes_;
  if (begin >= bytes_.size()) damaged("sector");
  return bytes_.substr(begin, sector_bytes_);
}

void CompoundFile::load_fat() {
  constexpr std::size_t in_header = 109;
  const std::size_t most = bytes_.size() / sector_bytes_ + 1;
  std::vector<std::uint32_t> sectors;
  for (std::size_t index = 0; index < in_header; ++index) sectors.push_back(long_at(bytes_, 76 + index * 4));
  std::uint32_t next = long_at(bytes_, 68);
  for (std::size_t step = 0; next < last_regular; ++step) {
    if (step > most) damaged("DIFAT");
    auto more = numbers_in(sector(next));
    if (more.size() * sizeof(std::uint32_t) < sector_bytes_) damaged("DIFAT");
    next = more.back();
    more.pop_back();
    sectors.insert(sectors.end(), more.begin(), more.end());
  }
  std::erase_if(sectors, [](std::uint32_t number) { return number >= last_regular; });
  if (sectors.size() > most) damaged("FAT");
  for (const auto number : sectors) {
    const auto entries = numbers_in(sector(number));
    fat_.insert(fat_.end(), entries.begin(), entries.end());
  }
}

std::string CompoundFile::chain(std::uint32_t start, std::uint64_t size) const {
  if (size > bytes_.size()) damaged("size of a stream");
  std::string out;
  for (std::uint32_t next = start; next < last_regular && out.size() < size; next = fat_[next]) {
    if (next >= fat_.size()) damaged("chain");
    out += sector(next);
  }
  if (out.size() < size) damaged("stream");
  out.resize(size);
  return out;
}

std::string CompoundFile::mini_chain(const Entry& entry) const {
  const std::string all = chain(root_.start, root_.size);
  std::string out;
  for (std::uint32_t next = entry.start; next < last_regular && out.size() < entry.size; next = mini_fat_[next]) {
    const std::size_t begin = std::size_t{next} * mini_sector_bytes;
    if (next >= mini_fat_.size() || begin >= all.size()) damaged("small chain");
    out += std::string_view(all).substr(begin, mini_sector_bytes);
  }
  if (out.size() < entry.size) damaged("small stream");
  out.resize(entry.size);
  return out;
}

void CompoundFile::load_directory() {
  const std::size_t most = bytes_.size() / sector_bytes_ + 1;
  std::uint32_t next = long_at(bytes_, 48);
  for (std::size_t step = 0; next < last_regular; ++step, next = fat_[next]) {
    if (next >= fat_.size() || step > most) damaged("directory");
    const std::string_view entries = sector(next);
    for (std::size_t at = 0; at + entry_bytes <= entries.size(); at += entry_bytes) {
      const std::string_view entry = entries.substr(at, entry_bytes);
      const std::size_t name_bytes = std::min<std::size_t>(word_at(entry, 64), 64);
      std::u16string name;
      for (std::size_t index = 0; index + 2 < name_bytes; index += 2)
        name += static_cast<char16_t>(word_at(entry, index));
      const Entry where{long_at(entry, 116), long_at(entry, 120)};
      constexpr std::uint8_t stream = 2, root = 5;
      if (byte_at(entry, 66) == root) root_ = where;
      if (byte_at(entry, 66) == stream) entries_.emplace(from_utf16(name), where);
    }
  }
}

std::string CompoundFile::read(const std::string& name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) damaged(name.c_str());
  return found->second.size < mini_limit ? mini_chain(found->second) : chain(found->second.start, found->second.size);
}

}  // namespace mingzhang::formats
