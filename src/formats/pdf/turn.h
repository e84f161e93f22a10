// Pages whose writing runs up, down or upside down. Inside this folder only.
#pragma once

#include <span>

#include "formats/pdf/page.h"

namespace mingzhang::formats::pdf {

/// Into the position in which writing that runs to `shape.turn` runs to the right.
Area upright(const Area& area, const Shape& shape);
/// And back to the page as it is seen.
Area as_seen(const Area& area, const Shape& shape);

/// The direction in which most of these characters run.
std::uint8_t common_turn(std::span<const Glyph> glyphs);

/// Brings a page, of whose writing most runs in another direction than to the right, into reading position.
void turn_upright(Page& page);

}  // namespace mingzhang::formats::pdf
