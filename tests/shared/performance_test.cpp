// Performance tables of the shared documents whose rows are tabs: how many indicators, and what their weights make up.
#include <cstdlib>

#include "shared.h"

namespace mingzhang {
namespace {

struct Told {
  std::size_t indicators = 0;
  int weights = 0;        ///< of the indicators
  std::string execution;  ///< weight of the execution
  std::string total;
  friend bool operator==(const Told&, const Told&) = default;
};

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << told.indicators << " indicators, " << told.weights << " + " << told.execution << " of " << told.total;
}

std::vector<Told> tables(const profile::Reading& reading) {
  std::vector<Told> out;
  for (const auto& table : reading.performance) {
    Told told{table.indicators.size(), 0, {}, table.total_weight.text};
    for (const auto& row : table.indicators) told.weights += std::atoi(row.weight.text.c_str());
    for (const auto& row : table.money)
      if (row.member == "total" && row.part.empty()) told.execution = row.weight.text;
    out.push_back(told);
  }
  return out;
}

void expect_whole(const profile::Reading& reading) {
  for (const auto& table : reading.performance) {
    EXPECT_FALSE(table.subject.empty()) << table.title.line;
    EXPECT_FALSE(table.goal.empty()) << table.title.line;
    EXPECT_FALSE(table.result.empty()) << table.title.line;
    EXPECT_FALSE(table.total_score.empty()) << table.title.line;
    EXPECT_EQ(table.year.text, "2023") << table.title.line;
    for (const auto& row : table.indicators) {
      for (const auto* cell : {&row.name, &row.target, &row.actual, &row.weight, &row.score})
        EXPECT_FALSE(cell->empty()) << row.name.place.line;
      EXPECT_FALSE(row.level1.empty()) << row.name.place.line;
      EXPECT_FALSE(row.level2.empty()) << row.name.place.line;
    }
  }
  for (const auto& mention : reading.facts.unread) EXPECT_NE(mention.why, "performance-table") << mention.place.line;
}

TEST(SharedPerformance, ProjectsOfXinjiang) {
  if (!is_shared("seeds/003.txt")) GTEST_SKIP() << "no shared documents here";
  const auto document = read_shared("seeds/003.txt");
  EXPECT_EQ(tables(document.reading), (std::vector<Told>{{11, 90, "10", "100"},
                                                         {14, 90, "10", "100"},
                                                         {7, 90, "10", "100"},
                                                         {7, 90, "10", "100"},
                                                         {7, 90, "10", "100"},
                                                         {21, 90, "10", "100"}}));
  expect_whole(document.reading);
}

/// The indicators of the whole unit are printed with more points than their total.
TEST(SharedPerformance, UnitAndProjectsOfShaanxi) {
  if (!is_shared("seeds/004.txt")) GTEST_SKIP() << "no shared documents here";
  const auto document = read_shared("seeds/004.txt");
  EXPECT_EQ(
      tables(document.reading),
      (std::vector<Told>{{18, 110, "10", "100"}, {9, 90, "10", "100"}, {11, 90, "10", "100"}, {7, 90, "10", "100"}}));
  expect_whole(document.reading);
}

}  // namespace
}  // namespace mingzhang
