#include "formats/pdf/turn.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mingzhang::formats::pdf {

Area upright(const Area& area, const Shape& shape) {
  switch (shape.turn) {
    case 1:
      return {area.y0, shape.width - area.x1, area.y1, shape.width - area.x0};
    case 2:
      return {shape.width - area.x1, shape.height - area.y1, shape.width - area.x0, shape.height - area.y0};
    case 3:
      return {shape.height - area.y1, area.x0, shape.height - area.y0, area.x1};
    default:
      return area;
  }
}

Area as_seen(const Area& area, const Shape& shape) {
  switch (shape.turn) {
    case 1:
      return {shape.width - area.y1, area.x0, shape.width - area.y0, area.x1};
    case 2:
      return upright(area, shape);
    case 3:
      return {area.y0, shape.height - area.x1, area.y1, shape.height - area.x0};
    default:
      return area;
  }
}

std::uint8_t common_turn(std::span<const Glyph> glyphs) {
  std::array<std::size_t, 4> counts{};
  for (const Glyph& glyph : glyphs)
    if (glyph.point != U' ') ++counts[glyph.turn & 3U];
  return static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

void turn_upright(Page& page) {
  page.shape.turn = common_turn(page.glyphs);
  if (page.shape.turn == 0) return;
  for (Glyph& glyph : page.glyphs) {
    glyph.box = upright(glyph.box, page.shape);
    glyph.turn = static_cast<std::uint8_t>((glyph.turn + 4U - page.shape.turn) & 3U);
  }
  for (Rule& rule : page.across) {
    const Area area = upright({rule.from, rule.at, rule.to, rule.at}, page.shape);
    rule = page.shape.turn == 2 ? Rule{area.y0, area.x0, area.x1} : Rule{area.x0, area.y0, area.y1};
  }
  for (Rule& rule : page.down) {
    const Area area = upright({rule.at, rule.from, rule.at, rule.to}, page.shape);
    rule = page.shape.turn == 2 ? Rule{area.x0, area.y0, area.y1} : Rule{area.y0, area.x0, area.x1};
  }
  if (page.shape.turn != 2) std::swap(page.across, page.down);
}

}  // namespace mingzhang::formats::pdf
