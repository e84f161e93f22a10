// Journeys, receptions, vehicles and buildings: where there is none there is no money for it, and the other way round.
#include <array>
#include <set>

#include "check/describe.h"
#include "check/lawbook.h"
#include "check/parts.h"

namespace mingzhang::check {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::Statement;

/// What is counted beside the money of the same cell; "" is the money itself.
constexpr auto measures = std::to_array<std::string_view>({"groups", "batches", "visits", "vehicles", "area", ""});

class CountTeller {
 public:
  CountTeller(const profile::Reading& reading, Findings& findings)
      : reading_(reading), findings_(findings), index_(reading.facts) {}

  void run() {
    for (const auto& statement : reading_.facts.statements) {
      const auto measure = statement.cell[Dimension::measure].name();
      if (!is_value(statement) || measure.empty() || !is_counted(measure)) continue;
      const Cell money = statement.cell.with(Dimension::measure, Member());
      if (seen_.insert(money).second) compare(money);
    }
  }

 private:
  static bool is_counted(std::string_view measure) {
    return std::find(measures.begin(), measures.end(), measure) != measures.end();
  }

  bool is_zero(const Statement& statement) const { return statement.quantity.value.is_zero(); }

  /// All are zero, or none is. The fewer are told; of two the count.
  void compare(const Cell& money) {
    std::vector<const Statement*> zero, some;
    for (const auto measure : measures)
      if (const auto value = index_.value(money.with(Dimension::measure, Member(std::string(measure))))) {
        const auto& statement = reading_.facts.statements[*value];
        (is_zero(statement) ? zero : some).push_back(&statement);
      }
    if (!zero.empty() && !some.empty() && !is_allowed(zero)) {
      const bool zero_is_odd = zero.size() < some.size() || (zero.size() == some.size() && counts(*zero.front()));
      zero_is_odd ? tell(*zero.front(), *some.front()) : tell(*some.front(), *zero.front());
    }
    more_visits(money);
  }

  static bool counts(const Statement& statement) { return !statement.cell[Dimension::measure].is_root(); }

  /// Money of less than 50 元 is printed as 0.00, buildings may be used without being owned, and vehicles be given.
  static bool is_allowed(const std::vector<const Statement*>& zero) {
    const bool only_money = zero.size() == 1 && !counts(*zero.front());
    const auto item = zero.front()->cell[Dimension::item].name();
    return only_money && item != "abroad" && item != "reception";
  }

  /// Every group and every batch has a visitor.
  void more_visits(const Cell& money) {
    const auto visits = index_.value(money.with(Dimension::measure, Member("visits")));
    for (const auto* measure : {"groups", "batches"}) {
      const auto count = index_.value(money.with(Dimension::measure, Member(measure)));
      if (!visits || !count) continue;
      const auto &persons = reading_.facts.statements[*visits], &times = reading_.facts.statements[*count];
      if (persons.quantity.value < times.quantity.value && !is_zero(persons)) tell(persons, times);
    }
  }

  void tell(const Statement& odd, const Statement& other) {
    Finding finding = finding_on("count-money", Severity::warning, odd, reading_);
    finding.words["other"] = describe(other, reading_);
    finding.words["amount"] = spelled(other);
    finding.places.push_back(wider(other, reading_));
    findings_.push_back(std::move(finding));
  }

  const profile::Reading& reading_;
  Findings& findings_;
  Index index_;
  std::set<Cell> seen_;
};

}  // namespace

void find_wrong_counts(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) CountTeller(reading, findings).run();
}

}  // namespace mingzhang::check
