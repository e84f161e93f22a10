// Documents whose tables are grids, built by hand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "support/documents.h"

namespace mingzhang::support {

/// Lines of words, and rows of grids: "a|b||c", a cell that spans columns or rows written as "a{3}", "a{1x2}".
class GridDocument {
 public:
  GridDocument& words(std::string text) {
    add(std::move(text));
    auto& line = document_.lines.back();
    line.fragments.push_back({0, static_cast<std::uint32_t>(line.text.size())});
    return *this;
  }

  GridDocument& grid(const std::vector<std::string>& rows) {
    ++grids_;
    for (const auto& row : rows) this->row(row);
    return *this;
  }

  ReadDocument read(const std::string& profile) {
    ReadDocument out;
    document_.line_count = static_cast<std::uint32_t>(document_.lines.size());
    out.document = std::make_unique<const document::Document>(document_);
    out.reading = profile::read_document(*out.document, profile::DataFiles(), profile);
    return out;
  }

 private:
  void add(std::string text) {
    document::Line line;
    line.number = static_cast<std::uint32_t>(document_.lines.size() + 1);
    line.text = std::move(text);
    document_.lines.push_back(std::move(line));
  }

  void row(std::string_view cells) {
    add({});
    auto& line = document_.lines.back();
    line.grid = grids_;
    for (std::size_t begin = 0; begin <= cells.size(); ++line.tabs) {
      const auto end = std::min(cells.find('|', begin), cells.size());
      cell(line, cells.substr(begin, end - begin));
      if (end == cells.size()) break;
      line.text += '\t';
      begin = end + 1;
    }
  }

  static void cell(document::Line& line, std::string_view words) {
    document::Fragment fragment;
    fragment.column = static_cast<std::int32_t>(line.tabs);
    fragment.begin = static_cast<std::uint32_t>(line.text.size());
    if (const auto open = words.find('{'); open != std::string_view::npos) {
      const auto cross = words.find('x', open);
      fragment.columns = static_cast<std::uint16_t>(std::stoi(std::string(words.substr(open + 1))));
      if (cross != std::string_view::npos)
        fragment.rows = static_cast<std::uint16_t>(std::stoi(std::string(words.substr(cross + 1))));
      words = words.substr(0, open);
    }
    line.text += words;
    fragment.end = static_cast<std::uint32_t>(line.text.size());
    if (!words.empty()) line.fragments.push_back(fragment);
  }

  document::Document document_;
  std::uint32_t grids_ = 0;
};

}  // namespace mingzhang::support
