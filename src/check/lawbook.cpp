#include "check/lawbook.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "profile/read_clauses.h"

namespace mingzhang::check {
namespace {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::Statement;
using laws::Form;
using laws::Law;
using laws::Rule;
using laws::Term;

constexpr std::size_t max_pairs = 8;  // copies of one cell that are compared each with each

class Builder {
 public:
  explicit Builder(const profile::Reading& reading) : reading_(reading), facts_(reading.facts), index_(facts_) {
    figure_of_.assign(facts_.statements.size(), laws::no_cell);
    std::unordered_map<Cell, std::uint32_t, cube::CellHash> cells;
    for (std::uint32_t statement = 0; statement < facts_.statements.size(); ++statement) add_figure(statement, cells);
  }

  Lawbook run() {
    note_doubts();
    for (const auto& here : facts_.statements)
      if (here.claim == Claim::direction && here.direction == 0 && here.base == with_last_year(here.cell))
        unchanged_.insert(here.cell);
    add_agreements();
    for (const auto& list : facts_.lists) add_list(list);
    for (std::uint32_t statement = 0; statement < facts_.statements.size(); ++statement) add_claim(statement);
    if (reading_.form() != nullptr)
      for (const auto& equation : reading_.form()->equations) add_equations(equation);
    allow_forced_shares();
    if (reading_.form() == nullptr) soften_claims();
    return std::move(book_);
  }

 private:
  /// Without a form nobody knows what a sentence speaks of: its claims are probable only. Lists are what the tables
  /// themselves have proven.
  void soften_claims() {
    for (auto& law : book_.laws)
      if (!law.list) law.severe = false;
  }

  const Statement& statement(std::uint32_t index) const { return facts_.statements[index]; }

  void add_figure(std::uint32_t index, std::unordered_map<Cell, std::uint32_t, cube::CellHash>& cells) {
    const Statement& here = statement(index);
    if (!here.has_figure || here.kind == Kind::wording) return;
    laws::Figure figure;
    figure.quantity = here.quantity;
    figure.order = index;
    figure.cell = laws::no_cell;
    if (here.kind == Kind::value)
      figure.cell = cells.emplace(here.cell, static_cast<std::uint32_t>(cells.size())).first->second;
    if (here.kind == Kind::claim) figure.derived = here.claim == Claim::change ? 1 : 2;
    figure.never_negative = here.kind == Kind::claim && here.claim != Claim::deviation;
    figure_of_[index] = static_cast<std::uint32_t>(book_.figures.size());
    book_.figures.push_back(figure);
    book_.statements.push_back(index);
  }

  Term term(std::uint32_t statement_index, int sign) const { return {figure_of_[statement_index], sign}; }

  void add_agreements() {
    std::map<Cell, std::vector<std::uint32_t>> copies;
    for (std::uint32_t index = 0; index < facts_.statements.size(); ++index)
      if (is_value(statement(index))) copies[statement(index).cell].push_back(index);
    for (const auto& [cell, all] : copies) {
      for (std::size_t a = 0; a < all.size(); ++a) {
        const std::size_t reach = all.size() <= max_pairs ? all.size() : std::min(all.size(), a + 3);
        for (std::size_t b = a + 1; b < reach; ++b) add_agreement(all[a], all[b]);
      }
    }
  }

  void add_agreement(std::uint32_t a, std::uint32_t b) {
    Law law;
    law.rule = Rule::agreement;
    law.name = "同一数据前后一致";
    law.terms = {term(a, 1), term(b, -1)};
    book_.laws.push_back(std::move(law));
  }

  void add_list(const cube::List& list) {
    Law law;
    law.rule = laws::rule_named(list.rule).value_or(list.closed ? Rule::closed_list : Rule::open_list);
    law.name = list.law;
    law.open = !list.closed;
    law.list = true;
    law.severe = list.severe && !is_doubtful(list);
    law.terms.push_back(term(list.whole, 1));
    for (std::size_t part = 0; part < list.parts.size(); ++part)
      law.terms.push_back(term(list.parts[part], -list.signs[part]));
    book_.laws.push_back(std::move(law));
    if (list.closed) add_change_list(list);
  }

  /// Parts may stand where nobody read them: in sentences that no clause understood, or in the words of a reason
  /// or of a list of names that ran on over them.
  bool is_doubtful(const cube::List& list) const {
    const Statement& whole = statement(list.whole);
    if (!list.closed || !whole.place.table.empty()) return false;
    const bool one_sentence = std::all_of(list.parts.begin(), list.parts.end(), [&](auto part) {
      return statement(part).sentence == whole.sentence && statement(part).scope == whole.scope;
    });
    return (!one_sentence && unread_in_.count(whole.scope)) || (!list.absent.empty() && words_in_.count(whole.scope));
  }

  /// Sections with numbers that no clause understood, and those whose free words (reasons, names) hold amounts.
  void note_doubts() {
    for (const auto& section : reading_.sections) {
      if (section.begin >= section.end) continue;
      const auto& lines = reading_.stream->document().lines;
      const auto first = profile::position_of(lines[reading_.stream->line_at(section.begin)]);
      const auto last = profile::position_of(lines[reading_.stream->line_at(section.end - 1)]);
      const bool unread = std::any_of(facts_.unread.begin(), facts_.unread.end(), [&](const auto& mention) {
        return profile::position_of(mention.place) >= first && profile::position_of(mention.place) <= last;
      });
      if (unread) unread_in_.insert(section.section->id);
    }
    constexpr std::string_view amount = "万元";
    for (const auto& here : facts_.statements)
      if (here.kind == cube::Kind::wording && here.place.table.empty() && here.text.find(amount) != std::string::npos)
        words_in_.insert(here.scope);
  }

  /// The changes of the parts make up the change of the whole, if all of them are printed.
  void add_change_list(const cube::List& list) {
    const Statement& whole = statement(list.whole);
    const Cell last = with_last_year(whole.cell);
    const auto total = index_.change(whole.cell, last, nullptr);
    Law law;
    law.rule = Rule::change;
    law.name = list.law + "（增减额）";
    law.sum_of = list.law;
    law.list = true;
    if (total) law.terms.push_back(signed_change(*total, 1));
    for (std::size_t part = 0; part < list.parts.size(); ++part) {
      const Statement& value = statement(list.parts[part]);
      const auto change = index_.change(value.cell, with_last_year(value.cell), nullptr);
      if (!change) {
        if (value.quantity.value.is_zero() || unchanged_.contains(value.cell)) continue;
        return;
      }
      law.terms.push_back(signed_change(*change, -list.signs[part]));
    }
    if (!total) {
      compare_changes(whole.cell, std::move(law));
    } else if (law.terms.size() > 1) {
      add_widened(std::move(law));
    }
  }

  /// Where the change of the whole is not printed, two enumerations of it still make up the same change.
  void compare_changes(const Cell& whole, Law law) {
    if (law.terms.empty()) return;
    const auto [other, first] = changes_of_parts_.emplace(whole, law);
    if (first) return;
    for (Term part : other->second.terms) {
      part.sign = -part.sign;
      law.terms.push_back(part);
    }
    add_widened(std::move(law));
  }

  Term signed_change(std::uint32_t index, int sign) const {
    return term(index, statement(index).direction < 0 ? -sign : sign);
  }

  /// A printed change may come from rounded figures: it counts as a whole unit when changes are summed.
  void add_widened(Law law) {
    law.slack = money::Decimal();
    for (const auto& part : law.terms) law.slack = law.slack + book_.figures[part.figure].quantity.half;
    book_.laws.push_back(std::move(law));
  }

  Cell with_last_year(const Cell& cell) const {
    return cell.with(Dimension::year, Member(std::to_string(reading_.recognition.year - 1)));
  }

  // ---- claims ----

  void add_claim(std::uint32_t index) {
    const Statement& claim = statement(index);
    if (claim.kind != Kind::claim || claim.claim == Claim::names) return;
    const auto subject = index_.value_near(claim.cell, claim);
    const auto base = index_.value_near(claim.base, claim);
    if (!subject) return;
    switch (claim.claim) {
      case Claim::change:
        if (base) add_change(claim, index, *subject, *base);
        break;
      case Claim::growth:
        add_growth(claim, index, *subject, base);
        break;
      case Claim::deviation:
        if (base) add_quotient(Rule::deviation, index, {term(*subject, 1), term(*base, -1)}, {term(*base, 1)});
        break;
      case Claim::completion:
        if (base) add_quotient(Rule::completion, index, {term(*subject, 1)}, {term(*base, 1)});
        break;
      case Claim::share:
        if (base) add_quotient(Rule::share, index, {term(*subject, 1)}, {term(*base, 1)});
        break;
      case Claim::direction:
        if (base) add_direction(claim, index, *subject, *base);
        break;
      case Claim::none:
      case Claim::names:
        break;
    }
  }

  void add_change(const Statement& claim, std::uint32_t index, std::uint32_t subject, std::uint32_t base) {
    Law law;
    law.rule = Rule::change;
    law.name = "增减额 = 本数 - 对比数";
    int sign = claim.direction < 0 ? -1 : 1;
    // The amount is right and the word beside it is not: that is for the law of direction, which judges the word.
    if (!is_change(claim, subject, base, sign) && is_change(claim, subject, base, -sign)) sign = -sign;
    law.terms = {term(index, 1), term(subject, -sign), term(base, sign)};
    book_.laws.push_back(std::move(law));
  }

  bool is_change(const Statement& claim, std::uint32_t subject, std::uint32_t base, int sign) const {
    Law law;
    law.terms = {{0, 1}, {1, -sign}, {2, sign}};
    const std::array figures = {claim.quantity, statement(subject).quantity, statement(base).quantity};
    return laws::judge(law, figures).outcome == laws::Outcome::holds;
  }

  /// Last year's value is seldom printed: it is this year's less the change of the same sentence.
  void add_growth(const Statement& claim, std::uint32_t index, std::uint32_t subject,
                  std::optional<std::uint32_t> base) {
    if (const auto change = index_.change(claim.cell, claim.base, &claim)) {
      // Where the words of rate and change contradict each other, that is told of the words; the rate is not wrong too.
      const int sign = statement(*change).direction < 0 ? -1 : 1;
      add_quotient(Rule::growth, index, {term(*change, sign)}, {term(subject, 1), term(*change, -sign)}, sign);
    } else if (base) {
      const int sign = claim.direction < 0 ? -1 : 1;
      add_quotient(Rule::growth, index, {term(subject, 1), term(*base, -1)}, {term(*base, 1)}, sign);
    }
  }

  void add_quotient(Rule rule, std::uint32_t result, std::vector<Term> numerator, std::vector<Term> denominator,
                    int sign = 1) {
    static const std::map<Rule, std::string> names = {{Rule::growth, "增减幅度 = 增减额 ÷ 上年数"},
                                                      {Rule::deviation, "预决算差异率 =（决算数 - 预算数）÷ 预算数"},
                                                      {Rule::completion, "完成率 = 决算数 ÷ 预算数"},
                                                      {Rule::share, "占比 = 部分 ÷ 总体"}};
    Law law;
    law.form = Form::quotient;
    law.rule = rule;
    law.name = names.at(rule);
    law.terms = std::move(numerator);
    law.denominator = std::move(denominator);
    law.result = figure_of_[result];
    law.result_sign = sign;
    book_.laws.push_back(std::move(law));
  }

  /// Shares of one whole that make exactly 100 were forced to: one of them may be a whole unit beside its quotient.
  void allow_forced_shares() {
    std::map<std::pair<std::string, Cell>, std::vector<std::size_t>> lists;
    for (std::size_t law = 0; law < book_.laws.size(); ++law) {
      if (book_.laws[law].rule != Rule::share) continue;
      const Statement& share = statement(book_.statements[book_.laws[law].result]);
      lists[{share.scope, share.base}].push_back(law);
    }
    for (const auto& [place, shares] : lists) {
      money::Decimal sum;
      for (const auto law : shares) sum = sum + book_.figures[book_.laws[law].result].quantity.value;
      if (shares.size() < 2 || sum != money::Decimal(100)) continue;
      for (const auto law : shares) book_.laws[law].slack = book_.figures[book_.laws[law].result].quantity.step();
    }
  }

  void add_direction(const Statement& claim, std::uint32_t index, std::uint32_t subject, std::uint32_t base) {
    Law law;
    law.form = Form::sign;
    law.rule = Rule::direction;
    law.name = "增减方向与数据一致";
    law.direction = claim.direction;
    law.terms = {term(subject, 1), term(base, -1)};
    book_.words.emplace(static_cast<std::uint32_t>(book_.laws.size()), index);
    book_.laws.push_back(std::move(law));
  }

  // ---- equations ----

  Cell document_cell(const Cell& cell) const {
    Cell whole;
    whole[Dimension::stage] = Member(reading_.form()->stage);
    whole[Dimension::year] = Member(std::to_string(reading_.recognition.year));
    return whole.with(profile::with_year(cell, reading_.recognition.year));
  }

  /// Terms that make up a cell: its figure, or for last year this year's figure less the printed change.
  bool add_terms(const Cell& cell, int sign, Law& law) const {
    if (const auto value = index_.value(cell)) {
      law.terms.push_back(term(*value, sign));
      return true;
    }
    const Cell now = cell.with(Dimension::year, Member(std::to_string(reading_.recognition.year)));
    if (now == cell || with_last_year(now) != cell) return false;
    const auto value = index_.value(now);
    const auto change = index_.change(now, cell, nullptr);
    if (!value || !change) return false;
    law.terms.push_back(term(*value, sign));
    law.terms.push_back(signed_change(*change, -sign));
    return true;
  }

  /// An equation, or one for every member of a dimension that the document names.
  void add_equations(const profile::PartsLaw& equation) {
    if (!equation.each) {
      add_equation(equation);
      return;
    }
    std::set<Member> members;
    for (const auto& here : facts_.statements)
      if (is_value(here) && !here.cell[*equation.each].is_root()) members.insert(here.cell[*equation.each]);
    for (const auto member : members) {
      profile::PartsLaw one = equation;
      one.name += "（" + std::string(member.name()) + "）";
      one.whole[*equation.each] = member;
      for (auto& part : one.parts) part[*equation.each] = member;
      add_equation(one);
    }
  }

  /// The figures of all members of a dimension, each once.
  bool add_members(const Cell& whole, Dimension dimension, Law& law) const {
    std::set<Cell> seen;
    for (const auto& here : facts_.statements) {
      if (!is_value(here) || here.cell[dimension].is_root() || !seen.insert(here.cell).second) continue;
      if (here.cell == whole.with(dimension, here.cell[dimension]))
        law.terms.push_back(term(*index_.value(here.cell), -1));
    }
    return law.terms.size() > 1;
  }

  /// A part that is not printed is zero only if some part is.
  void add_equation(const profile::PartsLaw& equation) {
    if (!equation.given.empty() && !premises_.count(equation.given)) return;
    Law law;
    // What follows from a premise is a sum like any other; an equation alone does not say which of its figures is the
    // sum.
    law.rule = !equation.closed ? Rule::open_list : equation.given.empty() ? Rule::equation : Rule::closed_list;
    law.name = equation.name;
    law.open = !equation.closed;
    law.list = law.open || law.rule == Rule::closed_list;
    law.given = !equation.given.empty();
    law.severe = equation.severe;
    if (!add_terms(document_cell(equation.whole), 1, law)) return;
    bool some = equation.tree && add_members(document_cell(equation.whole), *equation.tree, law);
    for (std::size_t part = 0; part < equation.parts.size(); ++part) {
      const bool found = add_terms(document_cell(equation.parts[part]), -equation.signs[part], law);
      if (!found && equation.complete) return;
      some = some || found;
    }
    if (!some) return;
    if (equation.premise)
      note_premise(equation.name, law);
    else
      book_.laws.push_back(std::move(law));
  }

  /// Not asked of the document: where it holds, the document follows it, and what is said of it in other figures must
  /// too.
  void note_premise(const std::string& name, const Law& law) {
    std::vector<cube::Quantity> quantities;
    for (const auto& figure : book_.figures) quantities.push_back(figure.quantity);
    const auto outcome = laws::judge(law, quantities).outcome;
    if (outcome == laws::Outcome::holds || outcome == laws::Outcome::tail) premises_.insert(name);
  }

  const profile::Reading& reading_;
  const cube::Facts& facts_;
  Index index_;
  std::vector<std::uint32_t> figure_of_;
  std::set<std::string> unread_in_, words_in_;  ///< ids of sections
  std::set<Cell> unchanged_;                    ///< said to be as last year
  std::set<std::string> premises_;              ///< names of those that hold
  std::map<Cell, Law> changes_of_parts_;        ///< by whole, as its first enumeration has them
  Lawbook book_;
};

}  // namespace

Lawbook build_lawbook(const profile::Reading& reading) {
  return Builder(reading).run();
}

}  // namespace mingzhang::check
