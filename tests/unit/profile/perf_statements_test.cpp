// What performance tables say of the cube, and that no number of theirs is lost.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/performance.h"

namespace mingzhang::profile {
namespace {

using cube::Kind;
using cube::Statement;
using support::project_of;

std::string without_year(const cube::Cell& cell) {
  return to_string(cell.with(cube::Dimension::year, cube::Member()));
}

const Statement* value_of(const Reading& reading, const std::string& cell) {
  for (const auto& statement : reading.facts.statements)
    if (statement.kind == Kind::value && without_year(statement.cell) == cell) return &statement;
  return nullptr;
}

std::string spelled(const Reading& reading, const std::string& cell) {
  const auto* statement = value_of(reading, cell);
  return statement == nullptr ? "none" : statement->quantity.value.to_string() + statement->quantity.unit;
}

std::vector<std::string> lists(const Reading& reading) {
  std::vector<std::string> out;
  for (const auto& list : reading.facts.lists) {
    std::string law = list.law + ": " + reading.facts.statements[list.whole].text + " =";
    for (const auto part : list.parts) law += " " + reading.facts.statements[part].text;
    out.push_back(law);
  }
  return out;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST(PerfStatements, MoneyIsMoneyOfTheProject) {
  const auto document = project_of({});
  const auto& reading = document.reading;
  EXPECT_EQ(spelled(reading, "stage=initial project=采集数据 item=project"), "80000元");
  EXPECT_EQ(spelled(reading, "stage=adjusted project=采集数据 item=project"), "80000元");
  EXPECT_EQ(spelled(reading, "stage=outturn project=采集数据 item=project"), "60000元");
}

TEST(PerfStatements, MoneyInYuan) {
  auto lines = support::project_head();
  lines[3] = "项目资金（元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分";
  const auto document = support::read(support::rows(lines), DataFiles(), "xinjiang-final");
  EXPECT_EQ(spelled(document.reading, "stage=outturn project=采集数据 item=project"), "6.00元");
}

TEST(PerfStatements, PointsAndValuesAreCountedByRow) {
  const auto document =
      project_of({"|产出指标|数量指标|甲|≥12 万人|=11.5 万人|30|28.75|少采集", "|||乙|有所提升|提升|60|60"});
  const auto& reading = document.reading;
  const auto at = [&](const std::string& measure, const std::string& item) {
    return spelled(reading, "measure=" + measure + " stage=outturn project=采集数据 item=" + item);
  };
  EXPECT_EQ(at("weight", "1"), "30分");
  EXPECT_EQ(at("score", "1"), "28.75分");
  EXPECT_EQ(at("target", "1"), "120000人");
  EXPECT_EQ(at("actual", "1"), "115000人");
  EXPECT_EQ(at("target", "2"), "none");
  EXPECT_EQ(at("weight", "execution"), "10分");
  EXPECT_EQ(at("rate", "execution"), "75.00%");
  EXPECT_EQ(at("score", "execution"), "7.50分");
  const auto* target = value_of(reading, "measure=target stage=outturn project=采集数据 item=1");
  ASSERT_NE(target, nullptr);
  EXPECT_EQ(target->relation, cube::Relation::at_least);
  EXPECT_EQ(target->place.table, "P-project");
  EXPECT_EQ(target->place.row, "甲");
  EXPECT_EQ(target->place.column, "年度指标值");
  EXPECT_EQ(target->state, cube::State::placed);
}

TEST(PerfStatements, SourcesMakeUpTheWhole) {
  const auto document = support::read(support::content("xinjiang-project.txt"), DataFiles(), "xinjiang-final");
  EXPECT_EQ(lists(document.reading), (std::vector<std::string>{"年度资金总额 = 资金来源之和: 60.00 = 60.00 0.00",
                                                               "年度资金总额 = 资金来源之和: 50.00 = 50.00 0.00",
                                                               "年度资金总额 = 资金来源之和: 45.50 = 45.50 0.00"}));
}

TEST(PerfStatements, TasksMakeUpTheirSum) {
  const auto document = support::read(support::content("shaanxi-whole.txt"), DataFiles(), "shaanxi-final");
  const auto all = lists(document.reading);
  EXPECT_TRUE(holds(all, "任务2 = 财政拨款与其他资金之和: 8.50 = 8.00 0.50"));
  EXPECT_TRUE(holds(all, "任务1 = 财政拨款与其他资金之和: 90.00 = 90.00"));
  EXPECT_TRUE(holds(all, "金额合计 = 任务之和: 118.50 = 90.00 8.50 20.00"));
  EXPECT_TRUE(holds(all, "金额合计 = 任务之和: 113.00 = 90.00 8.00 15.00"));
  EXPECT_TRUE(holds(all, "金额合计 = 任务之和: 0.40 = 0.40"));
  EXPECT_TRUE(holds(all, "金额合计 = 任务之和: 10 = 4 3 3"));
  EXPECT_EQ(all.size(), 15u);
}

TEST(PerfStatements, ASentenceAndATableSpeakOfOneProject) {
  auto lines = support::project_head();
  lines.insert(lines.begin(), {"（三）项目绩效自评结果",
                               "1. 采集数据项目绩效自评综述：全年预算数8.00万元，执行数6.00万元，完成预算的75.00%。"});
  const auto document = support::read(support::rows(lines), DataFiles(), "shaanxi-final");
  const auto count = std::count_if(
      document.reading.facts.statements.begin(), document.reading.facts.statements.end(), [](const auto& statement) {
        return statement.kind == Kind::value &&
               without_year(statement.cell) == "stage=adjusted project=采集数据项目 item=project";
      });
  EXPECT_EQ(count, 2);
}

TEST(PerfStatements, TablesWithoutNamesAreDifferentProjects) {
  auto first = support::project_head(), second = support::project_head();
  first[2] = second[2] = "项目名称||";
  first.insert(first.end(), second.begin(), second.end());
  const auto document = support::read(support::rows(first), DataFiles(), "xinjiang-final");
  EXPECT_EQ(spelled(document.reading, "stage=outturn project=#1 item=project"), "60000元");
  EXPECT_EQ(spelled(document.reading, "stage=outturn project=#2 item=project"), "60000元");
}

TEST(PerfStatements, EveryNumberIsAccountedFor) {
  for (const auto& [name, profile] :
       {std::pair("xinjiang-project.txt", "xinjiang-final"), std::pair("shaanxi-whole.txt", "shaanxi-final")}) {
    const auto document = support::read(support::content(name), DataFiles(), profile);
    const auto coverage = count_coverage(document.reading);
    EXPECT_EQ(coverage.unread, 0u) << name;
    EXPECT_GT(coverage.free_text, 0u) << name;
    EXPECT_GT(coverage.placed, 30u) << name;
    EXPECT_EQ(coverage.numbers, coverage.placed + coverage.free_text) << name;
  }
}

TEST(PerfStatements, RowsThatWereNotUnderstoodAreUnread) {
  const auto document =
      project_of({"|产出指标|数量指标|甲|=1个|=1个|90|90.00", "|||没有分值的一行 88", "总分||100|97.50"});
  ASSERT_EQ(document.reading.facts.unread.size(), 1u);
  EXPECT_EQ(document.reading.facts.unread[0].why, "performance-table");
  EXPECT_EQ(document.reading.facts.unread[0].place.quote, "88");
}

TEST(PerfStatements, WhatFollowsTheTableIsNoPartOfIt) {
  const auto document = project_of({"总分||100|97.50", "注：共 2 页。", "另外支出 77.00 万元。"});
  ASSERT_EQ(document.reading.facts.free_text.size(), 1u);
  EXPECT_EQ(document.reading.facts.free_text[0].place.line, 10u);
  ASSERT_EQ(document.reading.facts.unread.size(), 1u);
  EXPECT_EQ(document.reading.facts.unread[0].why, "outside");
}

TEST(PerfStatements, NumbersBeyondAllBoundsAreUnread) {
  const std::string huge(60, '9');
  const auto document = project_of({"|产出指标|数量指标|甲|=" + huge + "个|=1个|90|90.00"});
  ASSERT_EQ(document.reading.facts.unread.size(), 1u);
  EXPECT_EQ(document.reading.facts.unread[0].why, "number-too-large");
}

TEST(PerfStatements, OtherTextIsStillUnread) {
  const auto document = support::read("项目支出绩效自评表\n项目名称 采集数据\n年度资金总额 8.00 8.00 6.00\n",
                                      DataFiles(), "xinjiang-final");
  const auto coverage = count_coverage(document.reading);
  EXPECT_EQ(coverage.numbers, coverage.unread + coverage.placed + coverage.free_text);
}

}  // namespace
}  // namespace mingzhang::profile
