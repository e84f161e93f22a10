#include "check/across.h"

#include <algorithm>
#include <map>

#include "check/describe.h"
#include "check/lawbook.h"
#include "check/parts.h"
#include "document/join.h"
#include "laws/law.h"

namespace mingzhang::check {
namespace {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::Statement;
using laws::Law;

/// Documents of one unit meet in cells: this year's change rests on last year's outturn, the accounts repeat the
/// budget. Until documents of many units have shown these laws, what breaks them is a warning.
class AcrossTeller {
 public:
  AcrossTeller(profile::Reading& reading, const Other& other, Findings& findings)
      : reading_(reading), other_(other), findings_(findings), own_(reading.facts), foreign_(other.reading->facts) {}

  void run() {
    for (auto& statement : reading_.facts.statements) {
      if (is_value(statement)) {
        same_cell(statement);
        carried_over(statement);
      } else if (statement.kind == Kind::claim && statement.claim == Claim::change && statement.has_figure) {
        change(statement);
      }
    }
  }

 private:
  const Statement* printed_there(const Cell& cell) const {
    const auto found = foreign_.value(cell);
    return found ? &other_.reading->facts.statements[*found] : nullptr;
  }

  static bool is_budget(const profile::Reading& reading) { return reading.form()->kind == "budget"; }

  void same_cell(Statement& own) {
    // Tables without a name of their project are told apart by their number, which is another in every document.
    if (own.cell[Dimension::project].name().starts_with('#')) return;
    const Statement* there =
        is_budget(reading_) == is_budget(*other_.reading) ? printed_there(own.cell) : set_in_budget(own.cell);
    if (there != nullptr) compare(own, *there, {{0, 1}, {1, -1}}, {&own, there}, "两份文件中的同一数据一致");
  }

  /// The amount in tables of targets, which a budget calls that of the year, is the 年初预算数 of the self-evaluation;
  /// its 全年预算数 may be another.
  const Statement* set_in_budget(const Cell& cell) const {
    const Member initial("initial"), of_year("adjusted");
    const auto& stage = cell[Dimension::stage];
    if (is_budget(reading_)) return printed_there(stage == of_year ? cell.with(Dimension::stage, initial) : cell);
    if (stage == of_year) return nullptr;
    const Statement* there = printed_there(cell);
    return there != nullptr || stage != initial ? there : printed_there(cell.with(Dimension::stage, of_year));
  }

  /// 年初结转和结余 is what last year's accounts closed with.
  void carried_over(Statement& own) {
    if (own.cell[Dimension::flow].name() != "opening" || own.cell[Dimension::stage].name() != "outturn") return;
    const int year = reading_.recognition.year;
    const Cell closing =
        own.cell.with(Dimension::flow, Member("closing")).with(Dimension::year, Member(std::to_string(year - 1)));
    const Statement* there = printed_there(closing);
    if (there != nullptr) compare(own, *there, {{0, 1}, {1, -1}}, {&own, there}, "年初结转和结余 = 上年年末结转和结余");
  }

  void change(Statement& claim) {
    const auto subject = own_.value_near(claim.cell, claim);
    const Statement* there = printed_there(claim.base);
    if (!subject || there == nullptr) return;
    const int sign = claim.direction < 0 ? -1 : 1;
    compare(claim, *there, {{0, 1}, {2, -sign}, {1, sign}}, {&claim, there, &reading_.facts.statements[*subject]},
            "增减额 = 本数 - 上年文件中的数");
  }

  /// A law over the figures `of`, the first of which is ours and the second theirs.
  void compare(Statement& own, const Statement& there, std::vector<laws::Term> terms,
               const std::vector<const Statement*>& of, const std::string& name) {
    Law law;
    law.name = name;
    law.severe = false;
    law.rule = of.size() == 2 ? laws::Rule::agreement : laws::Rule::change;
    law.terms = std::move(terms);
    std::vector<cube::Quantity> figures;
    for (const auto* statement : of) figures.push_back(statement->quantity);
    const auto outcome = laws::judge(law, figures).outcome;
    if (outcome != laws::Outcome::untestable) own.state = cube::State::bound;
    if (outcome == laws::Outcome::broken) tell(own, there, law, figures);
  }

  /// What several places repeat is told once, with its places.
  void tell(const Statement& own, const Statement& there, const Law& law, const std::vector<cube::Quantity>& figures) {
    const auto key = cube::to_string(own.cell) + "|" + cube::to_string(there.cell) + "|" + own.quantity.spell();
    if (const auto known = told_.find(key); known != told_.end()) {
      findings_[known->second].places.push_back(wider(own, reading_));
      return;
    }
    told_[key] = findings_.size();
    Finding finding = finding_on("cross-document", Severity::warning, own, reading_);
    if (const auto expected = laws::mend(law, figures, 0)) finding.expected = own.quantity.spell(*expected);
    finding.words["expected"] = finding.expected;
    finding.words["law"] = law.name;
    finding.words["other"] = spelled(there);
    finding.words["document"] = other_.path;
    Evidence evidence;
    evidence.law = law.name;
    for (const auto& figure : figures) evidence.figures.push_back(figure.spell());
    evidence.calculation = laws::spell(law, figures);
    finding.words["calculation"] = evidence.calculation;
    finding.because.push_back(std::move(evidence));
    finding.places.push_back(place_there(wider(there, *other_.reading), other_));
    findings_.push_back(std::move(finding));
  }

  profile::Reading& reading_;
  const Other& other_;
  Findings& findings_;
  Index own_, foreign_;
  std::map<std::string, std::size_t> told_;  ///< index of the finding
};

}  // namespace

cube::Place place_there(cube::Place place, const Other& other) {
  const auto origin = document::origin_of(other.reading->stream->document(), place.page);
  place.document = origin.path.empty() ? other.path : origin.path;
  place.page = origin.page;
  return place;
}

void find_across(profile::Reading& reading, const Other& other, Findings& findings) {
  if (reading.form() != nullptr && other.reading->form() != nullptr) AcrossTeller(reading, other, findings).run();
}

}  // namespace mingzhang::check
