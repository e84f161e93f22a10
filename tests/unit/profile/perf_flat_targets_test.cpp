#include "support/flat_performance.h"

namespace mingzhang::profile {
namespace {

using cube::PerformanceTable;
using support::cells;
using support::document_of;
using support::flat_table;
using support::levels;

const std::string project_head =
    "项目支出绩效目标表\n\n（2031 年）\n\n预算单位 某某县测绘局\n\n项目名称\n2031年道路\n\n测量 项目负责人 张某\n\n"
    "项目资金（万元）\n年度预算\n\n总额：\n20.50\n\n其中：财\n\n政拨款\n18.00\n\n其他资金 2.50\n\n项目总体目标\n\n"
    "完成 12 条道路的测量，\n\n保障通行。\n\n一级\n\n指标\n\n二级指标\n三级指标 "
    "指标值\n\n指标值设\n\n置依据\n\n上年完成值\n\n"
    "指标分值权重\n\n指标赋分规则 佐证资料\n\n";

PerformanceTable project(const std::string& body) {
  static document::Document document;
  document = document_of(project_head + body);
  return flat_table(document, PerformanceTable::Scope::project, PerformanceTable::Stage::target);
}

TEST(FlatTargets, TheHeadIsReadByItsLabels) {
  const auto table = project("");
  EXPECT_EQ(table.year.text, "2031");
  EXPECT_EQ(table.unit.text, "某某县测绘局");
  EXPECT_EQ(table.subject.text, "2031年道路测量");
  EXPECT_EQ(table.goal.text, "完成12条道路的测量，保障通行。");
  ASSERT_EQ(table.money.size(), 3U);
  EXPECT_EQ(table.money[0].member, "total");
  EXPECT_EQ(table.money[0].label.text, "年度预算总额");
  EXPECT_EQ(table.money[0].budget.text, "20.50");
  EXPECT_EQ(table.money[1].member, "current");
  EXPECT_EQ(table.money[1].budget.text, "18.00");
  EXPECT_EQ(table.money[2].member, "other");
  EXPECT_EQ(table.money[2].budget.text, "2.50");
}

TEST(FlatTargets, NumbersAndOperatorsComeTogetherOverLines) {
  const auto table = project(
      "产出\n\n指标\n\n数量\n\n指标\n\n测量里程\n\n＞\n\n=3400\n\n00 米\n\n计划标准\n33870\n\n2 "
      "米\n10\n\n按照完成比例赋\n\n分\n工作资料\n\n"
      "平均单价\n\n＜\n\n=41.3\n\n6 元/\n\n米\n\n预算支出标准 - 5\n按照完成比例赋\n\n分\n原始凭证\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_EQ(levels(table.indicators[0]), "产出指标/数量指标");
  EXPECT_EQ(cells(table.indicators[0]), "测量里程|＞=340000米|计划标准|338702米||10||按照完成比例赋分|工作资料|");
  EXPECT_EQ(levels(table.indicators[1]), "产出指标/数量指标") << "a row without level names has those before it";
  EXPECT_EQ(cells(table.indicators[1]), "平均单价|＜=41.36元/米|预算支出标准|||5||按照完成比例赋分|原始凭证|");
}

TEST(FlatTargets, CellsKnowTheirLinesAndBytes) {
  const auto table = project("产出指标\n\n数量指标\n\n里程\n>=20 米\n\n以上\n");
  EXPECT_TRUE(table.indicators.empty()) << "a row that never ends is none";
  const auto whole = project("产出指标\n\n数量指标 道路\n\n里程 >=20\n\n0米 计划标准 - 9 直接赋分 工作资料\n");
  ASSERT_EQ(whole.indicators.size(), 1U);
  const auto& target = whole.indicators[0].target;
  EXPECT_EQ(target.text, ">=200米");
  EXPECT_EQ(target.place.last_line, target.place.line + 2);
  EXPECT_EQ(target.place.begin, std::string("里程 ").size());
  EXPECT_EQ(target.place.end, std::string("0米").size());
}

TEST(FlatTargets, DatesAndWordsAreTargetsWithoutOperator) {
  const auto table = project(
      "产出指标\n\n时效指标\n完工时间\n\n2031\n\n年 12\n\n月 30\n\n日之\n\n前\n\n计划标准\n\n2030\n\n年 "
      "12\n\n月底\n\n前\n\n10\n直接赋分 工作资料\n\n"
      "拨款时间\n\n每月\n\n20日\n\n之前\n\n计划标准 - 5\n直接赋分 工作资料\n\n"
      "效益指标\n\n社会效益指标\n减轻居民出行负\n\n担\n\n有效\n\n减轻\n计划标准\n\n成效\n\n明显\n10 按评判等级赋分 "
      "工作资料\n\n"
      "缓解拥堵\n\n逐步缓解 计划标准 逐步缓解 7\n按评判等级赋分 工作资料\n");
  ASSERT_EQ(table.indicators.size(), 4U);
  EXPECT_EQ(cells(table.indicators[0]), "完工时间|2031年12月30日之前|计划标准|2030年12月底前||10||直接赋分|工作资料|");
  EXPECT_EQ(cells(table.indicators[1]), "拨款时间|每月20日之前|计划标准|||5||直接赋分|工作资料|");
  EXPECT_EQ(cells(table.indicators[2]), "减轻居民出行负担|有效减轻|计划标准|成效明显||10||按评判等级赋分|工作资料|");
  EXPECT_EQ(cells(table.indicators[3]), "缓解拥堵|逐步缓解|计划标准|逐步缓解||7||按评判等级赋分|工作资料|")
      << "a word of no vocabulary that the year before repeats";
}

TEST(FlatTargets, AWordBesideTheBasisIsTheTarget) {
  const auto table = project("效益指标\n\n社会效益指标\n居民出行\n\n更快更稳 计划标准 - 10 按评判等级赋分 工作资料\n");
  ASSERT_EQ(table.indicators.size(), 1U);
  EXPECT_EQ(cells(table.indicators[0]), "居民出行|更快更稳|计划标准|||10||按评判等级赋分|工作资料|");
}

TEST(FlatTargets, WhatCannotBeCutStaysEmpty) {
  const auto table =
      project("效益指标\n\n社会效益指标\n居民出行\n\n更快\n\n更稳\n计划标准 - 10 按评判等级赋分 工作资料\n");
  ASSERT_EQ(table.indicators.size(), 1U);
  EXPECT_EQ(cells(table.indicators[0]), "||计划标准|||10||按评判等级赋分|工作资料|");
}

TEST(FlatTargets, AGluedWeightIsWhatMakesUpTheBlock) {
  const std::string rest =
      "产出指标\n\n数量指标\n里程 =9米 计划标准 - 80 直接赋分 工作资料\n\n"
      "座数 =3座 计划标准 - 5 直接赋分 工作资料\n\n";
  const auto table = project(rest + "人数 =40人 计划标准 4\n\n05 直接赋分 工作资料\n\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(table.indicators[2].last.text, "40");
  EXPECT_EQ(table.indicators[2].weight.text, "5");

  const auto open = project(rest + "人数 =40人 计划标准 411 直接赋分 工作资料\n");
  ASSERT_EQ(open.indicators.size(), 3U);
  EXPECT_EQ(open.indicators[2].name.text, "人数");
  EXPECT_EQ(open.indicators[2].target.text, "=40人");
  EXPECT_TRUE(open.indicators[2].weight.empty()) << "neither 1 nor 11 makes 90";
  EXPECT_TRUE(open.indicators[2].last.empty());
}

TEST(FlatTargets, WordsBehindARuleTwiceAreKindsOfEvidence) {
  const auto table = project(
      "产出指标\n\n数量指标\n里程 =9米 计划标准 - 20 直接赋分 测绘图纸\n\n座数 =3座 计划标准 - 20 直接赋分 测绘图纸\n\n"
      "质量指标\n合格率 =98% 计划标准 - 50 直接赋分 工作资料\n");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(cells(table.indicators[0]), "里程|=9米|计划标准|||20||直接赋分|测绘图纸|");
  EXPECT_EQ(cells(table.indicators[1]), "座数|=3座|计划标准|||20||直接赋分|测绘图纸|");
  EXPECT_EQ(levels(table.indicators[2]), "产出指标/质量指标");
}

TEST(FlatTargets, ARowWithoutItsEndIsLostWithTheLevelsThatItMayHide) {
  const auto table = project(
      "产出指标\n\n数量指标\n里程 =9米 计划标准 - 10 直接赋分 会议纪要\n\n质量指标\n合格率 =99% 计划标准 - 10 直接赋分 "
      "工作资料\n\n"
      "返修率 =1% 计划标准 - 10 直接赋分 工作资料\n\n时效指标\n及时率 =98% 计划标准 - 10 直接赋分 工作资料\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_EQ(table.indicators[0].name.text, "返修率");
  EXPECT_EQ(levels(table.indicators[0]), "/");
  EXPECT_EQ(table.indicators[1].name.text, "及时率");
  EXPECT_EQ(levels(table.indicators[1]), "/时效指标");
}

// ---- page breaks

const std::string first_row = "产出指标\n\n数量指标\n里程 =9米 计划标准 =8米 20 直接赋分 工作资料\n\n";
const std::string last_row = "质量指标\n合格率 =99% 计划标准 - 10 直接赋分 工作资料\n";

void expect_between(const PerformanceTable& table, const std::string& levels_of_row, const std::string& row) {
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(cells(table.indicators[0]), "里程|=9米|计划标准|=8米||20||直接赋分|工作资料|");
  EXPECT_EQ(levels(table.indicators[1]), levels_of_row);
  EXPECT_EQ(cells(table.indicators[1]), row);
  EXPECT_EQ(cells(table.indicators[2]), "合格率|=99%|计划标准|||10||直接赋分|工作资料|");
}

TEST(FlatTargets, ABreakBetweenRowsChangesNothing) {
  expect_between(project(first_row + "时效指标\n完工时间 2031年6月底前 计划标准 - 5 直接赋分 原始凭证\n 质量指标\n" +
                         last_row.substr(std::string("质量指标\n").size())),
                 "产出指标/时效指标", "完工时间|2031年6月底前|计划标准|||5||直接赋分|原始凭证|");
}

TEST(FlatTargets, ABreakThroughARowOfHalves) {
  expect_between(
      project(first_row + "时效指 完工 2031年 6月 计划标准 2030年6月 5 直接赋 原始凭\n 标 时间 底前 底前 分 证\n\n" +
              last_row),
      "产出指标/时效指标", "完工时间|2031年6月底前|计划标准|2030年6月底前||5||直接赋分|原始凭证|");
}

TEST(FlatTargets, ABreakBehindWhichTheRestsOfNameAndRuleStand) {
  expect_between(
      project(first_row +
              "时效指标\n\n保障道路\n\n测量\n有效保障 计划标准 有效保障 10\n\n按评判\n\n等级赋\n\n工作资\n\n料\n"
              " 运行 分\n\n" +
              last_row),
      "产出指标/时效指标", "保障道路测量运行|有效保障|计划标准|有效保障||10||按评判等级赋分|工作资料|");
}

TEST(FlatTargets, ABreakThroughTheNameOfALevel) {
  expect_between(
      project(first_row +
              "效益\n\n指标\n\n社会\n\n效益\n通行率\n\n有所\n\n提升\n计划标准 20 按评判等级赋分 正式材料\n 指标\n\n" +
              last_row),
      "效益指标/社会效益指标", "通行率|有所提升|计划标准|||20||按评判等级赋分|正式材料|");
}

TEST(FlatTargets, ABreakBehindWhichEveryTailHasItsOwnLines) {
  const auto table =
      project(first_row +
              "满意 满意 沿线居民对道路 ＞ 计划标准 - 10 满意度赋分 正式材料\n 度指\n\n标\n\n度指\n\n标\n\n"
              "测量的满意度 =95%\n");
  ASSERT_EQ(table.indicators.size(), 2U);
  EXPECT_EQ(levels(table.indicators[1]), "满意度指标/满意度指标");
  EXPECT_EQ(cells(table.indicators[1]), "沿线居民对道路测量的满意度|＞=95%|计划标准|||10||满意度赋分|正式材料|");
}

TEST(FlatTargets, ABreakThroughValuesWithTheWeightGluedToTheRest) {
  const auto table =
      project(first_row +
              "成本指 经济成 总成本 <=51.00 预算支出标准 <=51.00 按照完成比例赋 原始凭证\n 标 本指标 万元 万元60 "
              "分\n" +
              last_row);
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(levels(table.indicators[1]), "成本指标/经济成本指标");
  EXPECT_EQ(cells(table.indicators[1]), "总成本|<=51.00万元|预算支出标准|<=51.00万元||60||按照完成比例赋分|原始凭证|");
}

TEST(FlatTargets, ABreakWhoseRestsFitNoVocabularyIsLeftAlone) {
  const auto table =
      project(first_row + "时效指 完工 2031年 6月 计划标准 - 5 直接赋 原始凭\n 标 时间 底前 分\n\n" + last_row);
  ASSERT_FALSE(table.indicators.empty());
  for (const auto& row : table.indicators) EXPECT_NE(row.name.text, "完工时间");
}

TEST(FlatTargets, HeadsOfColumnsAndNumbersOfPagesAreNoCells) {
  expect_between(
      project(first_row +
              "17\n 一级指标 二级指标 三级指标 指标值 指标值设置依据 上年完成值 指标分值权重 指标赋分规则 佐证资料\n"
              "时效指标\n完工率 =90% 计划标准 - 5 直接赋分 原始凭证\n- 18 -\n" +
              last_row),
      "产出指标/时效指标", "完工率|=90%|计划标准|||5||直接赋分|原始凭证|");
}

// ---- 部门整体绩效目标表

TEST(FlatTargets, RowsOfAWholeUnitEndWithTheirWeight) {
  const auto document = document_of(
      "部门整体绩效目标表\n\n（2031年）\n\n部门名称（盖章） 某某县测绘局\n\n部门联系人 张某 联系电话 "
      "123\n\n年度绩效目标\n\n测量道路。\n\n"
      "年度预算(万元)\n\n资金来源 资金总额（万元）\n\n财政资金（万元）\n上级安排 18.00\n\n本级安排 "
      "1,002.50\n\n其他资金（万元） 其他 0.00\n\n"
      "一级指标 二级指标 三级指标 指标值 指标设定依据 分值权重\n\n履职效能\n\n数量指标\n道路测量\n\n里程\n＞=95 公里 "
      "重点工作计划 20\n\n"
      "数量指标\n培训人数\n=2075 人\n\n测绘〔2030〕\n\n号文件 12\n\n附件\n30\n\n质量指标\n合格率 ＞=60% 工作资料 40\n");
  const auto table = flat_table(document, PerformanceTable::Scope::whole, PerformanceTable::Stage::target);
  EXPECT_EQ(table.subject.text, "某某县测绘局");
  EXPECT_EQ(table.goal.text, "测量道路。");
  ASSERT_EQ(table.money.size(), 3U);
  EXPECT_EQ(table.money[0].member, "superior");
  EXPECT_EQ(table.money[1].member, "own");
  EXPECT_EQ(table.money[1].budget.text, "1,002.50");
  EXPECT_EQ(table.money[2].member, "other");
  ASSERT_EQ(table.indicators.size(), 3U);
  EXPECT_EQ(cells(table.indicators[0]), "道路测量里程|＞=95公里|重点工作计划|||20||||");
  EXPECT_EQ(cells(table.indicators[1]), "培训人数|=2075人|测绘〔2030〕号文件12附件|||30||||")
      << "12 ends a line, too, but the others make up the block";
  EXPECT_EQ(levels(table.indicators[2]), "履职效能/质量指标");
}

}  // namespace
}  // namespace mingzhang::profile
