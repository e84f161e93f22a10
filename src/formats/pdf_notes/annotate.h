// Notes on a copy of a PDF, as any viewer shows them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace mingzhang::formats {

struct PdfNote {
  std::uint32_t page = 0;  ///< 1-based
  /// Points from the top left of the page as it is seen. Empty: the note stands in the corner of the page.
  std::vector<document::Box> boxes;
  std::array<double, 3> colour = {1, 1, 0};  ///< red, green, blue, from 0 to 1
  std::string author, subject, text;         ///< UTF-8
};

/// The bytes of the copy. The same input gives the same bytes. A file that opens without a password, but forbids
/// changes, gives a copy that is not encrypted. Throws Rejected: "encrypted", "damaged".
std::string annotate_pdf(std::string_view bytes, const std::vector<PdfNote>& notes);

}  // namespace mingzhang::formats
