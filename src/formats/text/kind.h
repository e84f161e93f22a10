// What is no text: other formats by their first bytes, and binary data by its content.
#pragma once

#include <string_view>

namespace mingzhang::formats {

/// Throws Rejected "unsupported" for documents of another format, "binary" for pictures, archives and programs.
void refuse_other_formats(std::string_view bytes);

/// Throws Rejected "binary" for a NUL byte or more than 1 % of control characters. Not for raw UTF-16.
void refuse_binary(std::string_view bytes);

/// By its first bytes, a kilobyte at most: a web page, or what office programs save as one whatever they call the file.
bool looks_like_html(std::string_view bytes);

}  // namespace mingzhang::formats
