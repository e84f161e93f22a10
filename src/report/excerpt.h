// Original lines on a terminal: a window around the figure, and marks under it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingzhang::report {

/// What documents say can be shown without harm: control characters and those that turn the direction of writing become
/// U+FFFD, a tab two blanks.
std::string printable(std::string_view text);

struct Excerpt {
  std::string line;              ///< at most `width` columns of the line, with … where it was cut
  std::string marks;             ///< blanks and ^~~~ of the same columns as the figure
  std::size_t from = 0, to = 0;  ///< bytes of the line that are shown
};

/// The part of a line that a window around [begin, end) can ever show, and where it begins:
/// lines may have millions of bytes.
struct Neighbourhood {
  std::string_view text;
  std::size_t offset = 0;
};
Neighbourhood near(std::string_view line, std::size_t begin, std::size_t end);

/// The window around the bytes [begin, end) of `line`, as even as it can be.
/// If they alone are too wide, their start is shown.
Excerpt cut_excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width);

}  // namespace mingzhang::report
