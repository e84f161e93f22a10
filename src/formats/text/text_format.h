// Plain text, as offices export it: in UTF-8, UTF-16 or GB18030, with tables as rows of tabs or of wide gaps.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"
#include "formats/rejected.h"
#include "formats/text/encoding.h"

namespace mingzhang::formats {

/// CR, LF and CRLF end a line. A form feed begins a page; in the middle of a line it parts it, and both parts have the
/// number that an editor shows. Other control characters are dropped, with a notice. Lines with tabs are cut at the
/// tabs, lines without at gaps of two blanks or more. Throws Rejected.
document::Document parse_text(std::string_view bytes, const Converters& converters, const TextLimits& limits = {});

}  // namespace mingzhang::formats
