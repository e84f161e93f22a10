// What is said of goals and indicators when they are entered, and whenever it is asked.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cube/source.h"
#include "performance/plan.h"
#include "performance/query.h"
#include "performance/rules.h"

namespace mingzhang::performance {

enum class Gravity : std::uint8_t {
  refused,  ///< cannot be: it is not entered
  error,    ///< wrong as it stands, but more may follow (weights that do not sum yet)
  warning,  ///< probably wrong; a person decides
};

/// Codes are stable; `detail` is what is wrong, `expected` what it is held against.
struct Remark {
  std::string code;
  Gravity gravity = Gravity::warning;
  std::int64_t entry = 0;  ///< that it is about; 0: none in particular
  std::string field;       ///< of that entry
  std::string project, indicator;
  std::string detail, expected;
};

struct Examined {
  const Plan& plan;
  const Rules& rules;
  const cube::Source& figures;
  /// Throws BadQuery for a formula that asks what is not there.
  std::function<void(const Query&)> check_query;
};

/// In the order of the plan.
std::vector<Remark> examine(const Examined& examined);

}  // namespace mingzhang::performance
