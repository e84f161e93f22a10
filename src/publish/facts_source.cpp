#include "publish/facts_source.h"

#include <algorithm>
#include <set>

#include "profile/names.h"
#include "publish/kept_words.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Kind;
using cube::Member;
using cube::Statement;

FactsSource::FactsSource(const profile::Reading& reading) : reading_(reading) {
  take_values();
  take_claims();
  for (auto& kept : kept_words(reading)) words_.try_emplace({kept.role, kept.cell}, std::move(kept.words));
}

void FactsSource::take_values() {
  const auto take = [this](bool tables) {
    for (const auto& statement : reading_.facts.statements) {
      if (statement.kind != Kind::value || !statement.has_figure || statement.place.table.empty() == tables) continue;
      auto& figure = figures_[statement.cell];
      if (figure.places.empty()) {
        figure.quantity = statement.quantity;
        named_.push_back(statement.cell);
      }
      figure.places.push_back(statement.place);
    }
  };
  take(true);
  take(false);
}

void FactsSource::take_claims() {
  std::vector<const Statement*> changes, directions;
  for (const auto& statement : reading_.facts.statements) {
    if (statement.kind == Kind::wording && statement.role.str().ends_with("-name")) named_.push_back(statement.cell);
    if (statement.kind != Kind::claim || statement.claim == Claim::names) continue;
    money::Decimal value = statement.quantity.value;
    if (statement.claim == Claim::direction) value = money::Decimal(statement.direction);
    const bool signed_by_word = statement.claim == Claim::change || statement.claim == Claim::growth;
    if (signed_by_word && statement.direction < 0) value = -value;
    claims_.try_emplace({statement.claim, statement.cell, statement.base}, value);
    if (statement.claim == Claim::change) changes.push_back(&statement);
    if (statement.claim == Claim::direction && statement.direction == 0) directions.push_back(&statement);
  }
  for (const auto* change : changes) take_base(*change, claims_.at({Claim::change, change->cell, change->base}));
  for (const auto* direction : directions) take_base(*direction, money::Decimal());
}

void FactsSource::take_base(const Statement& claim, const money::Decimal& change) {
  const auto subject = figures_.find(claim.cell);
  if (subject == figures_.end() || figures_.count(claim.base) != 0) return;
  cube::Figure base;
  base.quantity = subject->second.quantity;
  base.quantity.value = base.quantity.value - change;
  base.places = {subject->second.places.front(), claim.place};
  figures_.emplace(claim.base, std::move(base));
  named_.push_back(claim.base);
}

std::optional<cube::Figure> FactsSource::figure(const Cell& cell) const {
  const auto found = figures_.find(cell);
  if (found == figures_.end()) return std::nullopt;
  return found->second;
}

namespace {

/// The cell lies within the slice; codes below a code do.
bool lies_within(const Cell& cell, const Cell& slice, Dimension but) {
  for (std::size_t index = 0; index < cube::dimension_count; ++index) {
    const auto dimension = static_cast<Dimension>(index);
    if (dimension == but) continue;
    const bool codes = dimension == Dimension::function || dimension == Dimension::economic;
    if (slice.at[index] == cell.at[index]) continue;
    if (dimension == Dimension::measure || dimension == Dimension::item) return false;
    if (slice.at[index].is_root()) continue;
    if (!codes || !cell.at[index].name().starts_with(slice.at[index].name())) return false;
  }
  return true;
}

bool is_code(std::string_view name) {
  return !name.empty() && name.front() >= '0' && name.front() <= '9';
}

}  // namespace

std::vector<Member> FactsSource::members(Dimension dimension, const Cell& within, std::size_t level) const {
  std::vector<Member> out;
  const auto add = [&](Member member) {
    if (std::find(out.begin(), out.end(), member) == out.end()) out.push_back(member);
  };
  for (const auto& cell : named_) {
    const Member member = cell[dimension];
    if (member.is_root() || !lies_within(cell, within, dimension)) continue;
    const auto name = member.name();
    if (!within[dimension].is_root() && !name.starts_with(within[dimension].name())) continue;
    if (level == 0 || name.size() == level)
      add(member);
    else if (is_code(name) && name.size() > level)
      add(Member(name.substr(0, level)));
  }
  if (std::all_of(out.begin(), out.end(), [](Member member) { return is_code(member.name()); }))
    std::sort(out.begin(), out.end());
  return out;
}

std::string FactsSource::words(std::string_view role, const Cell& cell) const {
  for (const Cell& at : {cell, Cell{}})
    if (const auto found = words_.find({std::string(role), at}); found != words_.end()) return found->second;
  return {};
}

std::vector<cube::PerformanceTable> FactsSource::performance_tables(int, cube::PerformanceTable::Stage stage) const {
  std::vector<cube::PerformanceTable> out;
  std::copy_if(reading_.performance.begin(), reading_.performance.end(), std::back_inserter(out),
               [stage](const auto& table) { return table.stage == stage; });
  return out;
}

std::optional<money::Decimal> FactsSource::stated(Claim claim, const Cell& subject, const Cell& base) const {
  const auto found = claims_.find({claim, subject, base});
  if (found == claims_.end()) return std::nullopt;
  return found->second;
}

bool FactsSource::prints_table(const std::string& id) const {
  return std::any_of(reading_.tables.begin(), reading_.tables.end(),
                     [&](const auto& read) { return read.table->id == id; });
}

}  // namespace mingzhang::publish
