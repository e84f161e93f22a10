// One disclosure in several files (the narrative in one, tables in another) as one Document, and the way back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"

namespace mingzhang::document {

/// The lines of all, in order. Pages and grids are renumbered, so that a page and a line number name one line; lines
/// keep their numbers. `documents` have paths and at least one line.
Document join(std::vector<Document> documents);

/// Where a line stands for the user.
struct Origin {
  std::string path;        ///< of the file, if the document is of several
  std::uint32_t page = 0;  ///< in its file; 0 where that has none
  std::string sheet;       ///< of a workbook: its name
};
Origin origin_of(const Document& document, std::uint32_t page);

/// "C12": the cell of a workbook in which the byte of a line stands; empty where none is known.
std::string cell_of(const Document& document, const Line& line, std::uint32_t begin);

}  // namespace mingzhang::document
