#include <algorithm>

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
    if (is_value(statement)) values_[statement.cell].push_back(index);
    if (statement.kind == Kind::claim && statement.claim == Claim::change) changes_[statement.cell].push_back(index);
  }
}

const std::vector<std::uint32_t>* Index::values(const Cell& cell) const {
  const auto found = values_.find(cell);
  return found == values_.end() ? nullptr : &found->second;
}

std::optional<std::uint32_t> Index::value_near(const Cell& cell, const Statement& near) const {
  const auto* candidates = values(cell);
  if (candidates == nullptr) return std::nullopt;
  std::optional<std::uint32_t> best;
  const auto rank = [&](std::uint32_t index) {
    const Statement& statement = facts_.statements[index];
    if (statement.scope != near.scope) return statement.place.table.empty() ? -2'000'000'000L : -1'000'000'000L;
    const long gap = static_cast<long>(near.sentence) - static_cast<long>(statement.sentence);
    return gap >= 0 ? 1'000'000'000L - gap : gap;
  };
  for (const auto index : *candidates)
    if (!best || rank(index) > rank(*best)) best = index;
  return best;
}

std::optional<std::uint32_t> Index::value(const Cell& cell) const {
  const auto* candidates = values(cell);
  if (candidates == nullptr) return std::nullopt;
  for (const auto index : *candidates)
    if (!facts_.statements[index].place.table.empty()) return index;
  return candidates->front();
}

std::optional<std::uint32_t> Index::change(const Cell& cell, const Cell& base, const Statement* near) const {
  const auto found = changes_.find(cell);
  if (found == changes_.end()) return std::nullopt;
  std::optional<std::uint32_t> best;
  for (const auto index : found->second) {
    const Statement& statement = facts_.statements[index];
    if (statement.base != base) continue;
    if (near == nullptr) return index;
    if (statement.scope == near->scope && statement.sentence <= near->sentence) best = index;
  }
  return best;
}

}  // namespace mingzhang::check
