// Documents of Word, WPS and LibreOffice (.docx), as a reader of the accepted text sees them.
#pragma once

#include <string_view>

#include "document/document.h"
#include "formats/limits.h"

namespace mingzhang::formats {

/// Paragraphs and rows of tables in order, with the numbers that only formatting prints, results of fields, text boxes
/// after the paragraph that holds them, footnotes after theirs. Headers and footers are no part of the text. Lines are
/// numbered as they come. Changes that were tracked are taken as accepted, hidden text is left out; notices tell:
/// "tracked-changes", "hidden-text", "pictures", "embedded-objects". Throws Rejected.
document::Document parse_docx(std::string_view bytes, const TextLimits& limits = {});

}  // namespace mingzhang::formats
