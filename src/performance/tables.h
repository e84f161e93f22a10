// A project's table without scores. Inside this room only.
#pragma once

#include "performance/evaluate.h"

namespace mingzhang::performance {

using Scope = cube::PerformanceTable::Scope;
using Stage = cube::PerformanceTable::Stage;

struct TableMaker {
  const cube::Source& figures;
  const Taxonomy& taxonomy;
  int year = 0;
  std::string books;  ///< name of the file

  cube::PerformanceTable table(const PlannedProject& project, Stage stage) const;
};

/// The indicators in the order of a table.
std::vector<const PlannedIndicator*> in_order(const PlannedProject& project, const Taxonomy& taxonomy);

}  // namespace mingzhang::performance
