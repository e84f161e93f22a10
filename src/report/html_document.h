// A document as it was read, with its marks. Inside this room only.
#pragma once

#include <string>

#include "report/html_marks.h"
#include "report/pictures.h"
#include "report/secrets.h"

namespace mingzhang::report {

/// Pages or sheets one after the other: a picture where there is one, lines, and tables.
std::string document_html(const document::Document& document, Marks& marks, const Secrets& secrets,
                          const Pictures& pictures, Language language);

}  // namespace mingzhang::report
