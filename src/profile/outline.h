// Where the sections and tables of a form begin in a document.
#pragma once

#include <cstdint>
#include <vector>

#include "profile/form.h"
#include "profile/stream.h"

namespace mingzhang::profile {

struct Anchor {
  std::size_t begin = 0, end = 0;  ///< of the heading or title in the stream
  std::uint32_t line = 0;          ///< index into Document::lines
  const Section* section = nullptr;
  const Table* table = nullptr;    ///< one of the two
  const Pattern* title = nullptr;  ///< that was recognised, and what it took
  std::vector<Capture> captures;
};

/// The headings under which text stands and the titles under which rows stand, in the order of the document; what the
/// table of contents repeats is left out.
std::vector<Anchor> find_outline(const Stream& stream, const Form& form);

}  // namespace mingzhang::profile
