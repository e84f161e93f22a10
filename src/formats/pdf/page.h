// A page as its program drew it: characters and ruling lines, nothing yet of lines, words or tables.
// Inside this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang::formats::pdf {

/// Points from the top left of the page as it is seen.
struct Area {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float middle_x() const { return (x0 + x1) / 2; }
  float middle_y() const { return (y0 + y1) / 2; }
};

struct Glyph {
  char32_t point = 0;     ///< blanks are U+0020
  Area box;               ///< advance by height of the font, not the ink
  float size = 0;         ///< of the font
  std::uint8_t turn = 0;  ///< quarters of a turn clockwise that its writing runs to
};

/// A straight line along an axis: at y from x0 to x1, or at x from y0 to y1.
struct Rule {
  float at = 0, from = 0, to = 0;
};

/// The size of a page, and how it has to be turned so that most of its writing runs to the right.
struct Shape {
  float width = 0, height = 0;
  std::uint8_t turn = 0;  ///< quarters counterclockwise
};

struct Page {
  std::uint32_t number = 0;
  Shape shape;
  std::vector<Glyph> glyphs;  ///< in the order of drawing
  std::vector<Rule> across, down;

  // What was drawn but not taken, in characters.
  std::uint32_t hidden = 0;     ///< drawn invisibly
  std::uint32_t clipped = 0;    ///< outside the area that may be drawn in
  std::uint32_t off_page = 0;   ///< outside the paper
  std::uint32_t slanted = 0;    ///< neither upright nor lying: a watermark
  std::uint32_t unmapped = 0;   ///< of a font that does not say which characters it has
  std::u32string unseen;        ///< the first of those that are clipped or outside the paper
  bool behind_picture = false;  ///< `glyphs` are drawn invisibly, as recognised from a picture
  bool too_much = false;        ///< more than the limits allow: the rest was left out
};

struct PageLimits {
  std::uint32_t glyphs = 1'000'000;
  std::uint32_t rules = 200'000;
};

}  // namespace mingzhang::formats::pdf
