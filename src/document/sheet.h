// Tables to be written: what a workbook or a page shows, independent of the format.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang::document {

/// A rectangle of cells, the top left one holding the content.
struct SheetCell {
  std::uint32_t row = 0, column = 0;
  std::uint32_t rows = 1, columns = 1;  ///< extent if merged
  std::string text;                     ///< a number as exact decimal text if is_number
  bool is_number = false;
  int decimals = 2;
  bool header = false;
  enum class Align : std::uint8_t { left, center, right } align = Align::left;
  enum class Tone : std::uint8_t { plain, doubtful, bad } tone = Tone::plain;  ///< colours that reports judge by
};

struct Sheet {
  std::string name;   ///< "公开01表"; unique within the workbook after cutting to what the format allows
  std::string title;  ///< first row, over all columns
  std::string note;   ///< below the table
  std::vector<std::string> left_and_right;  ///< row below the title: "编制单位：…", "金额单位：万元"
  std::uint32_t header_rows = 0;
  bool filter = false;  ///< the last header row filters the rows below it
  std::uint32_t columns = 0;
  std::vector<std::uint32_t> widths;  ///< characters; empty: fitted to the content
  std::vector<SheetCell> cells;       ///< rows counted from the first header row
};

}  // namespace mingzhang::document
