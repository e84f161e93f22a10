// A publication as a reader would give it, without the way over a file.
#pragma once

#include "document/document.h"
#include "document/publication.h"

namespace mingzhang::publish {

/// Paragraphs as lines, tables as grids. Lines have the numbers that they have in the text of the publication.
document::Document as_document(const document::Publication& publication);

}  // namespace mingzhang::publish
