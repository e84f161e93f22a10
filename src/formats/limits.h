// How much of a document any reader takes.
#pragma once

#include <cstdint>

namespace mingzhang::formats {

struct TextLimits {
  std::uint32_t lines = 4'000'000;
  std::uint32_t line_bytes = 8U << 20U;  ///< of UTF-8
  std::uint32_t fragments = 16'000'000;
};

}  // namespace mingzhang::formats
