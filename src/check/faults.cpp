#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/blanks.h"
#include "check/describe.h"
#include "check/parts.h"
#include "check/slip.h"

namespace mingzhang::check {
namespace {

using cube::Statement;
using laws::Law;
using laws::Outcome;

constexpr std::size_t max_places = 64;

class FaultTeller {
 public:
  FaultTeller(profile::Reading& reading, Findings& findings)
      : reading_(reading), findings_(findings), book_(build_lawbook(reading)) {
    for (const auto& figure : book_.figures) quantities_.push_back(figure.quantity);
    mended_ = quantities_;
  }

  /// What is only probable must not decide which figure is wrong: lenient laws are diagnosed by themselves, beside the
  /// strict ones that hold.
  /// False if a diagnosis stopped before its end.
  bool run() {
    std::vector<std::uint32_t> strict, lenient;
    for (const auto& law : book_.laws) verdicts_.push_back(laws::judge(law, quantities_));
    const auto explained = tell_blanks();
    for (std::uint32_t law = 0; law < book_.laws.size(); ++law) {
      if (explained.count(law)) continue;
      if (book_.laws[law].severe) strict.push_back(law);
      if (!book_.laws[law].severe || verdicts_[law].outcome != Outcome::broken) lenient.push_back(law);
    }
    mark_bound();
    tell_faults(strict);
    tell_faults(lenient);
    for (std::size_t law = 0; law < book_.laws.size(); ++law)
      if (verdicts_[law].outcome == Outcome::tail) tell_tail(book_.laws[law]);
    return !stopped_;
  }

 private:
  const Statement& statement(std::uint32_t figure) const { return reading_.facts.statements[book_.statements[figure]]; }

  /// The laws that a blank cell explains; a sum that two cells could mend is left to the diagnosis.
  std::set<std::uint32_t> tell_blanks() {
    const auto blanks = find_blanks(reading_, book_, verdicts_);
    std::map<std::uint32_t, int> asked;
    for (const auto& blank : blanks) ++asked[blank.across], ++asked[blank.down];
    std::set<std::uint32_t> explained;
    for (const auto& blank : blanks) {
      if (asked[blank.across] > 1 || asked[blank.down] > 1) continue;
      tell_blank(blank);
      explained.insert({blank.across, blank.down});
    }
    return explained;
  }

  void tell_blank(const BlankCell& blank) {
    Statement cell = statement(book_.laws[blank.across].terms.front().figure);
    Finding finding = finding_on("blank-cell", Severity::error, cell, reading_);
    cell.place.column = blank.column;
    finding.words["what"] = describe(cell, reading_);
    finding.words.erase("stated");
    finding.stated.clear();
    finding.expected = finding.words["expected"] = cell.quantity.spell(laws::rounded_like(cell.quantity, blank.amount));
    for (const auto law : {blank.across, blank.down}) {
      finding.because.push_back(evidence(book_.laws[law], quantities_));
      for (const auto figure : laws::figures_of(book_.laws[law])) add_place(finding, statement(figure));
    }
    finding.words["calculation"] = finding.because.front().calculation;
    findings_.push_back(std::move(finding));
  }

  /// Those of the laws that a diagnosis of the broken ones can ask: they hold a figure of a broken law, or a copy of
  /// one.
  std::vector<std::uint32_t> around_broken(const std::vector<std::uint32_t>& laws) const {
    std::set<std::uint32_t> cells, figures;
    for (const auto law : laws) {
      if (verdicts_[law].outcome != Outcome::broken) continue;
      for (const auto figure : laws::figures_of(book_.laws[law])) {
        figures.insert(figure);
        if (book_.figures[figure].cell != laws::no_cell) cells.insert(book_.figures[figure].cell);
      }
    }
    std::vector<std::uint32_t> out;
    if (figures.empty()) return out;
    const auto is_near = [&](const laws::Term& term) {
      return figures.count(term.figure) > 0 || cells.count(book_.figures[term.figure].cell) > 0;
    };
    for (const auto law : laws) {
      const Law& here = book_.laws[law];
      const bool near = std::any_of(here.terms.begin(), here.terms.end(), is_near) ||
                        std::any_of(here.denominator.begin(), here.denominator.end(), is_near) ||
                        (here.form == laws::Form::quotient && is_near({here.result, 1}));
      if (near) out.push_back(law);
    }
    return out;
  }

  void tell_faults(const std::vector<std::uint32_t>& all) {
    const auto chosen = around_broken(all);
    if (chosen.empty()) return;
    std::vector<Law> some;
    some.reserve(chosen.size());
    for (const auto law : chosen) some.push_back(book_.laws[law]);
    auto diagnosis = laws::diagnose(book_.figures, some);
    stopped_ = stopped_ || diagnosis.stopped;
    for (auto& fault : diagnosis.faults)
      for (auto& law : fault.laws) law = chosen[law];
    // In the order of the document; sums of changes after the sums of their amounts.
    std::stable_sort(diagnosis.faults.begin(), diagnosis.faults.end(), [&](const auto& a, const auto& b) {
      return std::pair(sums_changes(a), a.figure) < std::pair(sums_changes(b), b.figure);
    });
    for (const auto& fault : diagnosis.faults) note_mended(fault);
    for (const auto& fault : diagnosis.faults) tell(fault);
  }

  void mark_bound() {
    for (std::size_t law = 0; law < book_.laws.size(); ++law) {
      if (verdicts_[law].outcome == Outcome::untestable) continue;
      for (const auto figure : laws::figures_of(book_.laws[law]))
        reading_.facts.statements[book_.statements[figure]].state = cube::State::bound;
    }
  }

  /// No change of a figure explains it: the word is wrong, and shown, whatever the figures are.
  void tell_word(std::uint32_t law, const Statement& word) {
    constexpr auto opposites = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"大于", "小于"}, {"增加", "减少"}, {"增长", "下降"}, {"高于", "低于"}, {"上升", "下降"}});
    Finding finding = finding_on("direction", Severity::error, word, reading_);
    finding.stated = finding.words["stated"] = word.text;
    const bool equal =
        quantities_[book_.laws[law].terms[0].figure].value == quantities_[book_.laws[law].terms[1].figure].value;
    for (const auto& [up, down] : opposites) {
      if (equal || !finding.expected.empty()) break;
      if (word.text == up) finding.expected = down;
      if (word.text == down) finding.expected = up;
    }
    if (!finding.expected.empty()) finding.words["expected"] = finding.expected;
    finding.because.push_back(evidence(book_.laws[law], quantities_));
    finding.words["calculation"] = finding.because.front().calculation;
    for (const auto figure : laws::figures_of(book_.laws[law])) add_place(finding, statement(figure));
    findings_.push_back(std::move(finding));
  }

  bool sums_changes(const laws::Fault& fault) const {
    const Law& law = book_.laws[fault.laws.front()];
    return law.list && law.rule == laws::Rule::change;
  }

  /// What was left out is missing in the sums of every column, and in those of the changes: one finding, on the first.
  bool is_told_already(const laws::Fault& fault) {
    const Law& law = book_.laws[fault.laws.front()];
    if (!law.list || law.open || fault.laws.size() > 1 || shown(fault, law, false) != law.terms.front().figure)
      return false;
    const auto& whole = statement(law.terms.front().figure);
    if (!whole.place.table.empty() && !lacks_parts(law)) return false;
    const std::string row = whole.place.table.empty()
                                ? whole.scope.str()
                                : std::to_string(whole.place.page) + ":" + std::to_string(whole.place.line);
    const auto [told, is_new] =
        sums_.emplace(std::pair(law.sum_of.empty() ? law.name : law.sum_of, row), findings_.size());
    if (is_new || told->second >= findings_.size()) return false;
    Finding& finding = findings_[told->second];
    finding.because.push_back(evidence(law, quantities_));
    if (!whole.place.table.empty()) finding.words["columns"] = std::to_string(finding.because.size());
    add_place(finding, whole);
    return true;
  }

  /// Parts that make up more than their whole leave nothing out.
  bool lacks_parts(const Law& law) const {
    money::Decimal rest;
    for (const auto& term : law.terms)
      rest = term.sign < 0 ? rest - quantities_[term.figure].value : rest + quantities_[term.figure].value;
    return rest.sign() > 0;
  }

  /// Copies that another place proves wrong: what is derived from them is judged by the right value.
  void note_mended(const laws::Fault& fault) {
    if (!fault.expected || book_.laws[fault.laws.front()].rule != laws::Rule::agreement) return;
    mended_[fault.figure].value = *fault.expected;
    for (const auto copy : fault.copies) mended_[copy].value = *fault.expected;
  }

  /// The figures by which the finding is told: mended ones for a rate of a wrong amount, else those that are printed.
  laws::Figures numbers_for(const laws::Fault& fault) const {
    const Law& law = book_.laws[fault.laws.front()];
    const bool follows = fault.laws.size() == 1 && law.form == laws::Form::quotient && fault.figure == law.result &&
                         laws::judge(law, mended_).outcome == Outcome::broken;
    return follows ? mended_ : quantities_;
  }

  void tell(const laws::Fault& fault) {
    if (const auto word = book_.words.find(fault.laws.front()); word != book_.words.end()) {
      for (const auto law : fault.laws) tell_word(law, reading_.facts.statements[book_.words.at(law)]);
      return;
    }
    const Law& first = book_.laws[fault.laws.front()];
    if (is_told_already(fault)) return;
    const bool base_zero = verdicts_[fault.laws.front()].base_zero;
    const std::uint32_t figure = shown(fault, first, base_zero);
    const Statement& wrong = statement(figure);
    const bool severe =
        std::any_of(fault.laws.begin(), fault.laws.end(), [&](auto law) { return book_.laws[law].severe; });
    Finding finding =
        finding_on(std::string(laws::id_of(first.rule)), severe ? Severity::error : Severity::warning, wrong, reading_);
    if (base_zero) finding.words["base_zero"] = "0";
    if (const auto expected = base_zero ? std::nullopt : expected_of(fault, first, figure)) {
      // The right value may come from a copy with more places: a table in 元 that a sentence quotes in 万元.
      finding.expected = wrong.quantity.spell(laws::rounded_like(wrong.quantity, *expected));
      finding.words["expected"] = with_unit(finding.expected, wrong);
    }
    if (first.given) add_copies(finding, wrong);
    for (const auto copy : fault.copies) add_place(finding, statement(copy));
    for (const auto law : fault.laws) finding.because.push_back(evidence(book_.laws[law], numbers_for(fault)));
    // Any part may be the wrong one; those with money are the likelier.
    for (const bool zero : {false, true})
      for (const auto law : fault.laws)
        for (const auto other : laws::figures_of(book_.laws[law]))
          if (quantities_[other].value.is_zero() == zero) add_place(finding, statement(other));
    finding.words["law"] = first.name;
    finding.words["calculation"] = finding.because.front().calculation;
    if (first.list || first.open) finding.words[figure == first.terms.front().figure ? "whole" : "part"] = "list";
    if (finding.places.size() > 1 && first.rule == laws::Rule::agreement) name_other(finding, first, figure);
    findings_.push_back(std::move(finding));
  }

  std::optional<money::Decimal> expected_of(const laws::Fault& fault, const Law& first, std::uint32_t figure) const {
    // A part that is too large could be anything; a whole is at least what its parts make up.
    if (fault.laws.size() == 1 && first.open && figure != first.terms.front().figure) return std::nullopt;
    const auto numbers = numbers_for(fault);
    const bool as_diagnosed = figure == fault.figure && numbers.data() == quantities_.data();
    const auto expected = as_diagnosed ? fault.expected : laws::mend(first, numbers, figure);
    // Parts that are all zero say that they were left out, not that the whole is zero.
    if (expected && expected->is_zero() && !fault.sure) return std::nullopt;
    return expected;
  }

  /// Where a single sum does not come out, any of its figures may be wrong: the whole is shown, or of an open list the
  /// part that is too large, unless the parts are several and nothing else speaks for the whole. A rate on base zero is
  /// itself what is wrong.
  std::uint32_t shown(const laws::Fault& fault, const Law& law, bool base_zero) const {
    if (base_zero) return law.result;
    if (law.given) return law.terms[0].figure;
    if (fault.laws.size() > 1 || !law.list || law.terms.size() < 2) return fault.figure;
    if (law.open) {
      const auto money = std::count_if(law.terms.begin() + 1, law.terms.end(),
                                       [&](const auto& term) { return !quantities_[term.figure].value.is_zero(); });
      return law.terms[money > 1 && is_alone(law.terms[0].figure) ? 0 : 1].figure;
    }
    return fault.sure && is_slip(fault) ? fault.figure : law.terms[0].figure;
  }

  /// No other law that could be asked speaks of the figure.
  bool is_alone(std::uint32_t figure) const {
    std::size_t laws = 0;
    for (std::size_t law = 0; law < book_.laws.size(); ++law) {
      const auto figures = laws::figures_of(book_.laws[law]);
      const bool asked = verdicts_[law].outcome != Outcome::untestable;
      if (asked && std::find(figures.begin(), figures.end(), figure) != figures.end()) ++laws;
    }
    return laws == 1;
  }

  void add_copies(Finding& finding, const Statement& wrong) {
    for (const auto& other : reading_.facts.statements)
      if (is_value(other) && other.cell == wrong.cell) add_place(finding, other);
  }

  /// A figure that only one sum binds is blamed for a slip of the pen, and not for all that may be missing.
  bool is_slip(const laws::Fault& fault) const {
    if (!fault.expected) return false;
    const auto& quantity = quantities_[fault.figure];
    return fault.expected->sign() == quantity.value.sign() &&
           is_slip_of_pen(quantity.spell(), quantity.spell(*fault.expected));
  }

  void name_other(Finding& finding, const Law& law, std::uint32_t figure) {
    for (const auto other : laws::figures_of(law)) {
      if (other == figure) continue;
      finding.words["other"] = describe(statement(other), reading_);
      if (statement(other).place.table.empty())
        finding.words["other_section"] = section_title(statement(other), reading_);
    }
  }

  static std::string with_unit(const std::string& number, const Statement& statement) {
    if (!statement.place.table.empty()) return number;
    const auto& quantity = statement.quantity;
    return number + (quantity.unit == "%" ? "" : " ") + quantity.printed_unit();
  }

  void add_place(Finding& finding, const Statement& other) {
    if (finding.places.size() >= max_places) return;
    const cube::Place place = wider(other, reading_);
    const bool known = std::any_of(finding.places.begin(), finding.places.end(), [&](const cube::Place& present) {
      return present.page == place.page && present.line == place.line && present.begin == place.begin;
    });
    if (!known) finding.places.push_back(place);
  }

  static Evidence evidence(const Law& law, laws::Figures numbers) {
    Evidence out;
    out.law = law.name;
    for (const auto figure : laws::figures_of(law)) out.figures.push_back(numbers[figure].spell());
    out.calculation = laws::spell(law, numbers);
    return out;
  }

  /// A rounding tail is worth a note where it stands in a copy or a rate; sums have tails everywhere.
  void tell_tail(const Law& law) {
    const std::uint32_t figure = law.form == laws::Form::quotient ? law.result : laws::figures_of(law).back();
    Finding finding = finding_on(std::string(laws::id_of(law.rule)), Severity::note, statement(figure), reading_);
    finding.because.push_back(evidence(law, quantities_));
    finding.words["calculation"] = finding.because.front().calculation;
    finding.words["law"] = law.name;
    finding.words["tail"] = "尾差";
    if (const auto right = laws::mend(law, quantities_, figure)) {
      finding.expected = statement(figure).quantity.spell(*right);
      finding.words["expected"] = with_unit(finding.expected, statement(figure));
    }
    for (const auto other : laws::figures_of(law)) add_place(finding, statement(other));
    findings_.push_back(std::move(finding));
  }

  profile::Reading& reading_;
  Findings& findings_;
  Lawbook book_;
  bool stopped_ = false;
  std::vector<laws::Verdict> verdicts_;
  std::vector<cube::Quantity> quantities_, mended_;
  std::map<std::pair<std::string, std::string>, std::size_t> sums_;  ///< law and row or section -> finding
};

}  // namespace

Finding finding_on(const std::string& rule, Severity severity, const Statement& statement,
                   const profile::Reading& reading) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.section = section_title(statement, reading);
  finding.places.push_back(wider(statement, reading));
  if (statement.has_figure) {
    finding.stated = statement.quantity.spell();
    finding.words["stated"] = spelled(statement);
  }
  finding.words["what"] = describe(statement, reading);
  finding.words["section"] = finding.section;
  return finding;
}

Finding finding_at(const std::string& rule, Severity severity, const cube::Place& place, const std::string& section) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.section = section;
  finding.places.push_back(place);
  finding.words["section"] = section;
  return finding;
}

bool find_faults(profile::Reading& reading, Findings& findings) {
  return FaultTeller(reading, findings).run();
}

}  // namespace mingzhang::check
