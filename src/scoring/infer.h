// Which of the possible rules the rows of a document show. Nothing is assumed: a rule is proved by scores strictly
// between zero and the weight, which no other rule would give.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scoring/rows.h"

namespace mingzhang::scoring {

struct Inference {
  enum class State : std::uint8_t {
    proved,    ///< one rule fits every row on which the rules differ
    majority,  ///< no rule fits all; one fits most, at two different rates at least
    several,   ///< some rules fit all, and nothing decides between them
    none,      ///< rows contradict each other
    unknown,   ///< no row on which the rules differ
  } state = State::unknown;
  Group group;
  std::vector<std::size_t> fitting;  ///< indexes of candidates; one if proved or majority, all if none or unknown
  std::vector<std::string> rules;    ///< their ids
  std::vector<RowRef> evidence;      ///< the rows that show the rule

  bool decided() const { return state == State::proved || state == State::majority; }
};
std::string_view id_of(Inference::State state);

/// How a printed score stands to what a rule allows. `scale`: decimals that the scores of the document have; fewer in
/// one place (3.1 among 9.05) are a zero left out or a rounding.
State compare(const money::Decimal& score, int scale, const Prediction& prediction);

/// `rows` are of one group, with one set of candidates.
Inference infer(const Group& group, std::span<const Row* const> rows, int scale);

}  // namespace mingzhang::scoring
