// Page numbers and running heads, which are no part of the text. Inside this folder only.
#pragma once

#include <vector>

#include "formats/pdf/layout.h"

namespace mingzhang::formats::pdf {

/// Takes them out of the pages of a whole document: what stands at the edge of a page and is its number, or is repeated
/// word for word at the same place of other pages.
void remove_furniture(std::vector<PageBlocks>& pages);

}  // namespace mingzhang::formats::pdf
