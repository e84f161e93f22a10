#include "kept.h"
#include "performance/source.h"
#include "scoring/judge.h"

namespace mingzhang::performance {
namespace {

TEST(Plan, TheLastWordCountsAndWhatWasTakenBackDoesNot) {
  Kept kept;
  const auto first = kept.indicator("救助人次", "≥100人次", "20");
  const auto second = kept.indicator("救助人次", "≥120人次", "20");
  auto plan = load_plan(kept.books, 2030);
  ASSERT_EQ(plan.projects.size(), 1u);
  ASSERT_EQ(plan.projects[0].indicators.size(), 1u);
  EXPECT_EQ(plan.projects[0].indicators[0].target, "≥120人次");
  EXPECT_EQ(plan.projects[0].indicators[0].replaces, first);
  kept.desk.reverse(second, "误录", kept.problems);
  EXPECT_EQ(load_plan(kept.books, 2030).projects[0].indicators[0].target, "≥100人次");
  EXPECT_TRUE(load_plan(kept.books, 2031).projects.empty());
}

TEST(Plan, ActualValuesHoldFromTheirDay) {
  Kept kept;
  kept.indicator("救助人次", "≥120人次", "20");
  kept.actual("救助人次", "110人次", {{"date", "2030-12-31"}});
  kept.actual("救助人次", "50人次", {{"date", "2030-06-30"}});
  EXPECT_EQ(load_plan(kept.books, 2030).projects[0].indicators[0].achieved.actual, "110人次");
  EXPECT_EQ(load_plan(kept.books, 2030, "2030-09-30").projects[0].indicators[0].achieved.actual, "50人次");
  kept.actual("没有的指标", "1次");
  EXPECT_EQ(load_plan(kept.books, 2030).strays.size(), 1u);
}

TEST(Desk, RefusesProjectsThatAreNotListed) {
  Kept kept;
  EXPECT_EQ(kept.add("goal", {{"year", "2030"}, {"project", "城乡医疗救助项目"}, {"goal", "救助"}}), 0);
  EXPECT_EQ(kept.first_problem(), "project unlisted-project");
  EXPECT_EQ(kept.add("goal", {{"year", "2030"}, {"goal", "救助"}}), 0);
  EXPECT_EQ(kept.first_problem(), "project missing");
  EXPECT_NE(kept.add("goal", {{"year", "2030"}, {"project", "整体"}, {"goal", "保障"}}), 0);
  EXPECT_NE(kept.add("goal", {{"year", "2030"}, {"project_code", "001"}, {"goal", "救助"}}), 0);
  EXPECT_EQ(load_plan(kept.books, 2030).projects[1].name, "城乡医疗救助");
}

TEST(Evaluate, LevelsSpendWhatTheyAloneGranted) {
  Kept kept;
  kept.indicator("救助人次", "≥14人次", "50");
  const auto spent_of = [&](const std::string& member) {
    const auto evaluation = kept.only();
    for (const auto& row : evaluation.table.money)
      if (row.member == member) return row.spent.text;
    return std::string("no line");
  };
  EXPECT_EQ(spent_of("county"), "45.00");
  EXPECT_EQ(spent_of("central"), "no line");
  const auto central = [&](const std::string& kind, const std::string& amount) {
    Kept::expect(kept.add(kind, {{"year", "2030"},
                                 {"fund", "general"},
                                 {"level", "central"},
                                 {"function", "2101301"},
                                 {"dep_economic", "303"},
                                 {"project", "城乡医疗救助"},
                                 {"date", kind == "budget" ? "" : "2030-09-30"},
                                 {"amount", amount}}));
  };
  central("budget", "50000");
  EXPECT_EQ(spent_of("county"), "45.00") << "the payments are within what the county granted";
  EXPECT_EQ(spent_of("central"), "0.00");
  kept.money("payment", "200000");
  EXPECT_EQ(spent_of("county"), "") << "65 of 63: some of it was the centre's";
  EXPECT_EQ(spent_of("central"), "");
}

TEST(Evaluate, TheLevelOfTheUnitHasItsName) {
  Kept kept;
  kept.indicator("救助人次", "≥14人次", "50");
  kept.add("brief", {{"year", "2030"}, {"project", "城乡医疗救助"}, {"person", "李主任"}, {"long_goal", "应救尽救"}});
  kept.add("text", {{"year", "2030"}, {"role", "performance.own-level"}, {"words", "prefecture"}});
  const auto evaluation = kept.only();
  const auto& money = evaluation.table.money;
  const auto own = std::find_if(money.begin(), money.end(), [](const auto& row) { return row.member == "prefecture"; });
  ASSERT_NE(own, money.end());
  EXPECT_EQ(own->label.text + " " + own->budget.text, "地（州、市）安排 63.00");
  EXPECT_EQ(evaluation.table.person.text + evaluation.table.long_goal.text, "李主任应救尽救");
}

TEST(Evaluate, ScoresAndSaysHow) {
  Kept kept;
  kept.add("goal", {{"year", "2030"}, {"project", "城乡医疗救助"}, {"goal", "救助"}, {"result", "已救助"}});
  kept.indicator("救助人次", "≥14人次", "50");
  kept.indicator("救助及时率", "≥96%", "40", {}, "时效指标");
  kept.actual("救助人次", "13人次", {{"reason", "人员外迁"}, {"remedy", "上门服务"}});
  kept.actual("救助及时率", "96%");
  const auto evaluation = kept.only();
  const auto& table = evaluation.table;
  EXPECT_EQ(table.money.front().budget.text, "63.00");
  EXPECT_EQ(table.money.front().spent.text, "45.00");
  EXPECT_EQ(table.money.front().rate.text, "71.43%");
  EXPECT_EQ(table.money.front().score.text, "7.14");
  EXPECT_EQ(table.money.front().score.place.quote, "45.00 / 63.00 × 10 = 7.14");
  EXPECT_EQ(table.indicators[0].score.text, "46.43");
  EXPECT_EQ(table.indicators[0].score.place.quote, "13 / 14 × 50 = 46.43");
  EXPECT_EQ(table.indicators[0].reason.text, "人员外迁；改进措施：上门服务");
  EXPECT_EQ(table.indicators[1].score.text, "40.00");
  EXPECT_EQ(table.total_score.text, "93.57");
  EXPECT_EQ(table.total_weight.text, "100");
  EXPECT_EQ(evaluation.grade, "优");
  EXPECT_EQ(codes(evaluation.todos), "");
}

TEST(Evaluate, TakesTheRuleThatTheUnitChose) {
  Kept kept;
  kept.rules.pack = &pack("xinjiang");
  kept.indicator("救助人次", "≥14人次", "90");
  kept.actual("救助人次", "14人次");
  EXPECT_NE(codes(kept.only().todos).find("rule(预算执行率)"), std::string::npos);
  kept.rules.execution = "floor-60";
  const auto evaluation = kept.only();
  EXPECT_EQ(evaluation.table.money.front().score.text, "2.86");
  EXPECT_EQ(evaluation.total->to_string(), "92.86");
}

TEST(Evaluate, DemandsWhatIsMissing) {
  Kept kept;
  kept.indicator("救助人次", "≥14人次", "20");
  kept.indicator("培训", "≥2次", "10");
  kept.indicator("群众负担", "有效减轻", "20", {}, "社会效益指标", "效益指标");
  kept.indicator("单次成本", "≤500元/人次", "10", {}, "经济成本指标", "成本指标");
  kept.indicator("宣传", "≥10次", "10");
  kept.actual("救助人次", "13人次");
  kept.actual("群众负担", "部分达到预期");
  kept.actual("单次成本", "0元/人次");
  kept.actual("宣传", "30次");
  const auto todos = codes(kept.only().todos);
  for (const auto* wanted : {"reason(救助人次)", "remedy(救助人次)", "actual(培训)", "judge(群众负担)",
                             "judge(单次成本)", "over(宣传)", "result()"})
    EXPECT_NE(todos.find(wanted), std::string::npos) << wanted << " in " << todos;
  EXPECT_TRUE(kept.only().table.total_score.empty());
}

TEST(Evaluate, APersonAwardsWithinTheBand) {
  Kept kept;
  kept.indicator("群众负担", "有效减轻", "20", {}, "社会效益指标", "效益指标");
  kept.actual("群众负担", "部分达到预期", {{"score", "19"}, {"reason", "一"}, {"remedy", "二"}});
  EXPECT_EQ(codes(kept.only().todos), "band(群众负担) result() ");
  kept.add("actual", {{"year", "2030"}, {"project", "城乡医疗救助"}, {"name", "群众负担"}, {"score", "14"}});
  EXPECT_EQ(kept.only().table.indicators[0].score.text, "14.00");
  EXPECT_EQ(codes(kept.only().todos), "result() ");
}

TEST(Evaluate, WhatItScoresTheJudgeFindsRight) {
  Kept kept;
  kept.indicator("救助人次", "≥14人次", "50");
  kept.indicator("办结时间", "2030年11月30日前", "40", {}, "时效指标");
  kept.actual("救助人次", "13人次");
  kept.actual("办结时间", "2030年11月18日");
  const books::BooksSource source(kept.books, tests::slices(), {2030, "outturn", 20});
  const PerformanceSource performance(source, kept.books, kept.rules);
  const auto tables = performance.performance_tables(2030, cube::PerformanceTable::Stage::self_evaluation);
  const auto judged = scoring::judge(tables, pack());
  EXPECT_EQ(judged.tables[0].execution.state, scoring::State::fits);
  EXPECT_EQ(judged.tables[0].total.state, scoring::State::fits);
  for (const auto& indicator : judged.tables[0].indicators)
    EXPECT_EQ(indicator.score.state, scoring::State::fits) << indicator.score.calculation;
  EXPECT_EQ(performance.performance_tables(2030, cube::PerformanceTable::Stage::target)[0].total_weight.text, "90");
}

TEST(Taxonomy, MistakesAreToldWithTheirPlace) {
  try {
    load_taxonomy("[[level1]]\nname = \"产出指标\"\nlevel2 = [1]\n", "t.toml");
    FAIL();
  } catch (const BadData& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, 11), "t.toml:3:11");
  }
  EXPECT_THROW(load_taxonomy("x = 1", "t.toml"), BadData);
}

}  // namespace
}  // namespace mingzhang::performance
