// How published pages look. Inside this folder only.
#pragma once

#include <string_view>

namespace mingzhang::formats {

/// The style sheet. A trace is shown by CSS alone, when its figure is followed: the page needs no script.
std::string_view publication_look();

}  // namespace mingzhang::formats
