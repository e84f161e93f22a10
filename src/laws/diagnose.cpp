#include "laws/diagnose.h"

#include <algorithm>
#include <tuple>

#include "laws/evidence.h"
#include "laws/suspects.h"

namespace mingzhang::laws {
namespace {

using money::Decimal;

/// What a reader follows most easily: sums, then copies, then rates, then words.
int difficulty(const Law& law) {
  if (law.form == Form::sign) return 3;
  if (law.form == Form::quotient) return 2;
  return law.rule == Rule::agreement ? 1 : 0;
}

class Diagnostician {
 public:
  Diagnostician(const std::vector<Figure>& figures, const std::vector<Law>& laws)
      : figures_(figures), laws_(laws), evidence_(figures, laws) {}

  Diagnosis run(std::uint32_t max_rounds) {
    Suspects suspects(figures_, evidence_);
    for (std::uint32_t round = 0; !suspects.empty(); ++round) {
      if (evidence_.exhausted() || round == max_rounds) break;
      blame(suspects);
    }
    diagnosis_.stopped = evidence_.exhausted() || !suspects.empty();
    for (std::uint32_t law = 0; law < laws_.size(); ++law) {
      if (evidence_.is_open(law)) blame_alone(law);
    }
    diagnosis_.verdicts = evidence_.verdicts();
    return std::move(diagnosis_);
  }

 private:
  const std::vector<Figure>& figures_;
  const std::vector<Law>& laws_;
  Evidence evidence_;
  Diagnosis diagnosis_;

  void blame(Suspects& suspects) {
    const Suspicion suspicion = suspects.strongest();
    Fault fault;
    fault.figure = suspicion.figures.front();
    fault.copies.assign(suspicion.figures.begin() + 1, suspicion.figures.end());
    fault.expected = suspicion.value;
    evidence_.effect_of(suspicion.figures, suspicion.value, &fault.laws);
    fault.sure = suspicion.score() > 0 && (fault.laws.size() > 1 || !suspects.has_rival(suspicion, fault.laws.front()));
    put_clearest_first(fault);

    for (const std::uint32_t law : fault.laws) evidence_.close(law);
    // A change that harms as much as it mends explains its law badly; later rounds must not build on it.
    if (suspicion.score() > 0) evidence_.change(suspicion.figures, suspicion.value);
    suspects.reconsider(suspicion.figures);
    diagnosis_.faults.push_back(std::move(fault));
  }

  void put_clearest_first(Fault& fault) {
    const auto key = [&](std::uint32_t law) {
      const bool differs = laws::mend(laws_[law], evidence_.now(), fault.figure) != fault.expected;
      return std::make_tuple(!laws_[law].severe, differs, difficulty(laws_[law]), evidence_.members(law).size(), law);
    };
    std::vector<decltype(key(0))> keys;
    for (const std::uint32_t law : fault.laws) keys.push_back(key(law));
    std::sort(keys.begin(), keys.end());
    for (std::size_t place = 0; place < keys.size(); ++place) fault.laws[place] = std::get<4>(keys[place]);
  }

  /// No change of one cell mends this law, or there was no time to look for it.
  void blame_alone(std::uint32_t law) {
    const auto members = evidence_.members(law);
    Fault fault;
    fault.laws.push_back(law);
    if (!members.empty()) {
      fault.figure = *std::max_element(members.begin(), members.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::tie(figures_[a].derived, figures_[a].order) < std::tie(figures_[b].derived, figures_[b].order);
      });
      fault.expected = mend_if_it_helps(law, fault.figure);
    }
    diagnosis_.faults.push_back(std::move(fault));
  }

  std::optional<Decimal> mend_if_it_helps(std::uint32_t law, std::uint32_t figure) {
    const auto value = laws::mend(laws_[law], evidence_.now(), figure);
    if (!value || *value == evidence_.value(figure)) return std::nullopt;
    if (figures_[figure].never_negative && value->sign() < 0) return std::nullopt;
    return value;
  }
};

}  // namespace

Diagnosis diagnose(const std::vector<Figure>& figures, const std::vector<Law>& laws, std::uint32_t max_rounds) {
  return Diagnostician(figures, laws).run(max_rounds);
}

}  // namespace mingzhang::laws
