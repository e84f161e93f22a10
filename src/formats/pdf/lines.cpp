#include "formats/pdf/lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/utf8.h"

namespace mingzhang::formats::pdf {
namespace {

/// Characters of a line may stand this part of the larger font's size above or below each other.
constexpr float same_line = 0.5F;
/// In parts of the font's size: what is a gap between words, between columns.
constexpr float word_gap = 0.2F, wide_word_gap = 0.55F, column_gap = 1.3F;

bool is_wide(char32_t point) {
  return point >= 0x2E80;
}

/// The same character drawn twice, a hair apart, to look bold.
bool drawn_twice(const Glyph& one, const Glyph& other) {
  constexpr float hair = 0.3F;  // of its width: two narrow ones side by side are further apart
  return one.point == other.point && std::abs(one.box.x0 - other.box.x0) < hair * one.box.width() &&
         std::abs(one.box.y0 - other.box.y0) < hair * one.size;
}

class LineWriter {
 public:
  void add(const Glyph& glyph) {
    if (glyph.point == U' ') {
      blank_ = true;
      return;
    }
    for (std::size_t back = 0; back < std::min<std::size_t>(recent_.size(), 3); ++back)
      if (drawn_twice(recent_[recent_.size() - 1 - back], glyph)) return;
    line_.size = std::max(line_.size, glyph.size);
    if (recent_.empty() || starts_piece(glyph))
      begin_piece(glyph);
    else
      continue_piece(glyph);
    recent_.push_back(glyph);
    blank_ = false;
  }

  PrintedLine take() {
    if (!line_.pieces.empty()) line_.box = line_.pieces.front().box;
    for (const Piece& piece : line_.pieces) enclose(line_.box, piece.box);
    return std::move(line_);
  }

 private:
  float gap_before(const Glyph& glyph) const { return glyph.box.x0 - recent_.back().box.x1; }

  bool starts_piece(const Glyph& glyph) const { return gap_before(glyph) > column_gap * glyph.size; }

  void begin_piece(const Glyph& glyph) {
    Piece& piece = line_.pieces.emplace_back();
    piece.box = glyph.box;
    if (!recent_.empty()) {
      // A blank is half as wide as a character.
      const float blanks = std::round(gap_before(glyph) / std::max(1.0F, glyph.size / 2));
      piece.gap = static_cast<std::uint32_t>(std::clamp(blanks, 2.0F, 200.0F));
    }
    text::append(piece.text, glyph.point);
  }

  void continue_piece(const Glyph& glyph) {
    Piece& piece = line_.pieces.back();
    const float gap = gap_before(glyph) / std::max(1.0F, glyph.size);
    const bool wide = is_wide(recent_.back().point) && is_wide(glyph.point);
    if (gap > (wide ? wide_word_gap : word_gap) || (blank_ && gap > word_gap / 2)) piece.text += ' ';
    text::append(piece.text, glyph.point);
    enclose(piece.box, glyph.box);
  }

  PrintedLine line_;
  std::vector<Glyph> recent_;
  bool blank_ = false;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<PrintedLine> printed_lines(std::span<Glyph> glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const Glyph& one, const Glyph& other) { return one.box.middle_y() < other.box.middle_y(); });
  std::vector<PrintedLine> lines;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    float size = glyphs[begin].size;
    std::size_t end = begin + 1;
    for (; end < glyphs.size(); ++end) {
      size = std::max(size, glyphs[end].size);
      if (glyphs[end].box.middle_y() - glyphs[begin].box.middle_y() > same_line * size) break;
    }
    const auto line = glyphs.subspan(begin, end - begin);
    std::stable_sort(line.begin(), line.end(),
                     [](const Glyph& one, const Glyph& other) { return one.box.x0 < other.box.x0; });
    LineWriter writer;
    for (const Glyph& glyph : line) writer.add(glyph);
    if (PrintedLine written = writer.take(); !written.pieces.empty()) lines.push_back(std::move(written));
    begin = end;
  }
  return lines;
}

std::string joined(const std::vector<PrintedLine>& lines) {
  std::string text;
  for (const PrintedLine& line : lines) {
    for (const Piece& piece : line.pieces) {
      const bool words = !text.empty() && is_letter(text.back()) && is_letter(piece.text.front());
      if (&piece != &line.pieces.front() || words) text += ' ';
      text += piece.text;
    }
  }
  return text;
}

void enclose(Area& area, const Area& other) {
  area = {std::min(area.x0, other.x0), std::min(area.y0, other.y0), std::max(area.x1, other.x1),
          std::max(area.y1, other.y1)};
}

}  // namespace mingzhang::formats::pdf
