// Characters to printed lines. Inside this folder only.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

/// A stretch of a printed line between wide gaps.
struct Piece {
  std::string text;
  Area box;
  std::uint32_t gap = 0;  ///< blanks before it
};

/// A printed line. Digits set a little higher or lower than the words around them belong to it.
struct PrintedLine {
  std::vector<Piece> pieces;
  Area box;
  float size = 0;  ///< of its largest characters
};

/// From top to bottom. `glyphs` is put into another order.
std::vector<PrintedLine> printed_lines(std::span<Glyph> glyphs);

/// The words of a cell, however many lines they took.
std::string joined(const std::vector<PrintedLine>& lines);

void enclose(Area& area, const Area& other);

}  // namespace mingzhang::formats::pdf
