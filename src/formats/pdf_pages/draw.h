// Pages of a PDF as pictures.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::formats {

struct PagePicture {
  std::uint32_t page = 0;        ///< 1-based
  double width = 0, height = 0;  ///< of the page as it is seen, in points
  std::string jpeg;
};

/// What the library reads from disk once: call it before the walls are up.
void prepare_drawing();

/// Those of `pages` that exist, in their order, until `most_bytes` are full. Throws Rejected: "encrypted", "damaged".
std::vector<PagePicture> draw_pages(std::string_view bytes, const std::vector<std::uint32_t>& pages,
                                    std::uint64_t most_bytes);

}  // namespace mingzhang::formats
