// Performance tables of tab-separated rows: each way in which rows lose their shape.
#include <gtest/gtest.h>

#include "support/performance.h"

namespace mingzhang::profile {
namespace {

using support::only_table;
using support::project_of;
using support::told;
using Rows = std::vector<std::string>;

Rows indicators(const Rows& lines, const std::string& profile = "xinjiang-final") {
  return told(only_table(project_of(lines, profile)));
}

Rows money(const Rows& lines) {
  Rows all = {"项目支出绩效自评表", "项目名称||采集数据"};
  all.insert(all.end(), lines.begin(), lines.end());
  return told(only_table(support::read(support::rows(all), DataFiles(), "xinjiang-final")).money);
}

TEST(PerfTabbed, ProjectOfXinjiang) {
  const auto table = only_table(support::read(support::content("xinjiang-project.txt"), DataFiles(), "xinjiang-final"));
  EXPECT_EQ(table.scope, cube::PerformanceTable::Scope::project);
  EXPECT_EQ(table.stage, cube::PerformanceTable::Stage::self_evaluation);
  EXPECT_EQ(table.form, "P-project");
  EXPECT_EQ(table.title.line, 1u);
  EXPECT_EQ(table.year.text, "2031");
  EXPECT_EQ(table.subject.text, "2031年云岭数据治理补助");
  EXPECT_EQ(table.department.text, "云岭市数据局");
  EXPECT_EQ(table.unit.text, "云岭市数据局本级");
  EXPECT_EQ(table.money_unit, "万元");
  EXPECT_EQ(told(table.money),
            (Rows{"年度资金总额 total: 60.00; 50.00; 45.50; 10; 91.00%; 9.10分",
                  "其中：当年财政拨款 current: 60.00; 50.00; 45.50; ; ; ", "其他资金 other: 0.00; 0.00; 0.00; ; ; "}));
  EXPECT_EQ(table.goal.text, "目标1：采集12类数据。目标2：开通3个窗口。");
  EXPECT_EQ(table.result.text, "采集11类数据，开通3个窗口。");
  EXPECT_EQ(told(table), (Rows{"产出指标/数量指标: 采集数据类数; ≥12类; =11类; 10; 9.17; 第12类数据年底才移交。",
                               "产出指标/数量指标: 开通窗口数; =3个; =3个; 10; 10.00; ",
                               "产出指标/质量指标: 数据抽查合格率; >=95%; =97.5%; 10; 10.00; ",
                               "产出指标/时效指标: 按时报送月报; 每月5日前; 完全达到预期; 10; 10.00; ",
                               "产出指标/时效指标: 窗口开通时间; 2031年6月30日前; =2031年6月30日前; 10; 10.00; ",
                               "效益指标/社会效益指标: 办事群众知晓率; 有所提升; 未达到预期; 30; 0.00; "
                               "按实际办件7件÷10件=70%计算",
                               "满意度指标/满意度指标: 办事群众满意度; >=90%; =100%; 10; 10.00; 问卷100份。"}));
  EXPECT_EQ(table.total_weight.text, "100");
  EXPECT_EQ(table.total_score.text, "78.27分");
}

TEST(PerfTabbed, GoalsOfAllYearsStandBesideThatOfTheYear) {
  const auto read = [](const Rows& lines) {
    Rows all = {"项目支出绩效目标表", "项目名称||采集数据|||项目负责人||李主任|",
                "项目资金（万元）||年度预算总额|8.00"};
    all.insert(all.end(), lines.begin(), lines.end());
    all.emplace_back("一级指标|二级指标|三级指标|指标值|指标值设置依据|上年完成值|指标分值权重");
    const auto table = only_table(support::read(support::rows(all), DataFiles(), "xinjiang-budget"));
    return table.long_goal.text + "; " + table.goal.text + "; " + table.person.text;
  };
  EXPECT_EQ(read({"总体目标|中期目标||年度目标|", "|三年采集全部数据。||采集12类数据。|"}),
            "三年采集全部数据。; 采集12类数据。; 李主任");
  EXPECT_EQ(read({"项目绩效目标|项目总目标||年度总体目标|", "|||采集12类数据。|"}), "; 采集12类数据。; 李主任");
  EXPECT_EQ(read({"总体目标|中期目标||年度目标|", "|三年采集全部数据。|||"}), "三年采集全部数据。; ; 李主任");
  EXPECT_EQ(read({"年度总体目标|采集12类数据。|||"}), "; 采集12类数据。; 李主任");
}

TEST(PerfTabbed, WholeUnitOfShaanxi) {
  const auto table = only_table(support::read(support::content("shaanxi-whole.txt"), DataFiles(), "shaanxi-final"));
  EXPECT_EQ(table.scope, cube::PerformanceTable::Scope::whole);
  EXPECT_EQ(table.subject.text, "秦川县档案馆");
  EXPECT_EQ(told(table.money),
            (Rows{"任务1 task: ; 90.00; 90.00; 4; 100%; ", "任务1 task/fiscal: ; 90.00; 90.00; ; ; ",
                  "任务2 task: ; 8.50; 8.40; 3; 98.8%; ", "任务2 task/fiscal: ; 8.00; 8.00; ; ; ",
                  "任务2 task/other: ; 0.50; 0.40; ; ; ", "任务3 task: ; 20.00; 15.00; 3; 75%; ",
                  "任务3 task/fiscal: ; 20.00; 15.00; ; ; ", "金额合计 total: ; 118.50; 113.40; 10; 95.70%; 9.57",
                  "金额合计 total/fiscal: ; 118.00; 113.00; ; ; ", "金额合计 total/other: ; 0.50; 0.40; ; ; "}));
  EXPECT_EQ(table.money.front().content.text, "保障9名职工工资");
  EXPECT_EQ(table.goal.text, "目标1:整理档案4000卷。");
  EXPECT_EQ(table.result.text, "整理档案3000卷。");
  EXPECT_EQ(told(table), (Rows{"产出指标(50分)/数量指标: 整理档案4000卷; 4000卷; 3000卷; 20; 15; ",
                               "产出指标(50分)/质量指标: 著录合格率; ≥98%; ≥98%; 20; 20; ",
                               "产出指标(50分)/成本指标: 整理费用; 20万元; 15万元; 10; 10; ",
                               "效益指标(30分)/社会效益指标: 方便查档; 明显提高; 明显提高; 10; 10; ",
                               "效益指标(30分)/社会效益指标: 减少查档往返; 明显提高; 明显提高; 10; 10; ",
                               "效益指标(30分)/可持续影响指标: 保存档案长期; 100%; 100%; 10; 10; ",
                               "满意度指标(10分)/服务对象满意度指标: 查档群众满意度; ≥90%; ≥95%; 10; 10; "}));
  EXPECT_EQ(table.total_weight.text, "100");
  EXPECT_EQ(table.total_score.text, "94.57");
}

// ---- the money
// ---------------------------------------------------------------------------------------------------------------

TEST(PerfTabbed, HeadOfMoneyStandsOverOtherColumns) {
  EXPECT_EQ(
      money({"项目资金(万元)||年初预算数||全年预算数||全年执行数||分值|执行率|得分||",
             "||年度资金总额||9.00||8.00||6.00||10|75.00%|7.50 分", "||其他资金||0.00||0.00||0.00||—|—|—"}),
      (Rows{"年度资金总额 total: 9.00; 8.00; 6.00; 10; 75.00%; 7.50分", "其他资金 other: 0.00; 0.00; 0.00; ; ; "}));
}

TEST(PerfTabbed, EmptyAmountsStandWhereAFullRowHasThem) {
  EXPECT_EQ(money({"项目资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分|",
                   "||年度资金总额|9.00|8.00|6.00|10|75.00%|7.50", "||其中：当年财政拨款||8.00|6.00|—|—|—",
                   "||上年结转资金||||—|—|—"}),
            (Rows{"年度资金总额 total: 9.00; 8.00; 6.00; 10; 75.00%; 7.50",
                  "其中：当年财政拨款 current: ; 8.00; 6.00; ; ; ", "上年结转资金 carried: ; ; ; ; ; "}));
}

TEST(PerfTabbed, RowsOfMoneyWithoutPoints) {
  EXPECT_EQ(money({"项目资金|||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
                   "|年度资金总额|9.00|8.00|6.00|10|75.00%|7.50", "其他资金||||||||||1.00|2.00|3.00"}),
            (Rows{"年度资金总额 total: 9.00; 8.00; 6.00; 10; 75.00%; 7.50", "其他资金 other: 1.00; 2.00; 3.00; ; ; "}));
}

TEST(PerfTabbed, SourcesOfTheWholeUnit) {
  const auto table = only_table(
      support::read(support::rows({"单位整体支出绩效自评表", "2031", "部门（单位）名称|云岭市数据局",
                                   "部门资金（万元）", "资金来源|年初预算数|全年预算数|全年执行数|分值权重|执行率|得分",
                                   "年度总资金|30.00|20.00|20.00|10|100.00%|10", "中央安排|10.00|8.00|8.00|-|-|-",
                                   "地（州、市）安排：|20.00|12.00|12.00|-|-|-",
                                   "一级指标|二级指标|三级指标|预期指标值|指标值设定依据|分值权重|实际完成指标值|得分",
                                   "履职效能|数量指标|汇总报表数|=4份|重点工作计划|90|4份|90"}),
                    DataFiles(), "xinjiang-final"));
  EXPECT_EQ(table.year.text, "2031");
  EXPECT_EQ(told(table.money),
            (Rows{"年度总资金 total: 30.00; 20.00; 20.00; 10; 100.00%; 10", "中央安排 central: 10.00; 8.00; 8.00; ; ; ",
                  "地（州、市）安排： prefecture: 20.00; 12.00; 12.00; ; ; "}));
  EXPECT_EQ(told(table), (Rows{"履职效能/数量指标: 汇总报表数; =4份; 4份; 90; 90; "}));
  EXPECT_EQ(table.indicators.front().basis.text, "重点工作计划");
}

// ---- indicators
// --------------------------------------------------------------------------------------------------------------

TEST(PerfTabbed, LevelsGoDown) {
  EXPECT_EQ(indicators({"绩效指标|产出指标|数量指标|甲|=1个|=1个|10|10.00", "|||乙|=2个|=2个|10|10.00",
                        "||质量指标|丙|=100%|=100%|10|10.00", "|成本指标|经济成本指标|丁|<=3元|=3元|20|20.00"}),
            (Rows{"产出指标/数量指标: 甲; =1个; =1个; 10; 10.00; ", "产出指标/数量指标: 乙; =2个; =2个; 10; 10.00; ",
                  "产出指标/质量指标: 丙; =100%; =100%; 10; 10.00; ",
                  "成本指标/经济成本指标: 丁; <=3元; =3元; 20; 20.00; "}));
}

TEST(PerfTabbed, ANewFirstLevelEndsTheSecond) {
  EXPECT_EQ(indicators({"|产出指标|数量指标|甲|=1个|=1个|10|10.00", "|效益指标||乙|长期|长期|10|10.00"}).back(),
            "效益指标/: 乙; 长期; 长期; 10; 10.00; ");
}

TEST(PerfTabbed, ALevelInARowByItself) {
  EXPECT_EQ(indicators({"效益指标||||||||", "|社会效益指标||||||", "|||甲|长期|长期|10|10.00"}),
            (Rows{"效益指标/社会效益指标: 甲; 长期; 长期; 10; 10.00; "}));
}

TEST(PerfTabbed, RowsMoveLeftWhereMergedCellsAreLost) {
  EXPECT_EQ(
      indicators({"绩效指标|产出指标|数量指标|甲|=1个|=1个|10|10.00", "||乙|=2个|=2个|10|10.00|说明",
                  "质量指标|丙|=100%|=100%|10|10.00", "丁||||=4个|=4个|10|10.00"}),
      (Rows{"产出指标/数量指标: 甲; =1个; =1个; 10; 10.00; ", "产出指标/数量指标: 乙; =2个; =2个; 10; 10.00; 说明",
            "产出指标/质量指标: 丙; =100%; =100%; 10; 10.00; ", "产出指标/质量指标: 丁; =4个; =4个; 10; 10.00; "}));
}

TEST(PerfTabbed, WordsCutByBlanksAndMarkup) {
  EXPECT_EQ(indicators({"年度 绩效指 标|产出 指标|数量 指 标|**采集** 数 据|<p>≥ 12 类</p>|=11 类|10|9.17|7 \\div 8"}),
            (Rows{"产出指标/数量指标: 采集数据; ≥12类; =11类; 10; 9.17; 7÷8"}));
}

TEST(PerfTabbed, OperatorsAreNoTags) {
  EXPECT_EQ(indicators({"|产出指标|数量指标|费用|<5元|<=4元|10|10.00"}).front(),
            "产出指标/数量指标: 费用; <5元; <=4元; 10; 10.00; ");
}

TEST(PerfTabbed, WeightsAreToldFromValues) {
  EXPECT_EQ(indicators({"|产出指标|数量指标|甲|5|4|10|8", "|||乙|2|2|3|3|30"}),
            (Rows{"产出指标/数量指标: 甲; 5; 4; 10; 8; ", "产出指标/数量指标: 乙; 2; 2; 3; 3; 30"}));
}

TEST(PerfTabbed, AMissingValueLeavesTheOthers) {
  const auto rows = indicators({"|产出指标|数量指标|甲||=4个|10|8|少采集一个", "|||乙|=2个||3|0.00|没有采集"});
  EXPECT_EQ(rows, (Rows{"产出指标/数量指标: 甲; ; =4个; 10; 8; 少采集一个",
                        "产出指标/数量指标: 乙; =2个; ; 3; 0.00; 没有采集"}));
}

TEST(PerfTabbed, NoScoreIsADash) {
  EXPECT_EQ(indicators({"|产出指标|数量指标|甲|=4个|=4个|10|—|未评分"}).front(),
            "产出指标/数量指标: 甲; =4个; =4个; 10; ; 未评分");
}

TEST(PerfTabbed, ANameInTwoCells) {
  EXPECT_EQ(indicators({"|效益指标|社会效益指标|方便群众|少跑路|明显提高|明显提高|10|10"}).front(),
            "效益指标/社会效益指标: 方便群众少跑路; 明显提高; 明显提高; 10; 10; ");
}

TEST(PerfTabbed, CostIsOfTheLevelThatTheFormHas) {
  const Rows row = {"|产出指标|时效指标|甲|=4个|=4个|10|10", "|成本指标|费用|<=3元|=3元|20|20"};
  EXPECT_EQ(indicators(row, "xinjiang-final").back(), "成本指标/: 费用; <=3元; =3元; 20; 20; ");
  EXPECT_EQ(indicators(row, "shaanxi-final").back(), "产出指标/成本指标: 费用; <=3元; =3元; 20; 20; ");
  EXPECT_EQ(indicators({"|成本指标|经济成本指标|费用|<=3元|=3元|20|20"}, "shaanxi-final").back(),
            "成本指标/经济成本指标: 费用; <=3元; =3元; 20; 20; ");
}

TEST(PerfTabbed, SatisfactionUnderSatisfaction) {
  EXPECT_EQ(indicators({"|满意度指标|满意度指标|甲|>=90%|=95%|5|5", "||满意度指标|乙|>=90%|=95%|5|5"}),
            (Rows{"满意度指标/满意度指标: 甲; >=90%; =95%; 5; 5; ", "满意度指标/满意度指标: 乙; >=90%; =95%; 5; 5; "}));
}

TEST(PerfTabbed, PointsThatALevelDeclaresStayWithIt) {
  EXPECT_EQ(
      indicators({"|产出指标（50 分）|数量指标|甲|=1个|=1个|50|50", "|产出指标|质量指标|乙|=1个|=1个|5|5"}),
      (Rows{"产出指标(50分)/数量指标: 甲; =1个; =1个; 50; 50; ", "产出指标(50分)/质量指标: 乙; =1个; =1个; 5; 5; "}));
}

TEST(PerfTabbed, TotalsThatLeftTheirColumns) {
  const auto table = only_table(project_of({"|产出指标|数量指标|甲|=1个|=1个|90|90.00", "|总分||100||||||97.50 分"}));
  EXPECT_EQ(table.total_weight.text, "100");
  EXPECT_EQ(table.total_score.text, "97.50分");
  EXPECT_EQ(only_table(project_of({"总分|97.50 分"})).total_score.text, "97.50分");
}

TEST(PerfTabbed, IndicatorsWithoutTheirHead) {
  auto lines = support::project_head();
  lines.back() = "绩效指标|产出指标|数量指标|甲|=1个|=1个|90|90.00|原因";
  const auto table = only_table(support::read(support::rows(lines), DataFiles(), "xinjiang-final"));
  EXPECT_EQ(told(table), (Rows{"产出指标/数量指标: 甲; =1个; =1个; 90; 90.00; 原因"}));
  EXPECT_EQ(table.result.text, "已采集数据");
}

TEST(PerfTabbed, GoalsOverSeveralRows) {
  auto lines = support::project_head();
  lines.insert(lines.begin() + 7, {"总体目标|开通窗口", "||||||开通三个窗口"});
  const auto table = only_table(support::read(support::rows(lines), DataFiles(), "xinjiang-final"));
  EXPECT_EQ(table.goal.text, "采集数据开通窗口");
  EXPECT_EQ(table.result.text, "已采集数据开通三个窗口");
  EXPECT_EQ(table.goal.place.line, 7u);
  EXPECT_EQ(table.goal.place.last_line, 8u);
}

TEST(PerfTabbed, RowsOfAnyLengthAreNoTrouble) {
  const std::string many(20'000, '|');
  EXPECT_EQ(indicators({"|产出指标|数量指标|甲|=1个|=1个|90|90.00", many + "1" + many}).size(), 1u);
  std::string full;
  for (int count = 0; count < 20'000; ++count) full += "7|";
  EXPECT_EQ(indicators({full}).size(), 0u);
}

TEST(PerfTabbed, EveryTableOfADocument) {
  auto first = support::project_head(), second = support::project_head();
  second[2] = "项目名称||发布数据";
  first.push_back("总分||100|90.00");
  first.insert(first.end(), second.begin(), second.end());
  const auto document = support::read(support::rows(first), DataFiles(), "xinjiang-final");
  ASSERT_EQ(document.reading.performance.size(), 2u);
  EXPECT_EQ(document.reading.performance[0].subject.text, "采集数据");
  EXPECT_EQ(document.reading.performance[1].subject.text, "发布数据");
  EXPECT_EQ(document.reading.performance[1].total_score.text, "");
}

}  // namespace
}  // namespace mingzhang::profile
