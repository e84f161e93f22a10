// PDF of a Word document, by LibreOffice where it is installed.
#pragma once

#include <filesystem>

namespace mingzhang::work {

bool has_office();
/// Writes NAME.pdf beside NAME.docx. False if the program failed or took too long.
bool make_pdf(const std::filesystem::path& docx);

}  // namespace mingzhang::work
