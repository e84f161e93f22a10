// PDF, as office programs export it: words with their places, tables by their ruling lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"
#include "formats/pdf/device.h"
#include "formats/rejected.h"

namespace mingzhang::formats {

struct PdfLimits {
  std::uint32_t pages = 5000;
  std::uint32_t lines = 4'000'000;
  std::uint32_t fragments = 16'000'000;
  pdf::PageLimits page;
};

/// Throws Rejected: "encrypted", "damaged", "too-many-pages", "too-many-lines", "scanned", "empty".
document::Document parse_pdf(std::string_view bytes, const pdf::Library& library, const PdfLimits& limits = {});

}  // namespace mingzhang::formats
