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
    if (is_value(statement)) values_[statement.cell].in_order.push_back(index);
    if (statement.kind == Kind::claim && statement.claim == Claim::change)
      changes_[statement.cell].in_order.push_back(index);
  }
  sort(values_);
  sort(changes_);
}

/// A hostile document says one thing a hundred thousand times, so that nothing may look at all copies for each of them.
void Index::sort(Map& map) const {
  const auto key = [&](std::uint32_t index) {
    return std::tie(facts_.statements[index].scope, facts_.statements[index].sentence);
  };
  for (auto& [cell, copies] : map) {
    const auto table = std::find_if(copies.in_order.begin(), copies.in_order.end(),
                                    [&](std::uint32_t index) { return !facts_.statements[index].place.table.empty(); });
    copies.best = table != copies.in_order.end() ? *table : copies.in_order.front();
    copies.by_scope = copies.in_order;
    std::stable_sort(copies.by_scope.begin(), copies.by_scope.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  }
}

const std::vector<std::uint32_t>* Index::values(const Cell& cell) const {
  const auto found = values_.find(cell);
  return found == values_.end() ? nullptr : &found->second.in_order;
}

Index::Nearby Index::nearby(const Copies& copies, const Statement& near) const {
  const auto statement = [&](std::uint32_t index) -> const Statement& { return facts_.statements[index]; };
  const auto& all = copies.by_scope;
  const auto begin = std::lower_bound(all.begin(), all.end(), near.scope, [&](std::uint32_t index, const auto& scope) {
    return statement(index).scope < scope;
  });
  const auto end = std::upper_bound(begin, all.end(), near.scope, [&](const auto& scope, std::uint32_t index) {
    return scope < statement(index).scope;
  });
  const auto later = std::upper_bound(begin, end, near.sentence, [&](std::uint32_t sentence, std::uint32_t index) {
    return sentence < statement(index).sentence;
  });
  return {begin, later, end};
}

std::optional<std::uint32_t> Index::value_near(const Cell& cell, const Statement& near) const {
  const auto found = values_.find(cell);
  if (found == values_.end()) return std::nullopt;
  const Nearby here = nearby(found->second, near);
  if (here.begin == here.end) return found->second.best;
  if (here.later == here.begin) return *here.begin;
  // The first of the nearest sentence.
  const auto sentence = facts_.statements[*(here.later - 1)].sentence;
  return *std::lower_bound(here.begin, here.later, sentence, [&](std::uint32_t index, std::uint32_t wanted) {
    return facts_.statements[index].sentence < wanted;
  });
}

std::optional<std::uint32_t> Index::value(const Cell& cell) const {
  const auto found = values_.find(cell);
  if (found == values_.end()) return std::nullopt;
  return found->second.best;
}

std::optional<std::uint32_t> Index::change(const Cell& cell, const Cell& base, const Statement* near) const {
  const auto found = changes_.find(cell);
  if (found == changes_.end()) return std::nullopt;
  const auto on_base = [&](std::uint32_t index) { return facts_.statements[index].base == base; };
  if (near == nullptr) {
    const auto& all = found->second.in_order;
    const auto first = std::find_if(all.begin(), all.end(), on_base);
    return first == all.end() ? std::nullopt : std::optional(*first);
  }
  const Nearby here = nearby(found->second, *near);
  for (auto before = here.later; before != here.begin;)
    if (on_base(*--before)) return *before;
  return std::nullopt;
}

}  // namespace mingzhang::check
