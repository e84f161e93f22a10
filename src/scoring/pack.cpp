#include "scoring/pack.h"

#include <algorithm>

namespace mingzhang::scoring {

const RuleSet* Pack::find(cube::PerformanceTable::Scope scope, int year) const {
  const auto fits = [&](const RuleSet& set) {
    return (!set.scope || *set.scope == scope) && (year == 0 || (set.from <= year && year <= set.until));
  };
  const auto found = std::find_if(sets.rbegin(), sets.rend(), fits);
  return found == sets.rend() ? nullptr : &*found;
}

const Rule* Pack::rule(std::string_view wanted) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == wanted; });
  return found == rules.end() ? nullptr : &*found;
}

const Pack* Packs::find(std::string_view id) const {
  const auto found = std::find_if(packs_.begin(), packs_.end(), [&](const Pack& pack) { return pack.id == id; });
  return found == packs_.end() ? nullptr : &*found;
}

}  // namespace mingzhang::scoring
