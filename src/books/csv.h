// Comma-separated lines (RFC 4180), and entries as such lines and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "books/entry.h"

namespace mingzhang::books {

/// Cells of a record. False: a quotation mark is still open at the end, and the record goes on in the next line.
bool split_csv(std::string_view record, std::vector<std::string>& cells);
void append_csv(std::string& out, std::string_view cell);

/// Inside an export a line break is \n and a backslash two: a record is always one line.
std::string escaped(std::string_view value);
std::string unescaped(std::string_view value);

}  // namespace mingzhang::books
