// What is made of a PDF besides a document: a copy with notes, pictures of its pages. The bytes are parsed behind the
// same walls.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "formats/pdf_notes/annotate.h"
#include "formats/pdf_pages/draw.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// A copy of the file with the notes, by mingzhang-pdf-notes. Throws Unreadable.
std::string annotate_pdf(const std::filesystem::path& path, const std::vector<formats::PdfNote>& notes,
                         const Limits& limits = {});

/// Those of `pages` that can be drawn, by mingzhang-pdf-pages. Throws Unreadable.
std::vector<formats::PagePicture> picture_pages(const std::filesystem::path& path,
                                                const std::vector<std::uint32_t>& pages, const Limits& limits = {});

}  // namespace mingzhang::reader
