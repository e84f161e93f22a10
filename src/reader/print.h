// The pages of a document that this program wrote.
#pragma once

#include <filesystem>
#include <string>

#include "reader/read.h"

namespace mingzhang::reader {

/// The DOCX as PDF, by LibreOffice. Throws Unreadable: "needs-libreoffice", "conversion-failed".
std::string print_to_pdf(const std::filesystem::path& docx, const Limits& limits = {});

}  // namespace mingzhang::reader
