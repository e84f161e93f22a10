#include "scoring/judge_row.h"

#include <algorithm>
#include <numeric>

namespace mingzhang::scoring {
namespace {

using money::Decimal;

class RowJudge {
 public:
  RowJudge(const Row& row, const Knowledge& known) : row_(row), known_(known) { verdict_.printed = row.score; }

  Verdict judge() {
    if (row_.weight && row_.score && (row_.score->sign() < 0 || *row_.score > *row_.weight)) return out_of_range();
    if (row_.predictions.empty()) return undecidable(row_.reason);
    if (row_.reason == Reason::not_done && *row_.score == *row_.weight) return undecidable(Reason::not_done);
    if (row_.choice == nullptr) return apply(0, basis_of_words(), !row_.soft);
    const Inference& inference = *known_.inference;
    if (agree(all_rules())) return apply(0, Basis::agreed, !row_.soft);
    if (inference.decided()) {
      verdict_.evidence = inference.evidence;
      return apply(inference.fitting.front(), Basis::document, true);
    }
    if (agree(inference.fitting)) return apply(inference.fitting.front(), Basis::agreed, !row_.soft);
    return all_fit(inference.fitting) ? fits_all() : judge_by_others();
  }

 private:
  const Row& row_;
  const Knowledge& known_;
  Verdict verdict_;

  /// The rows of this kind leave several rules.
  Verdict judge_by_others() {
    const bool hopeless = none_fits() && !row_.soft;
    if (const auto related = related_rule()) {
      verdict_.evidence = known_.related_evidence;
      return apply(*related, Basis::related, hopeless);
    }
    // Whatever rule holds, a missed target does not earn its whole weight.
    const bool full = hopeless && *row_.score == *row_.weight;
    if (const auto configured = row_.choice->configured; configured && is_possible(*configured)) {
      return apply(*configured, Basis::configured, full);
    }
    return none_fits() ? broken_by_all(full) : undecidable(Reason::rule_unknown);
  }

  std::vector<std::size_t> all_rules() const {
    std::vector<std::size_t> all(row_.predictions.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  bool is_possible(std::size_t rule) const {
    const auto& fitting = known_.inference->fitting;
    return std::find(fitting.begin(), fitting.end(), rule) != fitting.end();
  }

  /// Words of quality have no rules to choose from: the pack's bands, hardened by other rows, or the plain meaning.
  Basis basis_of_words() const {
    if (row_.grade <= cube::Grade::aim) return Basis::agreed;
    return row_.soft ? Basis::configured : Basis::document;
  }

  State state_under(std::size_t rule) const { return compare(*row_.score, known_.scale, row_.predictions[rule]); }

  /// The rules want the same score, and find the same of the printed one.
  bool agree(const std::vector<std::size_t>& rules) const {
    const std::size_t first = rules.front();
    return std::all_of(rules.begin(), rules.end(), [&](std::size_t rule) {
      return row_.predictions[rule].expected == row_.predictions[first].expected &&
             state_under(rule) == state_under(first);
    });
  }

  bool all_fit(const std::vector<std::size_t>& rules) const {
    return std::all_of(rules.begin(), rules.end(),
                       [this](std::size_t rule) { return state_under(rule) == State::fits; });
  }

  Verdict fits_all() {
    verdict_.state = State::fits;
    verdict_.basis = Basis::agreed;
    return verdict_;
  }

  bool none_fits() const {
    const std::vector<std::size_t> all = all_rules();
    return std::all_of(all.begin(), all.end(), [this](std::size_t rule) { return state_under(rule) == State::broken; });
  }

  /// The one that other kinds of row show; of several the one that is assumed.
  std::optional<std::size_t> related_rule() const {
    std::vector<std::size_t> rules;
    for (const std::size_t rule : known_.inference->fitting) {
      const std::string& id = row_.choice->candidates[rule].id;
      if (std::find(known_.related.begin(), known_.related.end(), id) != known_.related.end()) rules.push_back(rule);
    }
    if (rules.size() == 1) return rules.front();
    const auto configured = row_.choice->configured;
    const bool assumed = configured && std::find(rules.begin(), rules.end(), *configured) != rules.end();
    return assumed ? configured : std::nullopt;
  }

  Verdict undecidable(Reason reason) {
    verdict_.state = State::undecidable;
    verdict_.reason = reason;
    return verdict_;
  }

  Verdict out_of_range() {
    verdict_.state = State::broken;
    verdict_.reason = Reason::out_of_range;
    verdict_.basis = Basis::arithmetic;
    verdict_.sure = true;
    return verdict_;
  }

  Verdict broken_by_all(bool sure) {
    verdict_.state = State::broken;
    verdict_.reason = reason();
    verdict_.sure = sure;
    verdict_.calculation = spell_all();
    return verdict_;
  }

  /// What the rules make of it, from the least to the most: "23.00 / 80.00 → 0–2.88".
  std::string spell_all() const {
    std::optional<Decimal> least, most;
    for (const auto& prediction : row_.predictions) {
      if (!prediction.expected) return {};
      least = least ? std::min(*least, *prediction.expected) : *prediction.expected;
      most = most ? std::max(*most, *prediction.expected) : *prediction.expected;
    }
    return "可能的计分规则得 " + least->trimmed().to_string() + "–" + most->trimmed().to_string();
  }

  Reason reason() const {
    if (row_.group.kind == RowKind::quality) return Reason::outside_band;
    if (row_.fulfilment == cube::Fulfilment::met) return Reason::met_but_not_full;
    return *row_.score == *row_.weight ? Reason::missed_but_full : Reason::differs;
  }

  Verdict apply(std::size_t rule, Basis basis, bool sure) {
    const Prediction& prediction = row_.predictions[rule];
    verdict_.basis = basis;
    verdict_.state = compare(*row_.score, known_.scale, prediction);
    verdict_.expected = prediction.expected;
    verdict_.calculation = prediction.calculation;
    if (row_.choice != nullptr && basis != Basis::agreed) verdict_.rule = row_.choice->candidates[rule].id;
    if (verdict_.state != State::fits) verdict_.reason = reason();
    verdict_.sure = sure && verdict_.state == State::broken;
    return verdict_;
  }
};

}  // namespace

Verdict judge_row(const Row& row, const Knowledge& known) {
  return RowJudge(row, known).judge();
}

}  // namespace mingzhang::scoring
