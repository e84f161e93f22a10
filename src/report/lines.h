// The line of a document on which a place stands.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace mingzhang::report {

/// Null if the document has no such line.
const document::Line* find_line(const document::Document& document, std::uint32_t page, std::uint32_t number);

}  // namespace mingzhang::report
