// By what a year's performance is scored and checked: the pack of the place, the choices of the unit, the taxonomy.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cube/performance.h"
#include "performance/taxonomy.h"
#include "scoring/pack.h"

namespace mingzhang::performance {

struct Rules {
  const scoring::Pack* pack = nullptr;
  const Taxonomy* taxonomy = nullptr;
  /// Ids of rules that the unit scores by where its pack leaves several; empty: as the pack says.
  std::string execution, at_most;

  /// Empty if the pack says nothing of such tables.
  std::optional<scoring::RuleSet> set_for(cube::PerformanceTable::Scope scope, int year) const;
  /// Whether `method` can be applied to such a target; empty: nobody knows the method.
  std::optional<bool> method_fits(const std::string& method, cube::ValueType type, const scoring::RuleSet* set) const;
};

}  // namespace mingzhang::performance
