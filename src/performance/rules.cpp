#include "performance/rules.h"

#include <algorithm>

namespace mingzhang::performance {
namespace {

/// A rule of the pack that is none of the candidates becomes one: a place may allow what others have not been seen to
/// do.
void choose(scoring::Choice& choice, const std::string& id, const scoring::Pack& pack) {
  if (id.empty()) return;
  const auto found = std::find_if(choice.candidates.begin(), choice.candidates.end(),
                                  [&](const scoring::Rule& rule) { return rule.id == id; });
  choice.configured = static_cast<std::size_t>(found - choice.candidates.begin());
  if (found != choice.candidates.end()) return;
  const scoring::Rule* const rule = pack.rule(id);
  if (rule != nullptr)
    choice.candidates.push_back(*rule);
  else
    choice.configured.reset();
}

}  // namespace

std::optional<scoring::RuleSet> Rules::set_for(cube::PerformanceTable::Scope scope, int year) const {
  const scoring::RuleSet* const found = pack->find(scope, year);
  if (found == nullptr) return std::nullopt;
  scoring::RuleSet set = *found;
  choose(set.execution, execution, *pack);
  choose(set.at_most, at_most, *pack);
  return set;
}

std::optional<bool> Rules::method_fits(const std::string& method, cube::ValueType type,
                                       const scoring::RuleSet* set) const {
  const auto look = [&](const auto& methods) -> std::optional<bool> {
    const auto found = methods.find(method);
    if (found == methods.end()) return std::nullopt;
    return std::find(found->second.begin(), found->second.end(), type) != found->second.end();
  };
  if (set != nullptr)
    if (const auto known = look(set->methods)) return known;
  return look(taxonomy->methods);
}

}  // namespace mingzhang::performance
