// The running words of a document, wherever they stand. Inside this room only.
#pragma once

#include <functional>
#include <string_view>

#include "profile/reading.h"

namespace mingzhang::check {

/// Where [begin, end) of a text stands in the document.
using PlaceOf = std::function<cube::Place(std::size_t begin, std::size_t end)>;

/// Normalised texts, each whole: what stands between tables, the cells of rows with tabs, and those cells of
/// performance tables whose words run over lines.
void each_text(const profile::Reading& reading, const std::function<void(std::string_view, const PlaceOf&)>& look);

}  // namespace mingzhang::check
