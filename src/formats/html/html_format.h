// Web pages, as government sites give them and office programs save them.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/text/encoding.h"

namespace mingzhang::formats {

/// The words of blocks in order, tables as grids; tables that only arrange others are none. Scripts, forms, and what is
/// plainly navigation are left out. Lines are numbered as they come. Nothing that a page refers to is fetched. Notices:
/// "attachment-absent" with the name of a document that the page links to, "hidden-text", "encoding-gb18030",
/// "broken-characters". Throws Rejected.
document::Document parse_html(std::string_view bytes, const Converters& converters, const TextLimits& limits = {});

}  // namespace mingzhang::formats
