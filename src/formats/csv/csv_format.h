// A table as comma-separated values.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/text/encoding.h"

namespace mingzhang::formats {

/// Fields parted by commas, semicolons or tabs, whichever its first lines have most of, and quoted as in RFC 4180.
/// Line::number is the line of the file where the record begins. Nothing in the bytes tells CSV from a text with
/// commas: the caller must know. Throws Rejected.
document::Document parse_csv(std::string_view bytes, const Converters& converters, const TextLimits& limits = {});

}  // namespace mingzhang::formats
