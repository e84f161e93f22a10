// Clauses of sections -> statements.
#include <gtest/gtest.h>

#include "profile/write.h"
#include "support/small_form.h"
#include "support/statements.h"

namespace mingzhang::profile {
namespace {

using cube::Claim;
using support::claims;
using support::mentions;
using support::values;
using support::words;
using Words = std::vector<std::string>;

const std::string head = "云岭县医疗保障局2023年度样例决算公开\n";

class Clauses : public testing::Test {
 protected:
  void read(const std::string& text) { document = support::read(head + text, data.files()); }
  const cube::Facts& facts() const { return document.reading.facts; }

  support::SmallForm data;
  support::ReadDocument document;
};

TEST_F(Clauses, FiguresAreValuesOfTheirCells) {
  read("一、总体情况\n2023年度收入总计 1,318.40 万元，支出总计 1,318.40 万元。\n");
  EXPECT_EQ(values(facts(), "overview"),
            (Words{"year=2023 stage=outturn flow=sources = 1,318.40", "year=2023 stage=outturn flow=uses = 1,318.40"}));
  EXPECT_EQ(words(facts(), "year"), Words{"2023"});
  EXPECT_TRUE(facts().unread.empty());
}

TEST_F(Clauses, PlacesAreThoseOfTheFigure) {
  read("一、总体情况\n2023年度收入总计 1,318.40\n万元，支出总计 20 万元。\n");
  const auto& figure = facts().statements.at(1);
  EXPECT_EQ(figure.place.line, 3u);
  EXPECT_EQ(figure.place.last_line, 4u);
  EXPECT_EQ(figure.place.quote, "1,318.40万元");
  EXPECT_EQ(document.document->lines[2].text.substr(figure.place.begin, 8), "1,318.40");
}

TEST_F(Clauses, MembersAreCoordinatesOfWhatTheClauseSays) {
  read("二、收入情况\n本年收入 10 万元，其中：财政拨款收入 9 万元，占 90.00%；其它收入 1 万元，占 10.00%。\n");
  EXPECT_EQ(values(facts(), "income"),
            (Words{"year=2023 stage=outturn flow=income = 10", "year=2023 stage=outturn flow=income fund=fiscal = 9",
                   "year=2023 stage=outturn flow=income fund=other = 1"}));
  const auto shares = claims(facts(), Claim::share);
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_EQ(cube::to_string(shares[1]->cell), "year=2023 stage=outturn flow=income fund=other");
  EXPECT_EQ(cube::to_string(shares[1]->base), "year=2023 stage=outturn flow=income");
  EXPECT_EQ(shares[1]->quantity.spell(), "10.00");
}

TEST_F(Clauses, AListOfTheSectionGathersWhatIsPrinted) {
  read("二、收入情况\n本年收入 10 万元，财政拨款收入 9 万元，占 90.00%；其他收入 1 万元，占 10.00%。\n");
  EXPECT_EQ(support::lists(facts()), Words{"收入 = 各项之和: 10 = 9 + 1"});
  ASSERT_EQ(facts().lists[0].absent.size(), 1u);
  EXPECT_EQ(facts().lists[0].absent[0][cube::Dimension::fund].name(), "superior");
}

TEST_F(Clauses, ChangesCompareTheirSubjectWithLastYear) {
  read("一、总体情况\n收入总计与上年相比，减少 2.50 万元，下降 20.00%，主要原因是：人员减少。\n");
  const auto change = claims(facts(), Claim::change);
  ASSERT_EQ(change.size(), 1u);
  EXPECT_EQ(cube::to_string(change[0]->cell), "year=2023 stage=outturn flow=sources");
  EXPECT_EQ(cube::to_string(change[0]->base), "year=2022 stage=outturn flow=sources");
  EXPECT_EQ(change[0]->direction, -1);
  EXPECT_EQ(claims(facts(), Claim::growth).size(), 1u);
  const auto directions = claims(facts(), Claim::direction);
  ASSERT_EQ(directions.size(), 2u);
  EXPECT_EQ(directions[1]->direction, -1);
  EXPECT_EQ(words(facts(), "reason"), Words{"人员减少"});
  EXPECT_EQ(facts().statements.back().cell, change[0]->cell);  // the reason is about the same
}

TEST_F(Clauses, ClausesThatFollowInheritTheSubject) {
  read("二、收入情况\n本年收入合计 10 万元，比上年增加 1 万元，增长 11.11%。主要原因：补助增加。\n");
  const auto change = claims(facts(), Claim::change);
  ASSERT_EQ(change.size(), 1u);
  EXPECT_EQ(cube::to_string(change[0]->cell), "year=2023 stage=outturn flow=income");
  ASSERT_EQ(document.reading.clauses.size(), 2u);  // the reason needs 是
  read("二、收入情况\n财政拨款收入 9 万元，占 90.00%，主要原因是补助增加。\n");
  EXPECT_EQ(cube::to_string(facts().statements.back().cell), "year=2023 stage=outturn flow=income fund=fiscal");
}

TEST_F(Clauses, FollowingClausesAreReadNowhereElse) {
  read("二、收入情况\n本年收入合计 10 万元。文字。\n，比上年增加 1 万元，增长 11.11%。\n");
  EXPECT_TRUE(claims(facts(), Claim::change).empty());
  EXPECT_EQ(mentions(facts().unread), Words{"no-clause: 1 万元，增长 11.11"});
}

TEST_F(Clauses, OnlyThoseThatRepeatAreReadTwice) {
  read("二、收入情况\n本年收入 10 万元。本年收入 11 万元。其他收入 1 万元，占 1%。其他收入 2 万元，占 2%。\n");
  EXPECT_EQ(values(facts(), "income").size(), 3u);
  EXPECT_EQ(mentions(facts().unread), Words{"no-clause: 11"});
}

TEST_F(Clauses, AnAddedSentenceCostsNothingElse) {
  read("二、收入情况\n本年收入 10 万元。另有 7 笔收入未列。其他收入 1 万元，占 10.00%。\n");
  EXPECT_EQ(values(facts(), "income").size(), 2u);
  EXPECT_EQ(mentions(facts().unread), Words{"no-clause: 7"});
}

TEST_F(Clauses, BudgetsAreAnotherStageOfTheSubject) {
  read("一、总体情况\n年初预算 8 万元，完成预算的 125.00%，差异率 25.00%。\n");
  EXPECT_EQ(values(facts(), "overview"), Words{"year=2023 stage=initial flow=uses = 8"});
  const auto completion = claims(facts(), Claim::completion);
  ASSERT_EQ(completion.size(), 1u);
  EXPECT_EQ(cube::to_string(completion[0]->cell), "year=2023 stage=outturn flow=uses");
  EXPECT_EQ(cube::to_string(completion[0]->base), "year=2023 stage=initial flow=uses");
  EXPECT_EQ(claims(facts(), Claim::deviation).size(), 1u);
}

TEST_F(Clauses, CountsOfNamesAreClaims) {
  read("一、总体情况\n本单位共有 15 人，编外 3 人。下设 3 个科室：综合科、基金科（监督）。\n");
  EXPECT_EQ(words(facts(), "unit"), Words{"本单位"});
  EXPECT_EQ(words(facts(), "offices-name"), (Words{"综合科", "基金科(监督)"}));
  const auto names = claims(facts(), Claim::names);
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0]->direction, 2);
  EXPECT_EQ(names[0]->quantity.spell(), "3");
}

TEST_F(Clauses, NamesOfAListAreItsMembers) {
  read("三、支出情况\n工资福利包括基本工资、津贴补贴、其他名目。\n");
  const auto& statements = facts().statements;
  ASSERT_EQ(words(facts(), "economic-name"), (Words{"基本工资", "津贴补贴", "其他名目"}));
  EXPECT_EQ(statements[0].cell[cube::Dimension::economic].name(), "30101");
  EXPECT_EQ(statements[1].cell[cube::Dimension::economic].name(), "30102");
  EXPECT_TRUE(statements[2].cell[cube::Dimension::economic].is_root());
}

TEST_F(Clauses, PathsAreCodesOrWhatWasWritten) {
  read(
      "三、支出情况\n1.卫生健康支出（类）医疗保障管理事务（款）行政运行（项）：支出 3 万元。\n"
      "2.卫生健康支出（类）某事务（款）某运行（项）：支出 2 万元。\n");
  const auto read_values = values(facts(), "items");
  ASSERT_EQ(read_values.size(), 2u);
  EXPECT_EQ(read_values[0], "year=2023 stage=outturn flow=expenditure fund=general function=2101501 = 3");
  EXPECT_NE(read_values[1].find("function=卫生健康支出(类)某事务(款)某运行(项)"), std::string::npos);
  EXPECT_EQ(words(facts(), "path").size(), 2u);
}

TEST_F(Clauses, NumbersThatDoNotFitAreUnread) {
  read("二、收入情况\n本年收入 99999999999999999999 万元。\n");
  EXPECT_TRUE(values(facts(), "income").empty());
  EXPECT_EQ(mentions(facts().unread), Words{"number-too-large: 99999999999999999999 万元"});
}

TEST_F(Clauses, SectionsOfFreeTextAreNotRead) {
  read("四、其他说明\n本年收入 10 万元。\n");
  EXPECT_TRUE(document.reading.clauses.empty());
  EXPECT_EQ(mentions(facts().free_text), Words{": 10"});
}

TEST_F(Clauses, TheUnitOfAnAmountIsThatPrinted) {
  read("一、总体情况\n2023年度收入总计 5 元，支出总计 0.5 亿元。\n");
  const auto& sources = facts().statements.at(1).quantity;
  const auto& uses = facts().statements.at(2).quantity;
  EXPECT_EQ(sources.value, money::Decimal(5));
  EXPECT_EQ(uses.value, money::Decimal(50'000'000));
}

TEST_F(Clauses, EveryClauseReadIsWrittenAgain) {
  read(
      "一、总体情况\n2023年度收入总计 1,318.40 万元，支出总计 1318.4 万元。本单位共有 15 人，编外 3 人。\n"
      "收入总计与上年相比，持平 0 万元，增长 0%，主要原因是：无。下设 2 个科室：综合科、基金科。\n"
      "二、收入情况\n本年收入合计 10 万元，为近三年最高，比上年增加 约1 万元，增长 百分之十。其它收入 1 万元，占 "
      "10.00%。\n"
      "三、支出情况\n（三）卫生健康支出（类）医疗保障管理事务（款）行政运行（项）：支出 3 万元。\n"
      "4.卫生健康支出（类）医疗保障管理事务行政运行（项）：支出 3 万元。\n");
  EXPECT_EQ(document.reading.clauses.size(), 10u);
  for (const auto& clause : document.reading.clauses) {
    const auto words_read =
        document.reading.stream->text().substr(clause.match.begin, clause.match.end - clause.match.begin);
    EXPECT_EQ(write_clause(clause, document.reading), words_read) << clause.clause->id;
  }
}

}  // namespace
}  // namespace mingzhang::profile
