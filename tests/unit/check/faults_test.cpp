// One slip is one finding, with what would be right.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "checked.h"

namespace mingzhang::check {
namespace {

using Faults = Checked;

const std::string rows =
    "合计\t\t10.00\t6.00\t4.00\n208\t社会保障和就业支出\t3.00\t3.00\t0.00\n20805\t行政事业单位养老支出\t3.00\t3.00\t0."
    "00\n"
    "2080505\t机关事业单位基本养老保险缴费支出\t3.00\t3.00\t0.00\n210\t卫生健康支出\t7.00\t3.00\t4.00\n"
    "21015\t医疗保障管理事务\t7.00\t3.00\t4.00\n2101501\t行政运行\t3.00\t3.00\t0.00\n2101506\t医疗保障经办事务\t4."
    "00\t0.00\t4.00\n";

TEST_F(Faults, NoneWhereAllAgrees) {
  EXPECT_EQ(
      found("二、收入情况\n本年收入 10.00 万元，财政拨款收入 6.00 万元，占 60.00%；其他收入 4.00 万元，占 40.00%。\n"
            "五、附表\n" +
            spent_head + rows),
      Words{});
}

TEST_F(Faults, OneSlipInATableIsOneFinding) {
  EXPECT_EQ(found("五、附表\n" + spent_head +
                  support::with(rows, "2101506\t医疗保障经办事务\t4.00", "2101506\t医疗保障经办事务\t4.80")),
            Words{"error closed-list 4.80 -> 4.00"});
  const auto& finding = *of_rule("closed-list");
  EXPECT_EQ(finding.because.size(), 2u);  // the row and the level above
  EXPECT_EQ(finding.places[0].table, "T2");
  EXPECT_EQ(finding.places[0].row, "2101506");
  EXPECT_EQ(finding.places[0].column, "本年支出/合计");
  EXPECT_EQ(finding.words.at("what"), "《支出决算表》“2101506 医疗保障经办事务”行“本年支出/合计”列");
  EXPECT_EQ(finding.section, "支出决算表");
}

TEST_F(Faults, OneSlipInTheNarrativeIsOneFinding) {
  EXPECT_EQ(
      found("二、收入情况\n本年收入 10.00 万元，财政拨款收入 6.50 万元，占 60.00%；其他收入 4.00 万元，占 40.00%。\n"),
      Words{"error closed-list 6.50 -> 6.00"});
  EXPECT_EQ(of_rule("closed-list")->words.at("what"), "“财政拨款收入”");
  EXPECT_EQ(of_rule("closed-list")->words.at("expected"), "6.00 万元");
}

TEST_F(Faults, ARateIsBlamedBeforeTheFiguresItFollowsFrom) {
  EXPECT_EQ(found("二、收入情况\n本年收入 10.00 万元，其他收入 10.00 万元，占 90.00%。\n"),
            Words{"error share 90.00 -> 100.00"});
}

TEST_F(Faults, CopiesThatAgreeAgainstOneSayWhatIsRight) {
  const std::string table =
      "收支总表\n项目\t行次\t决算数\n栏次\t\t1\n一、财政拨款收入\t1\t9.00\n二、其他收入\t2\t1.00\n本年收入合计\t3\t10."
      "00\n";
  EXPECT_EQ(found("二、收入情况\n本年收入 12.00 万元。\n五、附表\n" + table), Words{"error agreement 12.00 -> 10.00"});
  const auto& finding = *of_rule("agreement");
  EXPECT_EQ(finding.places.size(), 2u);
}

TEST_F(Faults, OneUnitOfTheLastPlaceIsANote) {
  EXPECT_EQ(found("二、收入情况\n本年收入 3.00 "
                  "万元。\n五、附表\n收支总表\n项目\t行次\t决算数\n栏次\t\t1\n本年收入合计\t3\t3.01\n"),
            Words{"note agreement 3.01 -> 3.00"});
  EXPECT_EQ(of_rule("agreement")->words.at("tail"), "尾差");
}

TEST_F(Faults, ALastDigitForcedToMakeAHundredIsANote) {
  EXPECT_EQ(found("二、收入情况\n本年收入 3000.00 万元，财政拨款收入 2000.00 万元，占 66.66%；其他收入 1000.00 "
                  "万元，占 33.34%。\n"),
            (Words{"note share 66.66 -> 66.67", "note share 33.34 -> 33.33"}));
}

TEST_F(Faults, LenientLawsAreWarnings) {
  EXPECT_EQ(found("一、总体情况\n本单位共有 3 人，编外 15 人。\n").at(0).substr(0, 20), "warning open-list 15");
}

TEST_F(Faults, LenientLawsDoNotDecideWhatIsWrong) {
  // The equation and the copy say 10; that 15 persons are more than 3 does not matter to them.
  EXPECT_EQ(
      found("一、总体情况\n2023年度收入总计 11.00 万元，支出总计 10.00 万元。本单位共有 3 人，编外 15 人。\n").size(),
      2u);
}

TEST_F(Faults, ARateOnBaseZeroIsItselfWrong) {
  EXPECT_EQ(found("一、总体情况\n2023年度收入总计 5.00 万元，支出总计 5.00 万元。年初预算 0.00 万元，完成预算的 "
                  "100.00%，差异率 100.00%。\n"),
            Words{"error completion 100.00"});  // as a deviation 100 % is custom
  EXPECT_EQ(of_rule("completion")->words.at("base_zero"), "0");
}

TEST_F(Faults, AnAmountInYuanAmongWanIsToldAndTakenAsWan) {
  EXPECT_EQ(found("二、收入情况\n本年收入 10.00 元，财政拨款收入 6.00 万元，占 60.00%；其他收入 4.00 万元，占 "
                  "40.00%。\n五、附表\n"
                  "收支总表\n项目\t行次\t决算数\n栏次\t\t1\n本年收入合计\t3\t10.00\n"),
            Words{"error unit-word 10.00 -> 10.00 万元"});
}

TEST_F(Faults, SmallAmountsInYuanAreLawful) {
  EXPECT_EQ(found("二、收入情况\n本年收入 10.00 元。\n"), Words{});
  EXPECT_EQ(found("二、收入情况\n其他收入 999999999999999.00 元，占 1.00%。\n"),
            Words{});  // ten thousand times does not fit
}

TEST_F(Faults, BoundFiguresAreThoseOfEvaluatedLaws) {
  const auto& result = checked(
      "二、收入情况\n本年收入 10.00 万元，其他收入 10.00 万元，占 100.00%。\n一、总体情况\n下设 2 "
      "个科室：甲科、乙科。\n");
  EXPECT_EQ(result.coverage.bound, 3u);
  EXPECT_EQ(result.coverage.placed, 1u);
  EXPECT_EQ(result.coverage.numbers, 4u);
}

TEST_F(Faults, IdsAreStableAndUnique) {
  const std::string text = "五、附表\n" + spent_head +
                           "合计\t\t10.00\t5.00\t4.00\n210\t卫生健康支出\t10.00\t5.00\t4.00\n，，\n" + "说明，，，，\n";
  const auto first = checked(text).findings;
  const auto again = checked(text).findings;
  std::set<std::string> ids;
  for (std::size_t index = 0; index < first.size(); ++index) {
    EXPECT_EQ(first[index].id, again[index].id);
    EXPECT_TRUE(ids.insert(first[index].id).second) << first[index].id;
  }
  EXPECT_TRUE(ids.count("punctuation:10") && ids.count("punctuation:10:2")) << testing::PrintToString(ids);
  // A line added far above does not change the name of what stands in a table.
  const auto moved = checked("说明。\n" + text).findings;
  const auto in_table = std::find_if(moved.begin(), moved.end(), [](auto& f) { return f.rule == "closed-list"; });
  ASSERT_NE(in_table, moved.end());
  EXPECT_TRUE(ids.count(in_table->id)) << in_table->id;
}

TEST_F(Faults, StandInTheOrderOfTheDocument) {
  const auto& findings =
      checked("一、总体情况\n2023年度收入总计 11.00 万元，支出总计 10.00 万元，，\n二、收入情况\n文字。。\n").findings;
  for (std::size_t index = 1; index < findings.size(); ++index)
    EXPECT_LE(findings[index - 1].places.at(0).line, findings[index].places.at(0).line);
}

// Claims asked all copies of a cell, and slips of the unit all others: both grew with the square.
TEST_F(Faults, AreFoundInBoundedTime) {
  std::string text = "二、收入情况\n";
  for (int i = 0; i < 60'000; ++i) text += "其他收入1元,占1%，主要原因是增加。";
  EXPECT_GT(checked(text + "\n").coverage.numbers, 100'000u);
}

}  // namespace
}  // namespace mingzhang::check
