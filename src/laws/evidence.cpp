#include "laws/evidence.h"

#include <algorithm>

namespace mingzhang::laws {
namespace {

using money::Decimal;

bool stands(Outcome outcome) {
  return outcome == Outcome::holds || outcome == Outcome::tail;
}

/// Judging a law costs about this many terms more than it has.
constexpr std::uint64_t cost_of_quotient = 16;

/// Terms that a diagnosis may look at, about a second of work.
/// A real document with ten faults needs a thousandth of it.
constexpr std::uint64_t work_limit = 10'000'000;

}  // namespace

Evidence::Evidence(const std::vector<Figure>& figures, const std::vector<Law>& laws) : laws_(laws) {
  now_.reserve(figures.size());
  for (const Figure& figure : figures) now_.push_back(figure.quantity);
  judge_all();
  index(figures.size());
}

void Evidence::judge_all() {
  balanced_.resize(laws_.size());
  balances_.resize(laws_.size());
  for (std::size_t law = 0; law < laws_.size(); ++law) {
    verdicts_.push_back(judge(laws_[law], now_));
    outcomes_.push_back(verdicts_.back().outcome);
    open_.push_back(outcomes_.back() == Outcome::broken);
    if (laws_[law].form != Form::linear || compares_two(laws_[law]) || outcomes_.back() == Outcome::untestable)
      continue;
    balances_[law] = balance_of(laws_[law].terms, now_);  // fits: it was judged by it
    balanced_[law] = true;
  }
}

void Evidence::index(std::size_t figure_count) {
  std::vector<std::vector<Touch>> touches(figure_count);
  open_count_.resize(figure_count);
  for (std::uint32_t law = 0; law < laws_.size(); ++law) {
    const std::vector<std::uint32_t> figures = figures_of(laws_[law]);
    members_.append(figures);
    for (const std::uint32_t figure : figures) {
      touches[figure].push_back({law, 0});
      if (open_[law]) ++open_count_[figure];
    }
    if (laws_[law].form != Form::linear) continue;
    for (const Term& term : laws_[law].terms) touches[term.figure].back().coefficient += term.sign;
  }
  for (const auto& list : touches) touches_.append(list);
}

bool Evidence::exhausted() const {
  return work_ > work_limit;
}

std::optional<Decimal> Evidence::mend(const Touch& touch, std::uint32_t figure) {
  const Law& law = laws_[touch.law];
  if (balanced_[touch.law] && (touch.coefficient == 1 || touch.coefficient == -1)) {
    ++work_;
    try {
      const Decimal value = now_[figure].value - times_small(balances_[touch.law].sum, touch.coefficient);
      return now_[figure].half.is_zero() ? value : rounded_like(now_[figure], value);
    } catch (const money::Overflow&) {
      return std::nullopt;
    }
  }
  work_ += law.terms.size() + law.denominator.size();
  return laws::mend(law, now_, figure);
}

std::span<const Touch> Evidence::touched_by(std::span<const std::uint32_t> figures) {
  if (figures.size() == 1) return touches_.list(figures.front());
  touched_.clear();
  for (const std::uint32_t figure : figures) {
    const auto list = touches_.list(figure);
    touched_.insert(touched_.end(), list.begin(), list.end());
  }
  std::sort(touched_.begin(), touched_.end(), [](const Touch& a, const Touch& b) { return a.law < b.law; });
  std::size_t kept = 0;
  for (const Touch& touch : touched_) {
    if (kept > 0 && touched_[kept - 1].law == touch.law) {
      touched_[kept - 1].coefficient += touch.coefficient;
    } else {
      touched_[kept++] = touch;
    }
  }
  touched_.resize(kept);
  return touched_;
}

/// now_ already holds the changed figures; balances_ still the old sums.
Outcome Evidence::outcome_after(const Touch& touch, const Decimal& difference) {
  const Law& law = laws_[touch.law];
  if (!balanced_[touch.law]) {
    work_ += law.terms.size() + law.denominator.size() + (law.form == Form::quotient ? cost_of_quotient : 1);
    return judge(law, now_).outcome;
  }
  ++work_;
  try {
    Balance balance = balances_[touch.law];
    balance.sum = balance.sum + times_small(difference, touch.coefficient);
    return weigh(law, balance);
  } catch (const money::Overflow&) {
    return Outcome::untestable;
  }
}

Effect Evidence::effect_of(std::span<const std::uint32_t> figures, const Decimal& value,
                           std::vector<std::uint32_t>* mended) {
  Effect effect;
  const Decimal old = now_[figures.front()].value;
  const Decimal difference = value - old;
  for (const std::uint32_t figure : figures) now_[figure].value = value;
  for (const Touch& touch : touched_by(figures)) {
    const bool stood = stands(outcomes_[touch.law]);
    if (!stood && !open_[touch.law]) continue;
    const bool stands_then = stands(outcome_after(touch, difference));
    if (stood && !stands_then) ++effect.harmed;
    if (stood || !stands_then) continue;
    ++effect.mended;
    if (mended != nullptr) mended->push_back(touch.law);
  }
  // Equal values may be spelled with other scales; the first one's will do, since nothing here looks at it.
  for (const std::uint32_t figure : figures) now_[figure].value = old;
  return effect;
}

void Evidence::change(std::span<const std::uint32_t> figures, const Decimal& value) {
  const Decimal difference = value - now_[figures.front()].value;
  for (const std::uint32_t figure : figures) now_[figure].value = value;
  for (const Touch& touch : touched_by(figures)) {
    outcomes_[touch.law] = outcome_after(touch, difference);
    if (!balanced_[touch.law]) continue;
    try {
      Balance& balance = balances_[touch.law];
      balance.sum = balance.sum + times_small(difference, touch.coefficient);
    } catch (const money::Overflow&) {
      balanced_[touch.law] = false;  // its outcome is untestable from here on, by the slow way too
    }
  }
}

void Evidence::close(std::uint32_t law) {
  open_[law] = false;
  for (const std::uint32_t figure : members(law)) --open_count_[figure];
}

}  // namespace mingzhang::laws
