#include <gtest/gtest.h>

#include "tables.h"

namespace mingzhang::scoring {
namespace {

using Tables = std::vector<cube::PerformanceTable>;

const Verdict& score_of(const Judgement& judgement, std::size_t indicator = 0, std::size_t table = 0) {
  return judgement.tables.at(table).indicators.at(indicator).score;
}

Verdict only(cube::Indicator row, std::string_view pack = "national") {
  // A second table gives the document scores of two decimals.
  return score_of(judged({table({std::move(row)}), table({indicator("=1次", "1次", "5", "5.00")})}, pack));
}

TEST(Judge, SaysTheCalculation) {
  const Verdict verdict = only(indicator(">=98760人", "95311人", "10", "9.65"));
  EXPECT_EQ(verdict.state, State::fits);
  EXPECT_EQ(verdict.calculation, "95311 / 98760 × 10 = 9.65");
  EXPECT_EQ(verdict.expected, number("9.65"));
}

TEST(Judge, ComparesInOneUnit) {
  EXPECT_EQ(only(indicator(">=9.876万人", "95311人", "10", "9.65")).state, State::fits);
  EXPECT_EQ(only(indicator("<=0.5万元", "4000元", "10", "10")).state, State::fits);
  EXPECT_EQ(only(indicator(">=12人", "12次", "10", "10")).reason, Reason::other_dimension);
}

TEST(Judge, FullMarksForAMissedTargetAreWrongUnderEveryRule) {
  const Verdict verdict = only(indicator(">=98760人", "95311人", "15", "15"));
  EXPECT_EQ(verdict.state, State::broken);
  EXPECT_EQ(verdict.reason, Reason::missed_but_full);
  EXPECT_TRUE(verdict.sure);
  EXPECT_EQ(verdict.expected, number("14.48"));
}

TEST(Judge, AnotherScoreForAMissedTargetIsOnlySuspicious) {
  const Verdict verdict = only(indicator(">=200人", "90人", "10", "6"));
  EXPECT_EQ(verdict.state, State::broken);
  EXPECT_EQ(verdict.basis, Basis::configured);
  EXPECT_FALSE(verdict.sure);
}

TEST(Judge, AMetLimitEarnsEverything) {
  const Verdict verdict = only(indicator("<=7.50元", "2.25元", "10", "3.0"));
  EXPECT_EQ(verdict.state, State::broken);
  EXPECT_EQ(verdict.reason, Reason::met_but_not_full);
  EXPECT_EQ(verdict.basis, Basis::agreed);
  EXPECT_TRUE(verdict.sure);
  EXPECT_EQ(verdict.expected, number("10"));
}

TEST(Judge, ALimitThatWasExceededDoesNotEarnEverything) {
  const Verdict verdict = only(indicator("<=250万人", "=256.11 万人", "5", "5.00"));
  EXPECT_EQ(verdict.state, State::broken);
  EXPECT_EQ(verdict.reason, Reason::missed_but_full);
  EXPECT_TRUE(verdict.sure);
}

TEST(Judge, NothingDoneKeepsALimitButEarnsNothing) {
  EXPECT_EQ(only(indicator("<=4000元", "0元", "5", "0.00")).state, State::fits);
  EXPECT_EQ(only(indicator("<=4000元", "0元", "5", "5.00")).reason, Reason::not_done);
  EXPECT_EQ(only(indicator("<=4000元", "0元", "5", "2.50")).state, State::broken);
}

TEST(Judge, LeavesToAPersonWhatOnlyAPersonCanJudge) {
  EXPECT_EQ(only(indicator("=12期", "15期", "10", "10")).reason, Reason::beyond_target);
  EXPECT_EQ(only(indicator(">=100人次", "140人次", "10", "8.00")).reason, Reason::over_fulfilled);
  EXPECT_EQ(only(indicator(">=100人次", "140人次", "10", "10.00")).state, State::fits);
  EXPECT_EQ(only(indicator(">=100人次", "120人次", "10", "8.00")).state, State::broken);
  EXPECT_EQ(only(indicator("有效提升", "有效提升", "10", "9")).reason, Reason::judgement);
  EXPECT_EQ(only(indicator("有效提升", "有效提升", "10", "10")).state, State::fits);
  EXPECT_EQ(only(indicator("<=预算", "57.00万元", "5", "5")).reason, Reason::judgement);
  EXPECT_EQ(only(indicator("90万元", "31.27万元", "10", "10", "产出指标", "成本指标")).reason, Reason::judgement);
  EXPECT_EQ(only(indicator("每月20日前", "100%", "10", "10")).reason, Reason::judgement);
  EXPECT_EQ(only(indicator("2030年6月底前", "2030年7月2日", "10", "8")).reason, Reason::judgement);
}

TEST(Judge, ScoresStayWithinTheirWeight) {
  for (const char* score : {"10.01", "-1"}) {
    const Verdict verdict = only(indicator("有效提升", "有效提升", "10", score));
    EXPECT_EQ(verdict.reason, Reason::out_of_range) << score;
    EXPECT_TRUE(verdict.sure);
  }
}

TEST(Judge, FewerDecimalsThanElsewhereAreARounding) {
  const auto state = [](std::string score) { return only(indicator(">=98760人", "95360人", "10", score)).state; };
  EXPECT_EQ(state("9.66"), State::fits);  // 9.6557
  EXPECT_EQ(state("9.7"), State::tail);
  EXPECT_EQ(state("9.65"), State::tail);  // cut off
  EXPECT_EQ(state("9.67"), State::broken);
  EXPECT_EQ(state("9.6"), State::broken);
}

TEST(Judge, ARuleProvedByOtherRowsIsSure) {
  const Judgement judgement = judged({table({
      indicator(">=96%", "83.27%", "10", "8.67"),
      indicator(">=90%", "30.15%", "5", "1.68"),
      indicator(">=80%", "70.5%", "10", "8.90"),
  })});
  ASSERT_EQ(judgement.inferences.size(), 1U);
  EXPECT_EQ(judgement.inferences[0].state, Inference::State::majority);
  EXPECT_EQ(judgement.inferences[0].rules, std::vector<std::string>{"linear"});
  EXPECT_EQ(score_of(judgement, 0).state, State::fits);
  const Verdict& wrong = score_of(judgement, 2);
  EXPECT_EQ(wrong.state, State::broken);
  EXPECT_EQ(wrong.basis, Basis::document);
  EXPECT_TRUE(wrong.sure);
  EXPECT_EQ(wrong.expected, number("8.81"));
  EXPECT_EQ(wrong.evidence, (std::vector<RowRef>{{0, 0}, {0, 1}}));
}

TEST(Judge, TwoRowsThatContradictEachOtherProveNothing) {
  const Judgement judgement = judged({table({
      indicator(">=96%", "83.27%", "10", "8.67"),
      indicator(">=80%", "70.5%", "10", "6.00"),
  })});
  EXPECT_EQ(judgement.inferences.at(0).state, Inference::State::none);
  EXPECT_FALSE(score_of(judgement, 1).sure);
}

TEST(Judge, OtherKindsOfRowLendTheirRule) {
  // No rule makes 9 of 15 out of 213 / 450; that missed targets are scored by completion is shown by the project.
  const Judgement judgement = judged({
      table({indicator("=450人", "213人", "15", "9")}, Scope::whole),
      table({indicator(">=98760人", "95311人", "10", "9.65")}),
  });
  const Verdict& verdict = score_of(judgement);
  EXPECT_EQ(verdict.basis, Basis::related);
  EXPECT_EQ(verdict.rule, "linear");
  EXPECT_EQ(verdict.expected, number("7.10"));
  EXPECT_TRUE(verdict.sure);
  EXPECT_EQ(verdict.evidence, (std::vector<RowRef>{{1, 0}}));
}

TEST(Judge, WordsOfQualityHaveBands) {
  const auto complete = [](std::string score) { return indicator("有效提升", "完全达到预期", "40", std::move(score)); };
  const Judgement judgement = judged({table({complete("40.00"), complete("40.00"), complete("40.00"), complete("35.00"),
                                             indicator("有效提升", "未达到预期", "10", "10.00"),
                                             indicator("有效提升", "部分达到预期", "10", "9.00")})});
  EXPECT_EQ(score_of(judgement, 0).state, State::fits);
  EXPECT_EQ(score_of(judgement, 3).reason, Reason::outside_band);
  EXPECT_TRUE(score_of(judgement, 3).sure);
  EXPECT_EQ(score_of(judgement, 3).expected, number("40"));
  EXPECT_TRUE(score_of(judgement, 4).sure);
  EXPECT_EQ(score_of(judgement, 5).state, State::broken);
  EXPECT_FALSE(score_of(judgement, 5).sure);
  EXPECT_EQ(score_of(judgement, 5).calculation, "部分达到预期 → 6–8");
  EXPECT_FALSE(only(complete("35.00")).sure);  // nothing in the document shows how it scores the word
}

TEST(Judge, ExecutionByTheRuleOfTheDocument) {
  const Judgement judgement =
      judged({executed("63.00", "45.00", "71.43%", "2.86"), executed("518.20", "499.31", "96.35%", "9.09"),
              executed("80.00", "60.00", "75.00%", "7.50")},
             "xinjiang");
  EXPECT_EQ(judgement.inferences.at(0).rules, std::vector<std::string>{"floor-60"});
  const Verdict& wrong = judgement.tables[2].execution;
  EXPECT_EQ(wrong.state, State::broken);
  EXPECT_TRUE(wrong.sure);
  EXPECT_EQ(wrong.expected, number("3.75"));
  EXPECT_EQ(wrong.calculation, "(60.00 / 80.00 - 60%) / 40% × 10 = 3.75");
}

TEST(Judge, NoRuleOfExecutionIsAssumed) {
  const auto of = [](std::string score) {
    return judged({executed("80.00", "60.00", "75.00%", std::move(score))}, "xinjiang").tables[0].execution;
  };
  EXPECT_EQ(of("7.50").state, State::fits);
  EXPECT_EQ(of("3.75").state, State::fits);
  EXPECT_EQ(of("9.33").state, State::broken);
  EXPECT_FALSE(of("9.33").sure);
  EXPECT_EQ(of("10.00").reason, Reason::missed_but_full);
  EXPECT_TRUE(of("10.00").sure);
}

TEST(Judge, EitherRateMayEnterTheScore) {
  // 33.333...% and 33.3% give 3.33; a rate printed 33% gives up to 3.35.
  EXPECT_EQ(judged({executed("3.00", "1.00", "33.3%", "3.33")}).tables[0].execution.state, State::fits);
  EXPECT_EQ(judged({executed("3.00", "1.00", "33%", "3.30")}).tables[0].execution.state, State::fits);
}

TEST(Judge, WhatFitsEveryPossibleRuleFits) {
  // Scores without decimals near full execution: linear gives 9.94, a floor of 60 % gives 9.86, both print 10.
  const Judgement judgement =
      judged({executed("52.60", "52.30", "99.43%", "10"), executed("31.27", "31.27", "100%", "10")}, "shaanxi");
  EXPECT_EQ(judgement.inferences.at(0).state, Inference::State::several);
  for (const TableJudgement& table : judgement.tables) {
    EXPECT_EQ(table.execution.state, State::fits);
    EXPECT_EQ(table.execution.basis, Basis::agreed);
  }
}

TEST(Judge, TheRateIsThatOfTheAmounts) {
  const Verdict rate = judged({executed("80.00", "60.00", "57.00%", "7.50")}).tables[0].rate;
  EXPECT_EQ(rate.state, State::broken);
  EXPECT_EQ(rate.calculation, "60.00 / 80.00 = 75.00%");
  EXPECT_EQ(judged({executed("0.00", "0.00", "0.00%", "0")}).tables[0].rate.reason, Reason::no_base);
}

TEST(Judge, WhatIsTooLargeIsLeftAlone) {
  const Verdict verdict = only(indicator(">=9223372036854775807元", "9000000000000000000元", "10", "9.76"));
  EXPECT_EQ(verdict.reason, Reason::too_large);
}

TEST(Judge, MethodsFitTheirTargets) {
  cube::Indicator row = indicator("2030年11月底前", "", "10", "");
  row.method = cell("按照完成比例赋分");
  cube::PerformanceTable target = table({row, indicator("≥90%", "", "80", "")});
  target.stage = cube::PerformanceTable::Stage::target;
  const Judgement judgement = judged({target}, "xinjiang");
  EXPECT_EQ(judgement.tables[0].indicators[0].method_fits, false);
  EXPECT_EQ(judgement.tables[0].indicators[1].method_fits, std::nullopt);
  EXPECT_EQ(judgement.tables[0].weights.state, State::fits);
  EXPECT_EQ(judgement.tables[0].total.reason, Reason::not_printed);
}

}  // namespace
}  // namespace mingzhang::scoring
