#include <algorithm>
#include <tuple>

#include "check/lawbook.h"

namespace mingzhang::check {

using cube::Cell;
using cube::Claim;
using cube::Kind;
using cube::Statement;

bool is_value(const Statement& statement) {
  return statement.kind == Kind::value && statement.has_figure && statement.relation == cube::Relation::equal;
}

Index::Index(const cube::Facts& facts) : facts_(facts) {
  for (std::uint32_t index = 0; index < facts.statements.size(); ++index) {
    const Statement& statement = facts.statements[index];
    if (is_value(statement)) values_[statement.cell].all.push_back(index);
    if (statement.kind == Kind::claim && statement.claim == Claim::change)
      changes_[statement.cell][statement.base].all.push_back(index);
  }
  for (auto& [cell, copies] : values_) sort(copies);
  for (auto& [cell, bases] : changes_)
    for (auto& [base, copies] : bases) sort(copies);
}

void Index::sort(Copies& copies) const {
  copies.by_scope = copies.all;
  std::sort(copies.by_scope.begin(), copies.by_scope.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Statement &x = facts_.statements[a], &y = facts_.statements[b];
    return std::tie(x.scope, x.sentence, a) < std::tie(y.scope, y.sentence, b);
  });
}

/// The first of those in a scope, from a sentence on.
Index::Position Index::from(const Copies& copies, const std::string& scope, std::uint32_t sentence) const {
  return std::lower_bound(copies.by_scope.begin(), copies.by_scope.end(), std::tie(scope, sentence),
                          [&](std::uint32_t index, const auto& wanted) {
                            const Statement& here = facts_.statements[index];
                            return std::tie(here.scope, here.sentence) < wanted;
                          });
}

const std::vector<std::uint32_t>* Index::values(const Cell& cell) const {
  const auto found = values_.find(cell);
  return found == values_.end() ? nullptr : &found->second.all;
}

std::optional<std::uint32_t> Index::value_near(const Cell& cell, const Statement& near) const {
  const auto found = values_.find(cell);
  if (found == values_.end()) return std::nullopt;
  const Copies& copies = found->second;
  const auto begin = from(copies, near.scope, 0), after = from(copies, near.scope, near.sentence + 1);
  if (after != begin) return *from(copies, near.scope, facts_.statements[*std::prev(after)].sentence);
  const bool later = begin != copies.by_scope.end() && facts_.statements[*begin].scope == near.scope;
  return later ? *begin : value(cell);
}

std::optional<std::uint32_t> Index::value(const Cell& cell) const {
  const auto* candidates = values(cell);
  if (candidates == nullptr) return std::nullopt;
  for (const auto index : *candidates)
    if (!facts_.statements[index].place.table.empty()) return index;
  return candidates->front();
}

std::optional<std::uint32_t> Index::change(const Cell& cell, const Cell& base, const Statement* near) const {
  const auto bases = changes_.find(cell);
  if (bases == changes_.end()) return std::nullopt;
  const auto found = bases->second.find(base);
  if (found == bases->second.end()) return std::nullopt;
  const Copies& copies = found->second;
  if (near == nullptr) return copies.all.front();
  const auto begin = from(copies, near->scope, 0), after = from(copies, near->scope, near->sentence + 1);
  if (after == begin) return std::nullopt;
  return *std::prev(after);
}

}  // namespace mingzhang::check
