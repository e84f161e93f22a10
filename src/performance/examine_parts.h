// The steps of examining. For examine*.cpp only.
#pragma once

#include "cube/performance_value.h"
#include "performance/examine.h"

namespace mingzhang::performance {

/// One indicator with what its target says.
struct Row {
  const PlannedProject* project = nullptr;
  const PlannedIndicator* planned = nullptr;
  cube::PerformanceValue target;
  std::string name;  ///< normalised
};

class Remarks {
 public:
  explicit Remarks(std::vector<Remark>& all) : all_(all) {}
  void about(const Row& row, Gravity gravity, std::string code, std::string field, std::string detail,
             std::string expected = {});
  void about(const PlannedProject& project, Gravity gravity, std::string code, std::int64_t entry, std::string field,
             std::string detail, std::string expected = {});

 private:
  std::vector<Remark>& all_;
};

bool is_number(const cube::PerformanceValue& value);
/// Bytes of the longest run of characters that both have.
std::size_t common_run(std::string_view a, std::string_view b);

// examine_rows.cpp: each indicator alone
void examine_row(const Examined& examined, const Row& row, const scoring::RuleSet* set, Remarks& remarks);
// examine_tables.cpp: indicators against each other, weights
void examine_weights(const Examined& examined, const PlannedProject& project, const scoring::RuleSet* set,
                     Remarks& remarks);
void examine_repeats(const std::vector<Row>& rows, Remarks& remarks);
// examine_goals.cpp: goals and amounts against indicators and the project list
void examine_goal(const Examined& examined, const PlannedProject& project, const std::vector<Row>& rows,
                  Remarks& remarks);
void examine_money(const Examined& examined, const PlannedProject& project, Remarks& remarks);

}  // namespace mingzhang::performance
