// Who could be wrong: for each figure in an open law the best change of it, alone or with its copies.
// Inside this room only.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "laws/evidence.h"

namespace mingzhang::laws {

/// One value for one figure, or for all copies that agree with each other now.
struct Suspicion {
  std::vector<std::uint32_t> figures;  ///< in the order of the document; empty: no change of the figure mends anything
  money::Decimal value;
  Effect effect;
  int derived = 0;
  bool printed = false;  ///< the value stands elsewhere in the document
  std::uint32_t order = 0;

  /// In halves of a law: a law mended or harmed counts two, every copy that would have to be wrong too counts one.
  std::int64_t score() const;
};

/// By evidence, then by who is blamed first where evidence is equal.
bool stronger(const Suspicion& a, const Suspicion& b);

class Suspects {
 public:
  Suspects(const std::vector<Figure>& figures, Evidence& evidence);
  Suspects(const Suspects&) = delete;  // the ranking points into it
  Suspects& operator=(const Suspects&) = delete;
  ~Suspects() = default;

  bool empty() const { return ranking_.empty(); }
  const Suspicion& strongest() const { return best_[*ranking_.begin()]; }
  /// Whether a figure of `law` outside `suspicion` explains as much.
  bool has_rival(const Suspicion& suspicion, std::uint32_t law) const;
  /// After a change of `figures`, or after laws through them were closed.
  void reconsider(const std::vector<std::uint32_t>& figures);

 private:
  struct ByStrength {
    const std::vector<Suspicion>* best;
    bool operator()(std::uint32_t a, std::uint32_t b) const;
  };
  struct Proposal {
    money::Decimal value;
    int rank = 0;  ///< 0 printed for the same cell, 1 by a sum, 2 by a quotient
    std::uint32_t votes = 1;
    money::Decimal weight;  ///< of a quotient: the larger the rate, the sharper what follows from it
  };

  const std::vector<Figure>& figures_;
  Evidence& evidence_;
  Lists<std::uint32_t> cells_;           ///< figures of one cell, in the order of the document
  std::vector<std::uint32_t> cell_of_;   ///< figure -> list in cells_
  std::vector<money::Decimal> printed_;  ///< all values but zero, sorted
  std::vector<Suspicion> best_;
  std::set<std::uint32_t, ByStrength> ranking_;
  std::vector<Proposal> proposals_;

  void index_cells();
  std::vector<std::uint32_t> with_copies(std::span<const std::uint32_t> figures) const;
  std::span<const std::uint32_t> cell(std::uint32_t figure) const { return cells_.list(cell_of_[figure]); }
  void consider(std::uint32_t figure);
  std::vector<std::uint32_t> group_led_by(std::uint32_t figure) const;
  void propose(const std::vector<std::uint32_t>& figures);
  void keep_best_proposals();
  void weigh(std::uint32_t place, const std::vector<std::uint32_t>& figures);
};

}  // namespace mingzhang::laws
