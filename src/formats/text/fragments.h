// A line cut into fragments.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace mingzhang::formats {

/// Fills indent and fragments of a line whose text and tabs are set; no fragments if there is nothing but blanks.
/// `scratch` only saves allocations: the fragments of a line are kept in exactly the memory they need.
void cut_line(document::Line& line, std::vector<document::Fragment>& scratch);

/// Text without control characters (tabs stay); how many there were is added to `dropped`. C1 is among them, which
/// UTF-8 spells with two bytes.
std::string without_controls(std::string_view utf8, std::size_t& dropped);

}  // namespace mingzhang::formats
