// Documents with grids, built by hand as the readers of PDF, Word and workbooks give them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "profile/names.h"
#include "profile/reading.h"

namespace mingzhang::support {

/// A row is written "208\t05\t\t养老支出\t9.00"; a cell that covers two more columns "合计+2", and these are left
/// empty.
class GridPages {
 public:
  explicit GridPages(const std::vector<std::string>& lines) {
    document.format = document::Format::pdf;
    for (const auto& words : lines) add(words, 0);
  }

  void grid(const std::vector<std::string>& header) {
    ++grid_;
    rows(header);
  }
  void rows(const std::vector<std::string>& rows) {
    for (const auto& row : rows) add(row, grid_);
  }

  document::Document document;

 private:
  void add(const std::string& source, std::uint32_t grid) {
    document::Line line;
    line.number = ++number_;
    line.page = 1;
    line.grid = grid;
    for (std::size_t at = 0;; ++line.tabs) {
      const auto stop = grid == 0 ? source.size() : std::min(source.find('\t', at), source.size());
      add_cell(source.substr(at, stop - at), line);
      if (stop >= source.size()) break;
      line.text += '\t';
      at = stop + 1;
    }
    document.lines.push_back(std::move(line));
  }

  static void add_cell(std::string words, document::Line& line) {
    document::Fragment cell;
    cell.column = static_cast<std::int32_t>(line.tabs);
    if (const auto plus = words.rfind('+'); plus != std::string::npos) {
      cell.columns = static_cast<std::uint16_t>(std::stoi(words.substr(plus + 1)) + 1);
      words.resize(plus);
    }
    cell.begin = static_cast<std::uint32_t>(line.text.size());
    line.text += words;
    cell.end = static_cast<std::uint32_t>(line.text.size());
    if (cell.end > cell.begin) line.fragments.push_back(cell);
  }

  std::uint32_t grid_ = 0, number_ = 0;
};

}  // namespace mingzhang::support
