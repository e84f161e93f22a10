// Prose of a document, put together again from its printed lines.
#pragma once

#include <cstdint>
#include <string>

#include "document/document.h"

namespace mingzhang::publish {

/// Lines after `heading_line` up to `last_line`, one paragraph a line: what was broken at the margin is joined.
std::string paragraphs_of(const document::Document& document, std::uint32_t heading_line, std::uint32_t last_line);

/// Entries （一） of words that were written in one cell of a table, one paragraph each: the cell has lost its line
/// breaks.
std::string entries_apart(std::string words);

}  // namespace mingzhang::publish
