// Pages as models, without a PDF: characters and ruling lines put where a test wants them.
#pragma once

#include <string_view>
#include <vector>

#include "formats/pdf/layout.h"
#include "formats/pdf/page.h"
#include "text/utf8.h"

namespace mingzhang::test {

class ModelPage {
 public:
  explicit ModelPage(std::uint32_t number = 1, float width = 595, float height = 842) {
    page.number = number;
    page.shape = {width, height, 0};
  }

  /// With its foot at y; ASCII is half as wide as the rest.
  ModelPage& text(float x, float y, std::string_view utf8, float size = 10) {
    for (std::size_t at = 0; at < utf8.size();) {
      const auto point = text::code_point_at(utf8, at);
      const float width = point.value < 0x80 ? size / 2 : size;
      page.glyphs.push_back({point.value, {x, y - 0.88F * size, x + width, y + 0.12F * size}, size, 0});
      x += width;
      at += static_cast<std::size_t>(point.length);
    }
    return *this;
  }
  ModelPage& across(float y, float x0, float x1) {
    page.across.push_back({y, x0, x1});
    return *this;
  }
  ModelPage& down(float x, float y0, float y1) {
    page.down.push_back({x, y0, y1});
    return *this;
  }
  ModelPage& grid(const std::vector<float>& xs, const std::vector<float>& ys) {
    for (const float x : xs) down(x, ys.front(), ys.back());
    for (const float y : ys) across(y, xs.front(), xs.back());
    return *this;
  }

  formats::pdf::Page page;
};

/// One string a block; cells with "|" between them, rows with "/", extents of merged cells behind them.
inline std::vector<std::string> described(const std::vector<formats::pdf::Block>& blocks) {
  std::vector<std::string> result;
  for (const auto& block : blocks) {
    std::string words;
    for (const auto& piece : block.line.pieces) words += (words.empty() ? "" : "~") + piece.text;
    for (const auto& row : block.table.rows) {
      if (&row != &block.table.rows.front()) words += "/";
      for (const auto& cell : row.cells) {
        if (&cell != &row.cells.front()) words += "|";
        words += cell.text;
        if (cell.columns > 1 || cell.rows > 1)
          words += "(" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + ")";
      }
    }
    result.push_back(words);
  }
  return result;
}

}  // namespace mingzhang::test
