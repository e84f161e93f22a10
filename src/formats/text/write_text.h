// A publication as plain text: paragraphs as lines, tables as rows of tabs, as `check` reads them.
#pragma once

#include <string>

#include "document/publication.h"

namespace mingzhang::formats {

std::string write_text(const document::Publication& publication);

}  // namespace mingzhang::formats
