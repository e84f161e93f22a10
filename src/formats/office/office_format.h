// Which of the formats of office programs and browsers a file is in.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/text/encoding.h"

namespace mingzhang::formats {

/// By its content. Throws Rejected: "needs-libreoffice" with the format ("docx", "xlsx") that a file of another office
/// format is to be converted to, "encrypted", "unsupported", or what the format's own reader throws.
document::Document parse_office(std::string_view bytes, const Converters& converters, const TextLimits& limits = {});

}  // namespace mingzhang::formats
