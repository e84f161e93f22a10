// 128 bit integers for the way between two 64 bit results. Inside this room only.
#pragma once

#include <cstdint>
#include <limits>

namespace mingzhang::money {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

/// Multiplies modulo 2^128. Callers know that their product fits; it is taken unsigned because clang's overflow
/// sanitiser turns a signed 128 bit product into a call of __muloti4, which libgcc does not have.
constexpr Wide times(Wide a, Wide b) {
  return static_cast<Wide>(static_cast<UnsignedWide>(a) * static_cast<UnsignedWide>(b));
}

/// 10^power for 0 <= power <= 38.
constexpr Wide power_of_ten(int power) {
  Wide result = 1;
  for (int i = 0; i < power; ++i) result = times(result, 10);
  return result;
}

constexpr UnsignedWide magnitude(Wide value) {
  return value < 0 ? UnsignedWide{0} - static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

constexpr bool fits_64(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace mingzhang::money
