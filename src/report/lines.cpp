#include "report/lines.h"

#include <algorithm>
#include <utility>

namespace mingzhang::report {

const document::Line* find_line(const document::Document& document, std::uint32_t page, std::uint32_t number) {
  const auto wanted = std::pair(page, number);
  const auto found = std::lower_bound(
      document.lines.begin(), document.lines.end(), wanted,
      [](const document::Line& line, const auto& key) { return std::pair(line.page, line.number) < key; });
  if (found == document.lines.end() || std::pair(found->page, found->number) != wanted) return nullptr;
  return &*found;
}

}  // namespace mingzhang::report
