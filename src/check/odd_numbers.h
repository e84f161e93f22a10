// Which numbers of an enumeration are out of order. Inside this room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mingzhang::check {

struct OddNumber {
  std::size_t index = 0;  ///< of the numbers
  long expected = 0;
  bool left_out = false;  ///< one before it is missing, and counting goes on from it
};

/// Whether a list may begin at a number: hardly, within a paragraph; likely, on a line of its own; announced by a
/// colon.
enum class Opening : std::uint8_t { unlikely, likely, announced };

/// Numbers of one or more lists one after the other, each 1, 2, 3 ...; read so that the fewest are wrong: of 1 2 8 4
/// the 8, of 1 2 1 4 the second 1, of 1 2 4 5 the 4, because one before it was left out. A list may begin anywhere:
/// what stands before it was not read. Without `openings` all are likely.
std::vector<OddNumber> odd_numbers(const std::vector<long>& numbers, const std::vector<Opening>& openings = {});

}  // namespace mingzhang::check
