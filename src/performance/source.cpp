#include "performance/source.h"

#include "performance/evaluate.h"

namespace mingzhang::performance {

std::vector<cube::PerformanceTable> PerformanceSource::performance_tables(int year,
                                                                          cube::PerformanceTable::Stage stage) const {
  const Plan plan = load_plan(books_, year);
  if (stage == cube::PerformanceTable::Stage::target) return target_tables(plan, figures_, rules_, books_.file_name());
  std::vector<cube::PerformanceTable> tables;
  for (auto& evaluation : evaluate(plan, figures_, rules_, books_.file_name()))
    tables.push_back(std::move(evaluation.table));
  return tables;
}

}  // namespace mingzhang::performance
