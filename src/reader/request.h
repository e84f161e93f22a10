// What a program is asked to make, in front of the file that it makes it of. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_notes/annotate.h"

namespace mingzhang::reader {

/// The request, with its length before it.
std::string framed(std::string_view request);

struct Framed {
  std::string_view request, file;
};
/// Throws Unreadable "bad-message".
Framed unframed(std::string_view bytes);

std::string encode_notes(const std::vector<formats::PdfNote>& notes);
/// Throws Unreadable "bad-message" for anything that encode_notes would not write.
std::vector<formats::PdfNote> decode_notes(std::string_view request);

}  // namespace mingzhang::reader
