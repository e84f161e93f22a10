// What the books hold of a year's performance: projects with their goals and indicators, and what was achieved.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "books/books.h"

namespace mingzhang::performance {

/// An actual value and where it comes from.
struct Achievement {
  std::int64_t entry = 0;  ///< 0: nothing is known yet
  std::string date;        ///< as of which day
  std::string actual;      ///< as printed
  std::string source, formula, calculation;
  std::string score;  ///< what a person awarded where no rule decides
};

struct PlannedIndicator {
  std::int64_t entry = 0;  ///< that sets it
  std::string level1, level2, name, target, basis, last, weight, method, evidence, formula;
  std::string start, due;  ///< 2025-03-01; empty: the whole year
  Achievement achieved;
  std::string reason, remedy;
  std::int64_t replaces = 0;  ///< the earlier entry that this one took the place of
};

struct PlannedProject {
  std::string name;  ///< of the whole unit: books::whole_unit
  std::string department, unit, goal, result;
  std::string person, trait, term, long_goal;  ///< 项目负责人, 项目性质, 项目期, 项目总目标
  std::int64_t goal_entry = 0;
  std::vector<PlannedIndicator> indicators;

  bool is_whole() const { return name == books::whole_unit; }
  const PlannedIndicator* find(std::string_view indicator) const;
};

struct Plan {
  int year = 0;
  std::vector<PlannedProject> projects;  ///< the whole unit first, then as they were entered
  /// Actual values of what is no indicator: entry, project, name.
  struct Stray {
    std::int64_t entry = 0;
    std::string project, name;
  };
  std::vector<Stray> strays;

  const PlannedProject* find(std::string_view project) const;
};

/// The last word on each thing counts. `until` (2025-09-30): only what was achieved by then; empty: all.
Plan load_plan(books::Books& books, int year, std::string_view until = {});

/// Years of which the books hold goals or indicators.
std::vector<int> planned_years(books::Books& books);

}  // namespace mingzhang::performance
