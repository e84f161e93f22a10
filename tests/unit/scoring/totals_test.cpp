#include <gtest/gtest.h>

#include "tables.h"

namespace mingzhang::scoring {
namespace {

cube::PerformanceTable usual() {
  cube::PerformanceTable out = table({
      indicator(">=6期", "5期", "20", "16.67", "产出指标"),
      indicator(">=96%", "83.27%", "30", "26.02", "产出指标"),
      indicator("有效提升", "有效提升", "30", "30", "效益指标"),
      indicator(">=90%", "98%", "10", "10", "满意度指标"),
  });
  out.money.push_back(execution("45.30", "31.44", "69.40%", "6.94"));
  out.total_weight = cell("100");
  out.total_score = cell("89.63分");
  return out;
}

TableJudgement of(const cube::PerformanceTable& table, std::string_view pack = "national") {
  return judged({table}, pack).tables.front();
}

TEST(Totals, AddThePrintedScoresNotTheRightOnes) {
  cube::PerformanceTable table = usual();
  table.indicators[1].score = cell("27.00");
  table.total_score = cell("90.61");
  const TableJudgement judgement = of(table);
  EXPECT_EQ(judgement.total.state, State::fits);
  EXPECT_EQ(judgement.total.calculation, "6.94 + 16.67 + 27.00 + 30 + 10 = 90.61");
  EXPECT_EQ(judgement.grade, "优");
}

TEST(Totals, AWrongTotalIsSure) {
  cube::PerformanceTable table = usual();
  table.total_score = cell("93.64");
  const Verdict total = of(table).total;
  EXPECT_EQ(total.state, State::broken);
  EXPECT_TRUE(total.sure);
  EXPECT_EQ(total.expected, number("89.63"));
}

TEST(Totals, OnlyRoundedScoresLeaveRoom) {
  cube::PerformanceTable table = usual();
  table.total_score = cell("89.64");
  EXPECT_EQ(of(table).total.state, State::tail);
  table.total_score = cell("89.6");
  EXPECT_EQ(of(table).total.state, State::tail);
  for (cube::Indicator& row : table.indicators) row.score = row.weight;
  table.money[0].score = cell("10");
  table.total_score = cell("100.01");
  EXPECT_EQ(of(table).total.state, State::broken);
}

TEST(Totals, AScoreThatIsMissingLeavesTheTotalOpen) {
  cube::PerformanceTable table = usual();
  table.indicators[0].score = cell("");
  EXPECT_EQ(of(table).total.state, State::undecidable);
  EXPECT_EQ(of(table).indicators[0].score.reason, Reason::not_printed);
}

TEST(Totals, WeightsAddUp) {
  EXPECT_EQ(of(usual()).weights.state, State::fits);
  cube::PerformanceTable table = usual();
  table.indicators[0].weight = cell("25");
  EXPECT_EQ(of(table).weights.reason, Reason::differs);
  EXPECT_EQ(of(table).weights.expected, number("105"));
  table.total_weight = cell("105");
  EXPECT_EQ(of(table).weights.reason, Reason::odd_total);
  EXPECT_EQ(of(table).weights.expected, number("100"));
}

TEST(Totals, TargetsHaveNoExecution) {
  cube::PerformanceTable table = usual();
  table.stage = cube::PerformanceTable::Stage::target;
  table.total_weight = cell("");
  EXPECT_EQ(of(table, "xinjiang").weights.state, State::fits);
  table.indicators[3].weight = cell("20");
  EXPECT_EQ(of(table, "xinjiang").weights.state, State::broken);
  EXPECT_EQ(of(table).weights.state, State::fits);  // elsewhere a hundred is known as well
}

TEST(Totals, BlocksFollowAScheme) {
  EXPECT_EQ(of(usual()).scheme_id, "satisfaction");
  cube::PerformanceTable table = usual();
  table.indicators[3].level1 = "效益指标";
  EXPECT_EQ(of(table).scheme_id, "plain");
  table.indicators[2].level1 = "成本指标";
  EXPECT_EQ(of(table).scheme.state, State::broken);
  EXPECT_FALSE(of(table).scheme.sure);
  EXPECT_EQ(of(table).scheme.calculation, "产出指标 50 + 成本指标 30 + 效益指标 10");
}

TEST(Totals, BlocksKeepWhatTheirNameDeclares) {
  cube::PerformanceTable table = usual();
  table.indicators[0].level1 = table.indicators[1].level1 = "产出指标（50分）";
  EXPECT_EQ(of(table).blocks.at(0).declared.state, State::fits);
  EXPECT_EQ(of(table).scheme_id, "satisfaction");
  table.indicators[1].weight = cell("25");
  EXPECT_EQ(of(table).blocks.at(0).declared.state, State::broken);
  EXPECT_EQ(of(table).blocks.at(1).declared.reason, Reason::not_printed);
}

}  // namespace
}  // namespace mingzhang::scoring
