// Words of documents into HTML. Inside this room only.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::report {

/// Safe as text and between double quotes of an attribute; control characters and those that turn the direction of
/// writing become U+FFFD.
std::string escaped(std::string_view words);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace mingzhang::report
