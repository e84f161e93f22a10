#include "support/flat_performance.h"

namespace mingzhang::profile {
namespace {

using cube::PerformanceTable;
using support::cells;
using support::document_of;
using support::flat_table;
using support::levels;

const std::string money =
    "项目资金\n\n（万元）\n\n年初预算\n\n数\n全年预算数 全年执行数 分值 执行率 得分\n\n"
    "年度资金总额 50.00 50.00 16.70 10 33.40% 2.10\n\n其中：当年财\n\n政拨款\n50.00 50.00 16.70 — — —\n\n"
    "上年结\n\n转资金\n0.00 0.00 0.00 — — —\n\n其他资金 0.00 0.00\n\n";
const std::string prose =
    "年度\n\n总体\n\n目标\n\n预期目标 实际完成情况\n\n为推进道路测量，保障通行，本年计划测\n\n量道路十二条，预计 2031 "
    "年完成。\n\n"
    "测量道路九条，保障了通\n\n行，满意度有所提升。\n\n";
const std::string heads =
    "一级指\n\n标\n二级指标 三级指标 年度指标值 实际完成值 分值 "
    "得分\n\n偏差原\n\n因分析\n\n及改进\n\n措施\n\n年度\n\n绩效\n\n指标\n\n完成\n\n情况\n\n";

PerformanceTable project(const std::string& body, const std::string& goals = prose) {
  static document::Document document;
  document = document_of(
      "项 目 支 出 绩 效 自 评 表\n(2031 年度)\n\n项目名称 道路测量（本级）\n\n"
      "主管部门 某某县测绘局 实施单位 某某县测绘队\n\n" +
      money + goals + heads + body);
  return flat_table(document, PerformanceTable::Scope::project, PerformanceTable::Stage::self_evaluation);
}

TEST(FlatResults, TheHeadIsReadByItsLabels) {
  const auto table = project("总分 100 88.40 分\n");
  EXPECT_EQ(table.year.text, "2031");
  EXPECT_EQ(table.subject.text, "道路测量（本级）");
  EXPECT_EQ(table.department.text, "某某县测绘局");
  EXPECT_EQ(table.unit.text, "某某县测绘队");
  EXPECT_EQ(table.total_weight.text, "100");
  EXPECT_EQ(table.total_score.text, "88.40");
  ASSERT_EQ(table.money.size(), 4U);
  EXPECT_EQ(table.money[0].spent.text, "16.70");
  EXPECT_EQ(table.money[0].weight.text, "10");
  EXPECT_EQ(table.money[0].rate.text, "33.40%");
  EXPECT_EQ(table.money[0].score.text, "2.10");
  EXPECT_EQ(table.money[1].member, "current");
  EXPECT_EQ(table.money[1].label.text, "其中：当年财政拨款");
  EXPECT_TRUE(table.money[1].weight.empty());
  EXPECT_EQ(table.money[2].member, "carried");
  EXPECT_EQ(table.money[3].member, "other");
  EXPECT_TRUE(table.money[3].initial.empty()) << "of two figures for three columns nobody knows which is missing";
}

TEST(FlatResults, TheWidthOfLinesTellsGoalFromResult) {
  const auto table = project("");
  EXPECT_EQ(table.goal.text, "为推进道路测量，保障通行，本年计划测量道路十二条，预计2031年完成。");
  EXPECT_EQ(table.result.text, "测量道路九条，保障了通行，满意度有所提升。");
}

TEST(FlatResults, GoalAndResultOfOneWidthStayEmpty) {
  const auto table =
      project("",
              "年度总体目标 预期目标 实际完成情况\n\n测量道路九条，保障了通\n\n行，预计满意度能提升。\n\n"
              "测量道路九条，保障了通\n\n行，满意度有所提升了。\n\n");
  EXPECT_TRUE(table.goal.empty());
  EXPECT_TRUE(table.result.empty());
}

TEST(FlatResults, WeightAndScorePrintedTwiceAreTwoRows) {
  const auto table =
      project("质量指标 合格率 =98% 98% 10 10\n10 10\n时效指标 及时率 =98% 98% 10 10\n\n总分 100 97 分\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_TRUE(table.indicators[1].name.empty());
  EXPECT_EQ(table.indicators[2].name.text, "及时率");
}

TEST(FlatResults, StripsBelongToTheRowBeforeThem) {
  const auto table = project(
      "产出指\n\n标\n\n数量指标\n\n测量\n\n人数\n\n>=2400 人 2160 人 10 9.00\n\n雨季延\n\n长，部分\n\n路段未测\n\n"
      "质量指标 合格率 =98% 98% 10 10\n\n成本指\n\n标\n经济成本指标\n\n每米\n\n单价\n\n<=38.50 元/\n\n米\n\n37.25 "
      "元/\n\n米\n10 10\n"
      " 效益指\n\n标\n社会效益指标\n\n减轻出行\n\n负担\n\n有效减轻\n有效减\n\n轻\n20 "
      "18\n\n偏差原\n\n因：人手\n\n不足。\n\n总分 100 97 分\n");
  ASSERT_EQ(table.indicators.size(), 4U);
  EXPECT_EQ(cells(table.indicators[0]), "测量人数|>=2400人|||2160人|10|9.00|||雨季延长，部分路段未测");
  EXPECT_EQ(levels(table.indicators[1]), "产出指标/质量指标");
  EXPECT_EQ(cells(table.indicators[1]), "合格率|=98%|||98%|10|10|||");
  EXPECT_EQ(levels(table.indicators[2]), "成本指标/经济成本指标");
  EXPECT_EQ(cells(table.indicators[2]), "每米单价|<=38.50元/米|||37.25元/米|10|10|||");
  EXPECT_EQ(levels(table.indicators[3]), "效益指标/社会效益指标");
  EXPECT_EQ(cells(table.indicators[3]), "减轻出行负担|有效减轻|||有效减轻|20|18|||偏差原因：人手不足。");
}

TEST(FlatResults, LevelsKeepTheirPoints) {
  const auto table = project(
      "产出指标\n\n（50分）\n数量指标\n测量\n\n人数\n\n>=2400 人 2160 人 10 9.00\n\n质量指标 合格率 =98% 98% 40 40\n\n"
      "效益指\n\n标(40\n\n分)\n社会效益指标\n减轻出行\n\n负担\n\n有效减轻\n有效减\n\n轻\n40 40\n\n总分 100 97 分\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(levels(table.indicators[0]), "产出指标(50分)/数量指标");
  EXPECT_EQ(cells(table.indicators[0]), "测量人数|>=2400人|||2160人|10|9.00|||");
  EXPECT_EQ(levels(table.indicators[1]), "产出指标(50分)/质量指标");
  EXPECT_EQ(levels(table.indicators[2]), "效益指标(40分)/社会效益指标");
}

TEST(FlatResults, AStripWithoutLevelNameEndsWithItsSentence) {
  const auto table = project(
      "数量指标\n里程\n=9 公里 8 公里 10 8\n\n天气\n\n不好。\n\n座数\n=3 座 3 座 10 10\n\n桥数\n=1 座 1 座 10 10\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(table.indicators[0].reason.text, "天气不好。");
  EXPECT_EQ(table.indicators[1].name.text, "座数");
  EXPECT_EQ(table.indicators[2].name.text, "桥数") << "behind a full score stands no reason";
}

TEST(FlatResults, WordsThatMayBelongToEitherRowBelongToNone) {
  const auto table = project("数量指标\n里程\n=9 公里 8 公里 10 8\n\n天气\n\n不好\n\n座数\n=3 座 3 座 10 10\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_TRUE(table.indicators[0].reason.empty());
  EXPECT_EQ(cells(table.indicators[1]), "|=3座|||3座|10|10|||");
}

TEST(FlatResults, DatesAndWordsComeInPairs) {
  const auto table = project(
      "时效指标\n执行完成\n\n时间\n\n2031年 12月 20\n\n日前\n\n2031 年 12\n\n月 20 日\n5 5\n\n"
      "效益指标\n\n社会效益指标\n满意程度\n成效明显 明显提高 10 8\n\n可持续影响指标\n使用年限\n经久耐用 经久耐用 10 "
      "10\n\n"
      "服务对象满意度指标\n居民满意\n特别满意 比较满意 5 5\n");
  ASSERT_EQ(table.indicators.size(), 4U);
  EXPECT_EQ(cells(table.indicators[0]), "执行完成时间|2031年12月20日前|||2031年12月20日|5|5|||");
  EXPECT_EQ(cells(table.indicators[1]), "满意程度|成效明显|||明显提高|10|8|||");
  EXPECT_EQ(cells(table.indicators[2]), "使用年限|经久耐用|||经久耐用|10|10|||") << "repeated";
  EXPECT_EQ(cells(table.indicators[3]), "居民满意|特别满意|||比较满意|5|5|||") << "side by side";
}

TEST(FlatResults, UnlikeAmountsAreCutWhereOneWayIsPossible) {
  const auto table = project("数量指标\n经费\n=10 万元 100000 元 10 10\n\n比例\n=1 2 3 5 5\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_EQ(cells(table.indicators[0]), "经费|=10万元|||100000元|10|10|||");
  EXPECT_EQ(cells(table.indicators[1]), "|||||5|5|||") << "=12 and 3, or =1 and 23";
}

TEST(FlatResults, AReasonOfOneLineStandsBesideItsScore) {
  const auto table =
      project("数量指标\n里程\n=9 公里 8 公里 10 8 天气不好\n桥数\n=3 座 3 座 10 10\n门数\n=4 个 4 个 5 5\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(cells(table.indicators[0]), "里程|=9公里|||8公里|10|8|||天气不好");
  EXPECT_EQ(table.indicators[2].name.text, "门数");
}

TEST(FlatResults, RemarksUnderTheTableBelongToNoRow) {
  const auto table = project("数量指标\n里程\n=9 公里 8 公里 10 8\n\n天气不好\n\n注：共 2 页，第 1 页\n");
  ASSERT_EQ(table.indicators.size(), 1U);
  EXPECT_EQ(table.indicators[0].reason.text, "天气不好");
  const auto total = project("数量指标\n里程\n=9 公里 8 公里 10 8\n\n总分 100 98 分\n\n说明：2 处\n");
  EXPECT_EQ(total.total_score.text, "98");
}

TEST(FlatResults, TwoWordsOfALineMayBeOneCell) {
  const auto table =
      project("数量指标\n面积\n=5 畦\n\n5 畦 10 10\n\n产量\n>=90% 未达到 5 3\n\n质量指标\n户数\n=7 垧 7 垧 5 5\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(cells(table.indicators[0]), "|||||10|10|||") << "a unit of no vocabulary";
  EXPECT_EQ(cells(table.indicators[1]), "产量|>=90%|||未达到|5|3|||");
  EXPECT_EQ(cells(table.indicators[2]), "|||||5|5|||");
}

// ---- page breaks: before them stand the first lines of all cells, behind them the others

TEST(FlatResults, ABreakThroughARowLeavesEveryCellWhole) {
  const auto table = project(
      "数量指标 里程 >=9 公里 9 公里 10 10\n质量指 测量合 >=95 90 10 9 雨季延长，\n 标 格率 % % 部分路段未测\n"
      "时效指标 及时率 =98% 98% 5 5\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(levels(table.indicators[1]), "/质量指标");
  EXPECT_EQ(cells(table.indicators[1]), "测量合格率|>=95%|||90%|10|9|||雨季延长，部分路段未测");
  EXPECT_EQ(cells(table.indicators[2]), "及时率|=98%|||98%|5|5|||");
}

TEST(FlatResults, WordsBehindABreakThatMayBeNameOrReasonAreNeither) {
  const auto table =
      project("质量指 测量合 =95% 90% 10 9 雨季\n 标 格率 延长 路段 未测\n时效指标 及时率 =98% 98% 5 5\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_TRUE(table.indicators[0].name.empty());
  EXPECT_TRUE(table.indicators[0].reason.empty());
  EXPECT_EQ(levels(table.indicators[0]), "/质量指标");
  EXPECT_TRUE(table.indicators[0].open) << "a reason may be there";
  EXPECT_EQ(table.indicators[1].name.text, "及时率");
}

// ---- damaged texts

TEST(FlatResults, NamesThatHoldOtherCellsAreDropped) {
  const auto table = project(
      "质量指标 合格率 =95% 95% 10 10\n时效指标 完工时间2031年12月20日前 单价 <=5元 5元 5 5\n"
      "益指标方便出行 =3次 3次 5 5\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(table.indicators[0].name.text, "合格率");
  EXPECT_TRUE(table.indicators[2].name.empty()) << table.indicators[2].name.text;
  EXPECT_TRUE(table.damaged);
  EXPECT_FALSE(project("质量指标 合格率 =95% 95% 10 10\n").damaged);
}

TEST(FlatResults, RowsOfAWholeUnitHoldABasis) {
  const auto document = document_of(
      "单位整体支出绩效自评表\n2031\n\n部门（单位）名称 某某县测绘局\n\n部门资金（万元）\n\n资金来源 年初预算数 "
      "全年预算数 全年执行数 分值权重 执行率 得分\n\n"
      "年度总资金 1,300.00 1,105.20 1,105.20 10 100.00% 10\n\n地（州、市）\n\n安排：\n1.00 2.00 3.00 - - -\n\n"
      "年度总体目标 预期目标 实际完成情况\n 测量道路，保障通行，预计年内完成三条。\n\n已测量三条，保障了通行。\n\n"
      "一级指标 二级指标 三级指标 预期指标值\n指标值设定\n\n依据\n分值权重\n\n实际完成\n\n指标值\n得分\n\n履职效能 "
      "数量指标\n测量\n\n里程\n"
      "=320 公里 重点工作计划 45 240 公里 9\n 履职效能 质量指标\n\n合格率\n\n>=60%\n\n测绘局实施\n\n办法\n\n45 60% "
      "45\n");
  const auto table = flat_table(document, PerformanceTable::Scope::whole, PerformanceTable::Stage::self_evaluation);
  EXPECT_EQ(table.year.text, "2031");
  EXPECT_EQ(table.subject.text, "某某县测绘局");
  ASSERT_EQ(table.money.size(), 2U);
  EXPECT_EQ(table.money[0].rate.text, "100.00%");
  EXPECT_EQ(table.money[1].member, "prefecture");
  EXPECT_EQ(table.money[1].spent.text, "3.00");
  EXPECT_EQ(table.result.text, "已测量三条，保障了通行。");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_EQ(cells(table.indicators[0]), "测量里程|=320公里|重点工作计划||240公里|45|9|||");
  EXPECT_EQ(levels(table.indicators[1]), "履职效能/质量指标");
  EXPECT_EQ(cells(table.indicators[1]), "合格率|>=60%|测绘局实施办法||60%|45|45|||");
}

}  // namespace
}  // namespace mingzhang::profile
