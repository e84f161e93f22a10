// A publication as a Word document in the look of official documents (GB/T 9704-2012).
#pragma once

#include <string>

#include "document/publication.h"

namespace mingzhang::formats {

/// The bytes of a .docx file; the same publication gives the same bytes. Throws WriteError.
std::string write_docx(const document::Publication& publication);

}  // namespace mingzhang::formats
