// The running words of a document, wherever they stand. Inside this room only.
#pragma once

#include <functional>
#include <string_view>

#include "profile/reading.h"

namespace mingzhang::check {

/// Where [begin, end) of a text stands in the document.
using PlaceOf = std::function<cube::Place(std::size_t begin, std::size_t end)>;

using Look = std::function<void(std::string_view text, const PlaceOf& place)>;

/// Normalised texts, each whole: the cells of rows with tabs, and those cells of performance tables that have lost
/// them.
void each_cell(const profile::Reading& reading, const Look& look);

/// These, and before them what stands between tables.
void each_text(const profile::Reading& reading, const Look& look);

}  // namespace mingzhang::check
