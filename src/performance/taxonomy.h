// The national taxonomy of indicators (data/performance/taxonomy.toml).
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "cube/performance.h"
#include "cube/performance_value.h"

namespace mingzhang::performance {

/// Data files of this room say something that cannot be; what() has file, line and column.
class BadData : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Taxonomy {
  struct Level1 {
    std::string name;
    bool whole = false;  ///< only of whole units
    std::vector<std::string> level2;
  };
  std::vector<Level1> levels;
  std::vector<std::string> cost_levels;                         ///< 二级指标 whose targets are upper limits
  std::vector<std::string> saved;                               ///< in names of what was saved, which has a lower one
  std::map<std::string, std::vector<cube::ValueType>> methods;  ///< 指标赋分规则: what it can be applied to
  struct Unit {
    std::vector<std::string> names, units;  ///< how names end; units of their dimension
  };
  std::vector<Unit> units;
  std::vector<std::string> up, down;  ///< words of direction in goals

  const Level1* find(std::string_view level1) const;
  /// Where rows stand in a table: levels in their order; unknown ones behind them.
  std::pair<std::size_t, std::size_t> position(std::string_view level1, std::string_view level2) const;
  bool is_cost(std::string_view level2) const;
};

/// Throws BadData.
Taxonomy load_taxonomy(std::string_view toml, const std::string& file);

}  // namespace mingzhang::performance
