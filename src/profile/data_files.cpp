#include "profile/data_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "profile/pattern.h"

namespace {

struct Embedded {
  const char* name;
  const char* begin;
  const char* end;
};

}  // namespace

/// Written by cmake/embed.cmake; ends with nulls.
extern "C" const Embedded mingzhang_embedded[];

namespace mingzhang::profile {
namespace {

constexpr std::uintmax_t max_data_file = 16u << 20;

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  if (std::filesystem::file_size(path, error) > max_data_file || error)
    throw BadProfile(path.string() + ": larger than any data file may be");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw BadProfile(path.string() + ": cannot be opened");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

DataFiles::DataFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
  if (!std::filesystem::is_directory(folder_)) throw BadProfile(folder_.string() + ": no folder");
}

std::optional<std::string> DataFiles::find(const std::string& name) const {
  if (!folder_.empty())
    if (auto content = read_file(folder_ / name)) return content;
  for (const Embedded* entry = mingzhang_embedded; entry->name != nullptr; ++entry)
    if (name == entry->name) return std::string(entry->begin, entry->end);
  return std::nullopt;
}

std::string DataFiles::read(const std::string& name) const {
  if (auto content = find(name)) return *std::move(content);
  throw BadProfile(name + ": no such data file");
}

std::vector<std::string> DataFiles::list(std::string_view folder) const {
  std::vector<std::string> names;
  const std::string prefix = std::string(folder) + "/";
  for (const Embedded* entry = mingzhang_embedded; entry->name != nullptr; ++entry)
    if (std::string_view(entry->name).substr(0, prefix.size()) == prefix) names.emplace_back(entry->name);
  std::error_code error;
  if (!folder_.empty() && std::filesystem::is_directory(folder_ / folder, error)) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder_ / folder))
      if (file.is_regular_file()) names.push_back(file.path().lexically_relative(folder_).generic_string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace mingzhang::profile
