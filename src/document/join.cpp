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
  whole.columns.resize(grids);
  std::move(one.columns.begin(), one.columns.end(), std::back_inserter(whole.columns));
  grids += most_grids;
  for (auto& notice : one.notices) {
    notice.page += first_page;
    whole.notices.push_back(std::move(notice));
  }
  std::move(one.sheets.begin(), one.sheets.end(), std::back_inserter(whole.sheets));
  whole.line_count = std::max(whole.line_count, one.line_count);
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row);
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

std::string cell_of(const Document& document, const Line& line, std::uint32_t begin) {
  if (line.grid == 0 || line.grid > document.columns.size()) return {};
  const auto& columns = document.columns[line.grid - 1];
  for (const auto& fragment : line.fragments)
    if (fragment.begin <= begin && begin < fragment.end && static_cast<std::size_t>(fragment.column) < columns.size())
      return cell_name(line.number, columns[static_cast<std::size_t>(fragment.column)]);
  return {};
}

}  // namespace mingzhang::document
