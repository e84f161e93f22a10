// Performance tables against each other and against the sentences about them.
#include "support/performance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/check.h"
#include "scoring/pack.h"

namespace mingzhang::check {
namespace {

using Rows = std::vector<std::string>;

/// "error closed-list 100.00 -> 90.00", of rules about performance tables and figures.
Rows told(const std::string& text) {
  const profile::DataFiles data;
  const auto read = support::read(text, data, "xinjiang-final");
  const auto packs = scoring::load({{"scoring/national.toml", data.read("scoring/national.toml")},
                                    {"scoring/xinjiang.toml", data.read("scoring/xinjiang.toml")}});
  Rows out;
  for (const auto& finding : check(read.reading, {}, {&packs}).findings)
    if (!finding.rule.starts_with("missing-") && finding.rule != "numbering")
      out.push_back(std::string(finding.severity == Severity::error ? "error " : "warning ") + finding.rule + " " +
                    finding.stated + " -> " + finding.expected);
  return out;
}

std::string table(const std::string& title, const std::string& name, const std::string& money, const Rows& rows,
                  const std::string& goal = "采集数据。") {
  Rows all = {title,
              "（2031年度）",
              "项目名称||" + name + "||||||",
              "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
              "||年度资金总额|" + money,
              "年度总体目标|预期目标||||实际完成情况",
              "|" + goal + "||||已采集数据",
              "|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"};
  all.insert(all.end(), rows.begin(), rows.end());
  all.push_back("总分||||||100||");
  return support::rows(all);
}

std::string project(const std::string& name, const std::string& money, const std::string& people = "=30人|=30人") {
  return table("项目支出绩效自评表", name, money,
               {"|产出指标|数量指标|参加培训人数|" + people + "|50|50|",
                "|效益指标|社会效益指标|数据利用|有效提升|有效提升|40|40|"});
}

std::string whole(const std::string& money, const std::string& people) {
  return table("部门整体支出绩效自评表", "云岭市数据局", money,
               {"|履职效能|数量指标|档案修复参加培训人数|" + people + "|90|90|"}, "培训档案修复人员45名。");
}

const std::string narrative = "十一、预算绩效的情况说明\n预算绩效评价项目 2 个，全年预算数 ";

TEST(Performance, SentencesAboutAllProjectsAreTheSumsOfTheirTables) {
  const std::string tables =
      project("甲", "8.00|8.00|6.40|10|80.00%|8.00") + project("乙", "2.00|2.00|1.80|10|90.00%|9.00");
  EXPECT_EQ(told(narrative + "10.00 万元，全年执行数 8.20 万元。\n" + tables), Rows{});
  EXPECT_EQ(told(narrative + "12.00 万元，全年执行数 8.20 万元。\n" + tables),
            (Rows{"error closed-list 12.00 -> 10.00"}));
}

TEST(Performance, SentencesThatCountOtherTables) {
  EXPECT_EQ(told(narrative + "10.00 万元，全年执行数 8.20 万元。\n" + project("甲", "8.00|8.00|6.40|10|80.00%|8.00")),
            (Rows{"warning table-count 2 -> 1"}));
}

/// The executed amount of the whole unit is its own spending and that of its projects; then so is the budget, and the
/// rate follows from the right one.
TEST(Performance, RatesFollowTheRightAmount) {
  const std::string text =
      "三、支出决算情况说明\n2031 年度本年支出 16.40 万元，其中：基本支出 10.00 万元，占 60.98%；项目支出 6.40 "
      "万元，占 39.02%。\n"
      "十一、预算绩效的情况说明\n";
  const std::string tables = project("甲", "8.00|8.00|6.40|10|80.00%|8.00");
  EXPECT_EQ(told(text + whole("18.00|18.00|16.40|10|91.11%|9.11", "=45人|=45人") + tables), Rows{});
  EXPECT_EQ(told(text + whole("18.00|16.40|16.40|10|100.00%|10.00", "=45人|=45人") + tables),
            (Rows{"error closed-list 16.40 -> 18.00", "error execution-rate 100.00% -> 91.11"}));
}

/// 档案修复参加培训人数 of the whole unit is 参加培训人数 of the project 档案修复; its goal repeats the target.
TEST(Performance, TargetsOfTheWholeUnitAndOfTheProject) {
  const auto both = [](const std::string& people) {
    return told("十一、预算绩效的情况说明\n" + whole("8.00|8.00|6.40|10|80.00%|8.00", "=45人|=45人") +
                project("档案修复项目", "8.00|8.00|6.40|10|80.00%|8.00", people));
  };
  EXPECT_EQ(both("=45人|=45人"), Rows{});
  EXPECT_EQ(both("=30人|=30人"), (Rows{"warning same-indicator 45名 -> 30", "warning same-indicator =45人 -> 30"}));
}

/// Three columns of which two do not come out are no lost row if the parts make more than the whole.
TEST(Performance, PartsBeyondTheWholeLackNoRow) {
  const std::string text =
      support::rows({"项目支出绩效自评表", "（2031年度）", "项目名称||甲||||||",
                     "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
                     "||年度资金总额|8.00|8.00|6.00|10|75.00%|7.50", "||其中：当年财政拨款|8.00|8.50|6.50|—|—|—",
                     "||其他资金|0.00|0.00|0.00|—|—|—"});
  EXPECT_EQ(told("十一、预算绩效的情况说明\n" + text),
            (Rows{"error closed-list 8.00 -> 8.50", "error closed-list 6.00 -> 6.50"}));
}

/// One row of 90 points in a table that is right otherwise.
Rows told_of_row(const std::string& row) {
  return told(narrative.substr(0, narrative.find('\n') + 1) +
              table("项目支出绩效自评表", "甲", "8.00|8.00|6.40|10|80.00%|8.00", {"|" + row + "|90|90|"}));
}

TEST(Performance, TargetsPointTheRightWay) {
  EXPECT_EQ(told_of_row("产出指标|质量指标|学员满意度|≥95%|=95%"), Rows{});
  EXPECT_EQ(told_of_row("产出指标|质量指标|学员满意度|≤95%|=95%"), (Rows{"warning target-kind ≤95% -> >=95%"}));
  EXPECT_EQ(told_of_row("产出指标|质量指标|差错率|≤5%|=5%"), Rows{});
  EXPECT_EQ(told_of_row("成本指标|经济成本指标|每台成本|≥4500元|=4500元"),
            (Rows{"warning target-kind ≥4500元 -> <=4500元"}));
}

TEST(Performance, NoShareExceedsItsWhole) {
  EXPECT_EQ(told_of_row("产出指标|质量指标|合格率|≥95%|=106%"), (Rows{"warning target-kind =106% -> "}));
  EXPECT_EQ(told_of_row("产出指标|数量指标|任务完成率|≥95%|=106%"), Rows{});
}

TEST(Performance, ACountInTheNameIsTheTarget) {
  EXPECT_EQ(told_of_row("产出指标|数量指标|保障职工15人工资|15人|15人"), Rows{});
  EXPECT_EQ(told_of_row("产出指标|数量指标|保障职工35人工资|15人|15人"), (Rows{"warning target-kind 15人 -> "}));
  EXPECT_EQ(told_of_row("产出指标|数量指标|每2人一组培训人数|≥30人次|=30人次"), Rows{});
}

TEST(Performance, ReasonsStateTheFiguresOfTheirRow) {
  const auto reason = [](const std::string& words) {
    return told(narrative.substr(0, narrative.find('\n') + 1) +
                table("项目支出绩效自评表", "甲", "8.00|8.00|6.40|10|80.00%|8.00",
                      {"|产出指标|数量指标|聘用驾驶员人数|=2人|=1人|90|45|" + words}));
  };
  EXPECT_EQ(reason("年初计划聘用2人，实际只聘用1人。"), Rows{});
  EXPECT_EQ(reason("年初计划聘用9人，实际只聘用1人。"), (Rows{"warning reason-figure 9人 -> =2人"}));
  EXPECT_EQ(reason("年初计划聘用2人，实际只聘用3人。"), (Rows{"warning reason-figure 3人 -> =1人"}));
  EXPECT_EQ(reason("实际报名3人，体检合格的少。"), Rows{});  // another count
  EXPECT_EQ(reason("计划两批，实际只聘用1人。"), Rows{});
}

TEST(Performance, TargetAndResultAreOfOneUnitAndYear) {
  EXPECT_EQ(told_of_row("成本指标|经济成本指标|印刷费|=10万元|=100000元"), Rows{});
  EXPECT_EQ(told_of_row("产出指标|数量指标|印刷费|>=10元|=10万元"), (Rows{"warning target-kind =10万元 -> "}));
  EXPECT_EQ(told_of_row("产出指标|时效指标|完成时间|2031年底前|2031年11月"), Rows{});
  EXPECT_EQ(told_of_row("产出指标|时效指标|完成时间|2031年底前|2030年11月"), (Rows{"warning year 2030 -> 2031"}));
}

TEST(Performance, PointsThatABlockDeclaresAreThoseOfItsRows) {
  EXPECT_EQ(told_of_row("产出指标(90分)|数量指标|参训人数|=30人|=30人"), Rows{});
  EXPECT_EQ(told_of_row("产出指标(80分)|数量指标|参训人数|=30人|=30人"), (Rows{"error indicator-weights 90 -> 90"}));
}

Rows of_goal(const std::string& words) {
  return told("十一、预算绩效的情况说明\n" + table("项目支出绩效自评表", "甲", "8.00|8.00|6.40|10|80.00%|8.00",
                                                   {"|产出指标|数量指标|参训人数|=30人|=30人|90|90|"}, words));
}

/// The words say that the amount is the product; without them only a slip of a few per cent is told.
TEST(Performance, AmountsThatTheTextCallsAProduct) {
  EXPECT_EQ(of_goal("预计参训1000人,每人平均56元,项目资金5.60万元。"), Rows{});
  EXPECT_EQ(of_goal("预计参训1300人,每人平均56元,项目资金5.60万元。"), (Rows{"warning measurement 5.60万元 -> 7.28"}));
  EXPECT_EQ(of_goal("预计参训1300人,另发56元,宣传5.60万元。"), Rows{});
}

TEST(Performance, PartsThatTheTextNamesWhole) {
  EXPECT_EQ(of_goal("资金 9.00 万元包括培训 2.00 万元、会议 3.00 万元和其他 4.00 万元。"), Rows{});
  EXPECT_EQ(of_goal("资金 9.00 万元包括培训 2.00 万元、会议 7.00 万元和其他 4.00 万元。"),
            (Rows{"warning prose-sum 9.00万元 -> 13.00"}));
  EXPECT_EQ(of_goal("资金 9.00 万元，由培训 2.00 万元、会议 3.00 万元组成。"),
            (Rows{"warning prose-sum 9.00万元 -> 5.00"}));
  EXPECT_EQ(of_goal("资金 9.00 万元，包括培训 2.00 万元、会议 3.00 万元等。"), Rows{});
}

}  // namespace
}  // namespace mingzhang::check
