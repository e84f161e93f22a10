// What is made of a PDF besides a document: a copy with notes. The bytes are parsed behind the same walls.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/pdf_notes/annotate.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// A copy of the file with the notes, by mingzhang-pdf-notes. Throws Unreadable.
std::string annotate_pdf(const std::filesystem::path& path, const std::vector<formats::PdfNote>& notes,
                         const Limits& limits = {});

}  // namespace mingzhang::reader
