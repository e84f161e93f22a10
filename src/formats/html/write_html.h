// A publication as one self-contained web page in the look of the printed document; each figure opens its trace.
#pragma once

#include <string>

#include "document/publication.h"

namespace mingzhang::formats {

std::string write_html(const document::Publication& publication);

}  // namespace mingzhang::formats
