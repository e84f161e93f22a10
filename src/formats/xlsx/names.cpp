#include "formats/xlsx/names.h"

#include <set>
#include <string_view>

#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

/// Of UTF-16, in which spreadsheets count.
constexpr std::size_t longest = 31;

std::string_view cut(std::string_view name, std::size_t limit) {
  std::size_t units = 0;
  std::size_t end = 0;
  while (end < name.size()) {
    const text::CodePoint point = text::code_point_at(name, end);
    units += point.value > 0xffff ? 2U : 1U;
    if (units > limit) break;
    end += point.length;
  }
  return name.substr(0, end);
}

std::string legal(std::string name) {
  for (char& c : name) {
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (control || std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '_';
  }
  name = cut(name, longest);
  if (name.starts_with('\'')) name.front() = '_';
  if (name.ends_with('\'')) name.back() = '_';
  return name;
}

std::string folded(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

}  // namespace

std::vector<std::string> legal_sheet_names(const std::vector<std::string>& wanted) {
  std::vector<std::string> names;
  std::set<std::string> taken = {"history"};  // the name of a sheet that the programs keep for themselves
  for (const std::string& want : wanted) {
    const std::string base = want.empty() ? "Sheet" : legal(want);
    std::string name = base;
    for (std::size_t number = 2; !taken.insert(folded(name)).second; ++number) {
      const std::string suffix = "(" + std::to_string(number) + ")";
      name = std::string(cut(base, longest - suffix.size())) + suffix;
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace mingzhang::formats
