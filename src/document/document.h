// A document as the readers give it: lines of fragments, in reading order, each knowing where it stood.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::document {

/// Points from the top left of a page.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// A run of text without a gap inside: a cell of a row, or a stretch between wide gaps of a printed line.
struct Fragment {
  std::uint32_t begin = 0, end = 0;     ///< bytes of Line::text
  std::int32_t column = 0;              ///< rows of a table: number of tabs before it; otherwise its ordinal
  std::uint32_t gap = 0;                ///< blanks or tabs directly before it
  std::uint16_t columns = 1, rows = 1;  ///< cell of a grid: its extent if merged; never beyond the grid
};

struct Line {
  std::uint32_t number = 0;        ///< 1-based in the file (text), on its page (PDF), in its sheet (workbooks: the row)
  std::uint32_t page = 0;          ///< 1-based; of a workbook the sheet; 0 where the format has neither
  std::uint32_t blank_before = 0;  ///< empty lines directly before it
  std::uint32_t indent = 0;        ///< blanks before the first fragment
  std::uint32_t tabs = 0;          ///< tabs in the whole line; 0 means that it is no row of a table
  std::string text;                ///< valid UTF-8, without the line break
  std::vector<Fragment> fragments;  ///< in order; empty for no line that is kept
  std::vector<Box> boxes;           ///< one a fragment where the format has coordinates, else empty
  std::uint32_t grid = 0;           ///< 1-based: the grid, numbered through the document, that it is a row of

  std::string_view fragment(std::size_t index) const {
    return std::string_view(text).substr(fragments[index].begin, fragments[index].end - fragments[index].begin);
  }
};

enum class Format : std::uint8_t { text, pdf, docx, xlsx, xls, html, csv };

/// Something about the file that the user must hear: it was guessed, repaired or left out.
struct Notice {
  std::uint32_t line = 0;
  std::uint32_t page = 0;  ///< 1-based; 0 where none can be named
  std::string code;        ///< stable: "encoding-gb18030", "control-characters", "no-sandbox"
  std::string detail;      ///< for the message: counts, positions; never text from the file longer than 80 characters
};

/// One of the files that a disclosure consists of.
struct Part {
  std::string path;  ///< as the user named it
  Format format = Format::text;
  std::uint32_t first_page = 0;   ///< added to Line::page of its lines
  std::uint32_t first_sheet = 0;  ///< index into Document::sheets
};

/// Empty lines are not kept (blank_before tells of them).
///
/// Where a format knows the cells of a table, the table is a **grid**: one line a row, however many printed lines the
/// row took, with the words of its cells joined by tabs (as many in every row of the grid: its columns less one) and a
/// fragment for every cell that has words. A merged cell stands in its top left place and has an extent. A table that
/// goes on over pages without its header is one grid. Text that only resembles a table has tabs but no grid.
struct Document {
  std::string path;  ///< as the user named it; set by the caller, never by a reader
  Format format = Format::text;
  std::uint32_t line_count = 0;  ///< lines of the file, empty ones included
  std::vector<Line> lines;
  std::vector<Notice> notices;
  std::vector<std::string> sheets;  ///< workbooks: names, in the order of Line::page
  std::vector<std::vector<std::uint32_t>>
      columns;              ///< workbooks: of grid n at n-1, which columns of the sheet (from 0)
  std::vector<Part> parts;  ///< of several files (join.h); empty for one
};

/// Where the bytes [begin, end) of a line stand: the boxes of the fragments that they touch. Within a printed line the
/// box is narrowed to the bytes, by the widths that their characters usually have. Empty where the format has no
/// coordinates.
std::vector<Box> boxes_of(const Line& line, std::uint32_t begin, std::uint32_t end);

}  // namespace mingzhang::document
