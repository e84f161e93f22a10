// Words inside XML and HTML. Inside this room only.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::formats {

/// & < > " are written as entities; control characters, which XML forbids, are left out.
std::string escaped(std::string_view words);

}  // namespace mingzhang::formats
