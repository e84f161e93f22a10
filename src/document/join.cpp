#include "document/join.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mingzhang::document {
namespace {

void add(Document one, std::uint32_t first_page, std::uint32_t& grids, Document& whole) {
  whole.parts.push_back({one.path, one.format, first_page, static_cast<std::uint32_t>(whole.sheets.size())});
  std::uint32_t most_grids = 0;
  for (auto& line : one.lines) {
    line.page += first_page;
    most_grids = std::max(most_grids, line.grid);
    if (line.grid != 0) line.grid += grids;
    whole.lines.push_back(std::move(line));
  }
  grids += most_grids;
  for (auto& notice : one.notices) {
    notice.page += first_page;
    whole.notices.push_back(std::move(notice));
  }
  std::move(one.sheets.begin(), one.sheets.end(), std::back_inserter(whole.sheets));
  whole.line_count = std::max(whole.line_count, one.line_count);
}

}  // namespace

Document join(std::vector<Document> documents) {
  Document whole;
  whole.format = documents.front().format;
  std::uint32_t page = 0, grids = 0;
  for (auto& one : documents) {
    // A file without pages takes one all the same; sheets without words count, too.
    const std::uint32_t pages = std::max(one.lines.back().page, static_cast<std::uint32_t>(one.sheets.size()));
    add(std::move(one), page, grids, whole);
    page += pages + 1;
  }
  return whole;
}

Origin origin_of(const Document& document, std::uint32_t page) {
  Origin origin;
  origin.page = page;
  std::uint32_t first_sheet = 0;
  Format format = document.format;
  if (!document.parts.empty()) {
    const auto after =
        std::upper_bound(document.parts.begin() + 1, document.parts.end(), page,
                         [](std::uint32_t wanted, const Part& part) { return wanted < part.first_page; });
    const Part& part = *std::prev(after);
    origin.path = part.path;
    origin.page -= part.first_page;
    first_sheet = part.first_sheet;
    format = part.format;
  }
  const std::size_t sheet = std::size_t{first_sheet} + origin.page;
  const bool workbook = format == Format::xlsx || format == Format::xls;
  if (workbook && origin.page > 0 && sheet <= document.sheets.size()) origin.sheet = document.sheets[sheet - 1];
  return origin;
}

}  // namespace mingzhang::document
