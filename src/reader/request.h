// What a program is asked to make, in front of the file that it makes it of. Inside this room only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_notes/annotate.h"
#include "formats/pdf_pages/draw.h"

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

std::string encode_pages(const std::vector<std::uint32_t>& pages);
std::vector<std::uint32_t> decode_pages(std::string_view request);

std::string encode_pictures(const std::vector<formats::PagePicture>& pictures);
/// The answer to `pages`: those pages in their order, some of which may be missing, each with a JPEG. Throws Unreadable
/// "bad-message" for anything else.
std::vector<formats::PagePicture> decode_pictures(std::string_view result, const std::vector<std::uint32_t>& pages);

}  // namespace mingzhang::reader
