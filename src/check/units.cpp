// Amounts in the wrong unit, 元 for 万元 or 万元 for 元: told once, and right for everything that follows.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "check/describe.h"
#include "check/parts.h"
#include "text/normal.h"

namespace mingzhang::check {
namespace {

using cube::Quantity;
using cube::Statement;

constexpr int wan = 4;

bool is_amount(const Statement& statement) {
  return is_value(statement) && statement.quantity.unit == "元" && !statement.quantity.value.is_zero();
}

// ---- units above tables

/// Figures of one table against the same cells elsewhere.
struct Votes {
  int same = 0, larger = 0, smaller = 0;  ///< elsewhere they are alike, ten thousand times as much, or as little
  int power = 0;                          ///< of the unit that is printed
};

/// The same digits under another unit; empty where there are too many of them.
std::optional<Quantity> shifted(Quantity quantity, int by) {
  try {
    quantity.value = quantity.value.shifted(by);
    quantity.half = quantity.half.shifted(by);
    quantity.power += by;
    return quantity;
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

/// As far as both are written.
bool is_same(const Quantity& a, const Quantity& b) {
  return a.interval().overlaps(b.interval());
}

/// `small` is exactly `large` under the smaller unit.
bool is_apart(const Quantity& small, const Quantity& large) {
  const auto same = shifted(small, wan);
  return same && is_same(*same, large);
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;  ///< indexes of statements

class TableUnits {
 public:
  TableUnits(profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {
    if (has_several_units()) find_pairs();
  }

  /// Of two tables that contradict each other alone the one is wrong that does not print the unit of the form; what is
  /// mended speaks for the others.
  void run() {
    constexpr int most_tables = 32;
    for (int turn = 0; turn < most_tables; ++turn) {
      const auto votes = votes_of_tables();
      const profile::TableRead* worst = nullptr;
      int most = 0;
      for (const auto& table : reading_.tables) {
        const auto found = votes.find(cube::Word(table.table->id));
        if (found == votes.end() || !is_wrong(found->second)) continue;
        const int weight = 2 * apart(found->second) + (found->second.power != table.table->power ? 1 : 0);
        if (weight <= most) continue;
        worst = &table;
        most = weight;
      }
      if (worst == nullptr) return;
      tell(*worst, votes.at(cube::Word(worst->table->id)).power);
    }
  }

 private:
  static int apart(const Votes& votes) { return votes.power == 0 ? votes.larger : votes.smaller; }

  static bool is_wrong(const Votes& votes) {
    constexpr int least = 2, times = 4;
    return apart(votes) >= least && apart(votes) > times * votes.same;
  }

  bool has_several_units() const {
    std::set<int> powers;
    for (const auto& statement : reading_.facts.statements)
      if (is_amount(statement)) powers.insert(statement.quantity.power);
    return powers.size() > 1;
  }

  /// Amounts that must be equal: copies of one cell, and what the form equates.
  void find_pairs() {
    const Lawbook book = build_lawbook(reading_);
    for (const auto& law : book.laws) {
      if (law.form != laws::Form::linear || law.open || law.terms.size() != 2) continue;
      if (law.terms[0].sign == law.terms[1].sign) continue;
      const auto first = book.statements[law.terms[0].figure], second = book.statements[law.terms[1].figure];
      const auto &a = reading_.facts.statements[first], &b = reading_.facts.statements[second];
      if (is_amount(a) && is_amount(b) && a.place.table != b.place.table)
        pairs_.insert(pairs_.end(), {{first, second}, {second, first}});
    }
    std::sort(pairs_.begin(), pairs_.end());
  }

  std::map<cube::Word, Votes> votes_of_tables() const {
    std::map<cube::Word, Votes> votes;
    for (auto pair = pairs_.begin(); pair != pairs_.end();) {
      const auto next = std::find_if(pair, pairs_.end(), [&](const auto& other) { return other.first != pair->first; });
      const Statement& here = reading_.facts.statements[pair->first];
      const auto [found, is_new] = votes.try_emplace(here.place.table);
      if (is_new) found->second.power = here.quantity.power;
      if (found->second.power == here.quantity.power) count(here, {pair, next}, found->second);
      pair = next;
    }
    return votes;
  }

  /// One vote of a figure, however many others it must equal.
  void count(const Statement& here, std::span<const Pair> pairs, Votes& votes) const {
    bool same = false, larger = false, smaller = false;
    for (const auto& pair : pairs) {
      const Quantity& other = reading_.facts.statements[pair.second].quantity;
      same = same || is_same(here.quantity, other);
      larger = larger || is_apart(here.quantity, other);
      smaller = smaller || is_apart(other, here.quantity);
    }
    if (same)
      ++votes.same;
    else if (larger || smaller)
      ++(larger ? votes.larger : votes.smaller);
  }

  void tell(const profile::TableRead& table, int power) {
    Finding finding = finding_at("table-unit", Severity::error, unit_of(table), table.table->title);
    finding.words["table"] = table.table->title;
    finding.stated = finding.words["stated"] = power == 0 ? "元" : "万元";
    finding.expected = finding.words["expected"] = power == 0 ? "万元" : "元";
    const int by = power == 0 ? wan : -wan;
    for (auto& statement : reading_.facts.statements) {
      const bool printed = is_value(statement) && statement.place.table == table.table->id;
      if (!printed || statement.quantity.unit != "元" || statement.quantity.power != power) continue;
      if (const auto meant = shifted(statement.quantity, by)) statement.quantity = *meant;
    }
    findings_.push_back(std::move(finding));
  }

  /// "单位：万元" above the rows; the title where no unit is printed.
  cube::Place unit_of(const profile::TableRead& table) const {
    constexpr std::string_view label = "单位", yuan = "元";
    const auto& lines = reading_.stream->document().lines;
    for (auto index = table.first_line; index <= table.last_line && index < lines.size(); ++index) {
      const std::string_view words = lines[index].text;
      const auto begin = words.rfind(label), end = words.rfind(yuan);
      if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
      return profile::place_in_line(lines[index], static_cast<std::uint32_t>(begin),
                                    static_cast<std::uint32_t>(end + yuan.size()));
    }
    return table.title;
  }

  profile::Reading& reading_;
  Findings& findings_;
  std::vector<Pair> pairs_;  ///< sorted, each in both directions
};

// ---- units behind single amounts of sentences

/// A slip of the unit is off by four places: some copy is at least a thousand times as much. Empty if this is none.
std::optional<cube::Quantity> in_wan(const cube::Quantity& yuan, const money::Decimal& largest_copy) {
  try {
    return largest_copy <= yuan.value.abs().shifted(3) ? std::nullopt : shifted(yuan, wan);
  } catch (const money::Overflow&) {
    return std::nullopt;
  }
}

}  // namespace

void mend_units(profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) TableUnits(reading, findings).run();
  if (reading.form() == nullptr || reading.form()->amount_unit != "万元") return;
  std::unordered_map<cube::Cell, money::Decimal, cube::CellHash> largest;
  for (const auto& statement : reading.facts.statements) {
    if (!is_value(statement)) continue;
    auto& most = largest[statement.cell];
    most = std::max(most, statement.quantity.value.abs());
  }
  for (auto& statement : reading.facts.statements) {
    const auto& quantity = statement.quantity;
    const bool yuan = is_value(statement) && quantity.unit == "元" && quantity.power == 0;
    if (!yuan || !statement.place.table.empty() || quantity.value.is_zero()) continue;
    const auto mended = in_wan(quantity, largest[statement.cell]);
    if (!mended) continue;
    Finding finding = finding_on("unit-word", Severity::error, statement, reading);
    statement.quantity = *mended;
    finding.expected = statement.quantity.spell() + " 万元";
    finding.words["expected"] = finding.expected;
    findings.push_back(std::move(finding));
  }
}

}  // namespace mingzhang::check
