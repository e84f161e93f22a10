// What the narrative says of performance: how many tables there are, their money, scores and grades, results, problems
// and measures, counted and gathered from the tables that another source has.
#pragma once

#include <vector>

#include "cube/source.h"
#include "publish/material.h"
#include "scoring/pack.h"

namespace mingzhang::publish {

/// Answers where the other source has nothing to say itself. The items of its cells (docs/profiles.md): `whole`,
/// `projects`, `project` with a name, `targets`, `evaluated`, `grade-excellent` ..., `fiscal-projects`,
/// `other-projects`. Words are those of slots called projects, content, problems and measures in the sections of
/// performance.
class PerformanceFigures final : public cube::Source {
 public:
  /// `source` and `pack` must live as long; without a pack there are no grades.
  PerformanceFigures(const cube::Source& source, const profile::Form& form, int year, const scoring::Pack* pack);

  std::optional<cube::Figure> figure(const cube::Cell& cell) const override;
  std::vector<cube::Member> members(cube::Dimension dimension, const cube::Cell& within,
                                    std::size_t level) const override;
  std::string words(std::string_view role, const cube::Cell& cell) const override;
  std::vector<cube::PerformanceTable> performance_tables(int year, cube::PerformanceTable::Stage stage) const override {
    return source_.performance_tables(year, stage);
  }

 private:
  using Tables = std::vector<const cube::PerformanceTable*>;

  /// The tables that an item speaks of; empty for an item that speaks of none.
  std::optional<Tables> tables_of(const cube::Cell& cell) const;
  std::string grade_of(const cube::PerformanceTable& table) const;
  std::optional<cube::Figure> amount(const Tables& tables, const cube::Cell& cell) const;
  std::optional<cube::Figure> score(const Tables& tables) const;
  std::optional<cube::Figure> share(const cube::Cell& cell) const;

  const cube::Source& source_;
  const profile::Form& form_;
  int year_;
  const scoring::Pack* pack_;
  std::vector<cube::PerformanceTable> targets_, evaluations_;
};

}  // namespace mingzhang::publish
