// The budgets of 新疆 in both forms, on an invented unit: what is recognised, read, related and written back.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "profile/load_form.h"
#include "profile/reading.h"
#include "profile/write.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

document::Document document_of(const std::string& text) {
  document::Document document;
  std::istringstream lines(text);
  std::string line;
  std::uint32_t number = 0;
  while (std::getline(lines, line)) {
    ++number;
    if (line.empty()) continue;
    document::Line out;
    out.number = number;
    out.text = line;
    out.fragments.push_back({0, static_cast<std::uint32_t>(line.size()), 0, 0});
    document.lines.push_back(std::move(out));
  }
  document.line_count = number;
  return document;
}

// Headings wrap, page numbers cut sentences, and nothing like a cover precedes.
const std::string opening = R"(第一部分 2025 年部门概况
一、主要职能
落实医疗保障制度。
二、机构设置及人员情况
云岭县医疗保障局无下属预算单位，下设 2 个科室，分别是：办公室，基金科。
云岭县医疗保障局编制数 9，实有人数 10 人，其中：在职 8 人，减少 1 人；退休 2 人，增加 1 人；离休 0 人，增加 0 人。
第二部分 2025 年部门预算公开表
编制部门：云岭县医疗保障局 单位：万元
编制部门：云岭县医疗保障局 单位：万元
编制部门：青河县民政局 单位：万元
上年结转结余情况明细表
第三部分 2025 年部门预算情况说明
一、关于云岭县医疗保障局 2025 年收支预算情况总体
说明
按照全口径预算的原则，云岭县医疗保障局 2025 年所有收入和支出均纳入部门预算管理。收支总预算 150.00 万元。
收入预算包括：一般公共预算。
支出预算包括：社会保障和就业支出、卫生健康支出。
二、关于云岭县医疗保障局 2025 年收入预算情况说明
云岭县医疗保障局部门收入预算 150.00 万元，其中：
一般公共预算 120.00 万元，占 80.00%，比上年预算增加 20.00 万元，
- 12 -
增长 20.00%，主要原因是新增项目。
上级一般公共预算安排的转移支付资金 30.00 万元，占 20.00%，与上年预算持平。
政府性基金预算未安排。
)";

const std::string items = R"(五、关于云岭县医疗保障局 2025 年一般公共预算当年拨款情况说明
（一）一般公共预算当年拨款规模变化情况
云岭县医疗保障局 2025 年一般公共预算拨款合计 150.00 万元，其中：
基本支出 100.00 万元，比上年预算增加 5.00 万元，增长 5.26%，主要原因是人员增加。
项目支出 50.00 万元，比上年预算增加 15.00 万元，增长 42.86%，主要原因是新增项目。
（二）一般公共预算当年拨款结构情况
1、社会保障和就业支出（类）40.00 万元，占 26.67%。
2、卫生健康支出（类）110.00 万元，占 73.33%。
（三）一般公共预算当年拨款具体使用情况
1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）：2025 年预算数为 40.00 万元，比上年预算增加 5.00 万元，增长 14.29%，主要原因是人员增加。
2、卫生健康支出（类）医疗保障管理事务（款）行政运行（项）：2025 年预算数为 110.00 万元，比上年预算增加 15.00 万元，增长 15.79%，主要原因是新增项目。
七、关于云岭县医疗保障局 2025 年一般公共预算项目支出情况说明
（一）项目名称：医保宣传
设立的政策依据：县财政局文件。
预算安排规模：20.00 万元
项目承担单位：云岭县医疗保障局
资金分配情况：印刷 2000 册，每册 100 元。
资金执行时间：2025 年 01 月 01 日至 2025 年 12 月 31 日
（二）项目名称：基金监管
设立的政策依据：县财政局文件。
预算安排规模：30.00 万元
项目承担单位：云岭县医疗保障局
资金分配情况：委托检查 30.00 万元。
资金执行时间：2025 年 1 月 1 日至 2025 年 12 月 31 日
(三) 国有资产占用使用情况
截至 2024 年底，云岭县医疗保障局占用使用国有资产总体情况为：
1.房屋 0.00 平方米，价值 0.00 万元。
2.车辆 1 辆，价值 9.26 万元；其中：一般公务用车 1 辆，价值 9.26 万元；执法执勤用车 0 辆，价值 0.00 万元；其他车辆 0 辆，价值 0.00 万元。
)";

Reading read(const document::Document& document) {
  return read_document(document, DataFiles());
}

std::string cells(const Reading& reading, const std::string& words) {
  std::string out;
  for (const auto& statement : reading.facts.statements)
    if (statement.has_figure && statement.text.starts_with(words)) out += to_string(statement.cell) + ";";
  return out;
}

std::vector<std::string> laws(const Reading& reading, const std::string& words) {
  std::vector<std::string> out;
  for (const auto& list : reading.facts.lists)
    if (list.law.str().find(words) != std::string::npos)
      out.push_back(list.law + " " + std::to_string(list.parts.size()));
  return out;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  text.replace(text.find(what), what.size(), with);
  return text;
}

TEST(BudgetProfile, EveryProfileOfTheIndexLoads) {
  for (const auto& id : profile_ids(DataFiles())) EXPECT_EQ(load_form(DataFiles(), id, 2025)->form.id, id);
}

TEST(BudgetProfile, UnitAndYearAreHeardFromManyPlacesAndASlipIsOutvoted) {
  const auto document = document_of(opening + items);
  const auto recognition = read(document).recognition;
  EXPECT_EQ(recognition.profile, "xinjiang-budget");
  EXPECT_EQ(recognition.unit, "云岭县医疗保障局");
  EXPECT_EQ(recognition.year, 2025);
  EXPECT_EQ(recognition.kind, "budget");
}

TEST(BudgetProfile, TheFormOfTenTablesIsTheOlderOne) {
  const auto document = document_of(replaced(opening, "上年结转结余情况明细表", "“三公”经费支出情况表"));
  EXPECT_EQ(read(document).recognition.profile, "xinjiang-budget-2023");
}

TEST(BudgetProfile, LastYearIsLastYearsBudget) {
  const auto document = document_of(opening);
  const auto reading = read(document);
  for (const auto& statement : reading.facts.statements) {
    if (statement.claim != cube::Claim::change || statement.text.find("20.00") == std::string::npos) continue;
    EXPECT_EQ(to_string(statement.cell), "year=2025 stage=initial flow=income fund=general level=own");
    EXPECT_EQ(to_string(statement.base), "year=2024 stage=initial flow=income fund=general level=own");
    return;
  }
  FAIL() << "the change was not read";
}

TEST(BudgetProfile, NothingIsLeftUnreadAndReasonsAreFreeText) {
  const auto document = document_of(opening + items);
  const auto reading = read(document);
  for (const auto& mention : reading.facts.unread) ADD_FAILURE() << mention.place.quote;
  std::uint32_t free = 0;
  for (const auto& mention : reading.facts.free_text) free += mention.numbers;
  EXPECT_EQ(free, 4u);  // three in what the money is for, and the number of a page
}

TEST(BudgetProfile, EveryClauseIsWrittenBackAsItWasRead) {
  const auto document = document_of(opening + items);
  const auto reading = read(document);
  EXPECT_GT(reading.clauses.size(), 30u);
  const std::string_view text = reading.stream->text();
  for (const auto& clause : reading.clauses) {
    const std::string original(text.substr(clause.match.begin, clause.match.end - clause.match.begin));
    EXPECT_EQ(write_clause(clause, reading), original) << clause.clause->id;
  }
}

TEST(BudgetProfile, MoneyOfAProjectIsItsOwn) {
  const auto document = document_of(opening + items);
  const auto reading = read(document);
  EXPECT_NE(cells(reading, "30.00").find("nature=project project=基金监管"), std::string::npos);
  EXPECT_EQ(laws(reading, "预算安排规模之和"), std::vector<std::string>{"项目支出 = 各项目预算安排规模之和 2"});
}

TEST(BudgetProfile, AssetsAreThoseOfTheEndOfLastYear) {
  const auto document = document_of(opening + items);
  EXPECT_EQ(cells(read(document), "1辆"),
            "measure=vehicles year=2024 stage=outturn item=all-vehicles;"
            "measure=vehicles year=2024 stage=outturn item=official-vehicles;");
}

TEST(BudgetProfile, ItemsAddUpToTheirClasses) {
  const auto document = document_of(opening + items);
  EXPECT_EQ(laws(read(document), "类级支出"),
            (std::vector<std::string>{"类级支出 = 所属各项支出之和（208） 1", "类级支出 = 所属各项支出之和（210） 1"}));
}

}  // namespace
}  // namespace mingzhang::profile
