// Pages as pictures, for reports that show them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang::report {

struct Picture {
  std::uint32_t page = 0;        ///< 1-based
  double width = 0, height = 0;  ///< of the page, in points: what boxes are measured in
  std::string type;              ///< "image/png", "image/jpeg"
  std::string bytes;
};

using Pictures = std::vector<Picture>;

}  // namespace mingzhang::report
