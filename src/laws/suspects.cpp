#include "laws/suspects.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace mingzhang::laws {
namespace {

using money::Decimal;

/// A figure on which hundreds of shares are based has as many proposals; the sharpest of them decide.
constexpr std::size_t most_proposals = 16;
/// Comparing and sorting the values of a cell, in terms of a law.
constexpr std::size_t cost_of_copy = 8;

}  // namespace

std::int64_t Suspicion::score() const {
  return 2 * static_cast<std::int64_t>(effect.mended) - 2 * static_cast<std::int64_t>(effect.harmed) -
         (static_cast<std::int64_t>(figures.size()) - 1);
}

bool stronger(const Suspicion& a, const Suspicion& b) {
  const auto rank = [](const Suspicion& one) {
    const auto copies = -static_cast<std::int64_t>(one.figures.size());
    return std::make_tuple(one.score(), one.effect.mended, -static_cast<std::int64_t>(one.effect.harmed), one.derived,
                           one.printed, copies, one.order);
  };
  return rank(a) > rank(b);
}

bool Suspects::ByStrength::operator()(std::uint32_t a, std::uint32_t b) const {
  if (stronger((*best)[a], (*best)[b])) return true;
  if (stronger((*best)[b], (*best)[a])) return false;
  return a < b;
}

Suspects::Suspects(const std::vector<Figure>& figures, Evidence& evidence)
    : figures_(figures), evidence_(evidence), best_(figures.size()), ranking_(ByStrength{&best_}) {
  index_cells();
  for (const Figure& figure : figures) {
    if (!figure.quantity.value.is_zero()) printed_.push_back(figure.quantity.value);
  }
  std::sort(printed_.begin(), printed_.end());
  for (std::uint32_t figure = 0; figure < figures.size(); ++figure) {
    if (evidence.open_count(figure) > 0) consider(figure);
  }
}

void Suspects::index_cells() {
  std::vector<std::uint32_t> sorted(figures_.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::sort(sorted.begin(), sorted.end(), [this](std::uint32_t a, std::uint32_t b) {
    return std::tie(figures_[a].cell, figures_[a].order, a) < std::tie(figures_[b].cell, figures_[b].order, b);
  });
  cell_of_.resize(figures_.size());
  std::vector<std::uint32_t> list;
  for (std::size_t place = 0; place < sorted.size(); ++place) {
    const std::uint32_t figure = sorted[place];
    list.push_back(figure);
    cell_of_[figure] = static_cast<std::uint32_t>(cells_.size());
    const std::uint32_t number = figures_[figure].cell;
    const bool more = number != no_cell && place + 1 < sorted.size() && figures_[sorted[place + 1]].cell == number;
    if (more) continue;
    cells_.append(list);
    list.clear();
  }
}

/// The copies that carry the value of this figure, if it is the first of them that has an open law: one asks for all.
std::vector<std::uint32_t> Suspects::group_led_by(std::uint32_t figure) const {
  std::vector<std::uint32_t> group;
  bool led = false;
  for (const std::uint32_t other : cell(figure)) {
    if (evidence_.value(other) != evidence_.value(figure)) continue;
    if (!led && other != figure && evidence_.open_count(other) > 0) return {};
    led = led || other == figure;
    group.push_back(other);
  }
  return group;
}

void Suspects::consider(std::uint32_t figure) {
  ranking_.erase(figure);
  best_[figure] = Suspicion();
  if (evidence_.open_count(figure) == 0 || evidence_.exhausted()) return;
  evidence_.add_work(cost_of_copy * cell(figure).size());
  weigh(figure, {figure});
  if (cell(figure).size() > 1) {
    const auto group = group_led_by(figure);
    if (group.size() > 1) weigh(figure, group);
  }
  if (!best_[figure].figures.empty()) ranking_.insert(figure);
}

void Suspects::propose(const std::vector<std::uint32_t>& figures) {
  const Decimal& old = evidence_.value(figures.front());
  proposals_.clear();
  for (const std::uint32_t other : cell(figures.front())) {
    const Decimal& value = figures_[other].quantity.value;
    if (value != old) proposals_.push_back({value, 0, 1, Decimal()});
  }
  for (const std::uint32_t figure : figures) {
    for (const Touch& touch : evidence_.touches(figure)) {
      if (!evidence_.is_open(touch.law)) continue;
      const auto value = evidence_.mend(touch, figure);
      if (!value || *value == old || (figures_[figure].never_negative && value->sign() < 0)) continue;
      const bool by_sum = touch.coefficient != 0;
      // The last figure of a quotient is its result; of an agreement, whose weight does not matter, any.
      const Decimal weight = evidence_.value(evidence_.members(touch.law).back());
      proposals_.push_back({*value, by_sum ? 1 : 2, 1, by_sum || weight.sign() >= 0 ? weight : -weight});
    }
  }
}

void Suspects::keep_best_proposals() {
  std::sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) {
    return a.value == b.value ? a.rank < b.rank : a.value < b.value;
  });
  std::size_t kept = 0;
  for (const auto& proposal : proposals_) {
    if (kept > 0 && proposals_[kept - 1].value == proposal.value) {
      ++proposals_[kept - 1].votes;
      proposals_[kept - 1].weight = std::max(proposals_[kept - 1].weight, proposal.weight);
    } else {
      proposals_[kept++] = proposal;
    }
  }
  proposals_.resize(kept);
  if (kept <= most_proposals) return;
  std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.votes != b.votes) return a.votes > b.votes;
    return a.weight > b.weight;
  });
  proposals_.resize(most_proposals);
}

/// Tries the proposals for one figure or one group, and remembers the best at `place`.
void Suspects::weigh(std::uint32_t place, const std::vector<std::uint32_t>& figures) {
  propose(figures);
  keep_best_proposals();
  for (const Proposal& proposal : proposals_) {
    if (evidence_.exhausted()) return;
    Suspicion suspicion;
    try {
      suspicion.effect = evidence_.effect_of(figures, proposal.value);
    } catch (const money::Overflow&) {
      continue;
    }
    if (suspicion.effect.mended == 0) continue;
    suspicion.figures = figures;
    suspicion.value = proposal.value;
    suspicion.printed = std::binary_search(printed_.begin(), printed_.end(), proposal.value);
    for (const std::uint32_t figure : figures) {
      suspicion.derived = std::max(suspicion.derived, figures_[figure].derived);
      suspicion.order = std::max(suspicion.order, figures_[figure].order);
    }
    if (best_[place].figures.empty() || stronger(suspicion, best_[place])) best_[place] = std::move(suspicion);
  }
}

bool Suspects::has_rival(const Suspicion& suspicion, std::uint32_t law) const {
  const auto rivals = [&](std::uint32_t figure) {
    const Suspicion& other = best_[figure];
    if (other.figures.empty() || other.score() < suspicion.score()) return false;
    return std::none_of(other.figures.begin(), other.figures.end(), [&](std::uint32_t one) {
      return std::find(suspicion.figures.begin(), suspicion.figures.end(), one) != suspicion.figures.end();
    });
  };
  // The group that a figure belongs to is remembered at one of its copies.
  const std::vector<std::uint32_t> copies = with_copies(evidence_.members(law));
  return std::any_of(copies.begin(), copies.end(), rivals);
}

std::vector<std::uint32_t> Suspects::with_copies(std::span<const std::uint32_t> figures) const {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(figures.size());
  for (const std::uint32_t figure : figures) numbers.push_back(cell_of_[figure]);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<std::uint32_t> copies;
  for (const std::uint32_t number : numbers) {
    const auto list = cells_.list(number);
    copies.insert(copies.end(), list.begin(), list.end());
  }
  evidence_.add_work(figures.size() + copies.size());
  return copies;
}

void Suspects::reconsider(const std::vector<std::uint32_t>& figures) {
  std::vector<std::uint32_t> affected = figures;
  for (const std::uint32_t figure : figures) {
    for (const Touch& touch : evidence_.touches(figure)) {
      const auto members = evidence_.members(touch.law);
      affected.insert(affected.end(), members.begin(), members.end());
    }
  }
  for (const std::uint32_t figure : with_copies(affected)) consider(figure);
}

}  // namespace mingzhang::laws
