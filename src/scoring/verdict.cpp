#include "scoring/verdict.h"

#include <array>

namespace mingzhang::scoring {

std::string_view id_of(State state) {
  constexpr std::array<std::string_view, 4> ids{"fits", "tail", "broken", "undecidable"};
  return ids.at(static_cast<std::size_t>(state));
}

std::string_view id_of(Basis basis) {
  constexpr std::array<std::string_view, 6> ids{"none", "arithmetic", "agreed", "document", "related", "configured"};
  return ids.at(static_cast<std::size_t>(basis));
}

std::string_view id_of(Reason reason) {
  constexpr std::array<std::string_view, 18> ids{
      "none",         "differs",   "out-of-range",    "missed-but-full", "met-but-not-full",
      "outside-band", "odd-total", "not-printed",     "unreadable",      "no-rules",
      "rule-unknown", "judgement", "other-dimension", "beyond-target",   "over-fulfilled",
      "not-done",     "no-base",   "too-large"};
  return ids.at(static_cast<std::size_t>(reason));
}

}  // namespace mingzhang::scoring
