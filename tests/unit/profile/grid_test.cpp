// Tables whose cells are known -> cells of the form, by the words of their headers.
#include <gtest/gtest.h>

#include "profile/own_codes.h"
#include "support/grid_pages.h"
#include "support/statements.h"

namespace mingzhang::profile {
namespace {

using support::GridPages;
using Words = std::vector<std::string>;

const std::string title = "上海市云岭区民政局2024年度部门决算";
const Words functional_header = {"项目+3\t\t\t\t合计\t基本支出\t项目支出", "支出功能分类科目编码+2\t\t\t科目名称\t\t\t",
                                 "类\t款\t项\t\t\t\t"};

class Grids : public testing::Test {
 protected:
  void read(GridPages& source) {
    document = std::move(source.document);
    reading = read_document(document, DataFiles(), "shanghai-final");
  }

  /// "T5|208|合计|12.50" for every value, in the order of the document.
  Words cells() const {
    Words out;
    for (const auto& statement : reading.facts.statements) {
      const auto& place = statement.place;
      if (statement.kind == cube::Kind::value && !place.table.empty())
        out.push_back(place.table + "|" + place.row + "|" + place.column + "|" + place.quote);
    }
    return out;
  }

  document::Document document;
  Reading reading;
};

TEST_F(Grids, CodesInThreeCellsAndTheTotalAtTheEnd) {
  GridPages source({title, "一般公共预算财政拨款支出决算表", "单位：万元"});
  source.grid(functional_header);
  source.rows({"208\t\t\t社会保障和就业支出\t9.00\t6.00\t3.00", "208\t05\t\t行政事业单位养老支出\t9.00\t6.00\t3.00",
               "208\t05\t01\t行政单位离退休\t9.00\t6.00\t3.00", "合计+3\t\t\t\t9.00\t6.00\t3.00"});
  read(source);
  EXPECT_EQ(cells().size(), 12u);
  EXPECT_EQ(cells()[6], "T5|2080501|合计|9.00");
  EXPECT_EQ(cells().back(), "T5|合计|项目支出|3.00");
  EXPECT_EQ(reading.facts.lists.size(), 4u + 3u * 3u);
}

TEST_F(Grids, ATotalBesideTheLastWordsOfTheHeader) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid({functional_header[0], functional_header[1]});
  source.rows({"类\t款\t项\t合计\t9.00\t6.00\t3.00", "208\t\t\t社会保障和就业支出\t9.00\t6.00\t3.00"});
  read(source);
  EXPECT_EQ(cells().front(), "T5|合计|合计|9.00");
  EXPECT_EQ(cells().size(), 6u);
}

TEST_F(Grids, BlankCellsKeepTheirColumn) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid(functional_header);
  source.rows({"208\t\t\t社会保障和就业支出\t9.00\t\t9.00"});
  read(source);
  EXPECT_EQ(cells(), (Words{"T5|208|合计|9.00", "T5|208|项目支出|9.00"}));
}

TEST_F(Grids, CodeAndNameInOneCellAndTwoPanels) {
  GridPages source({title, "一般公共预算财政拨款基本支出决算表"});
  source.grid({"经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数"});
  source.rows({"301\t工资福利支出\t7.00\t302商品和服务支出\t\t2.00", "30101\t基本工资\t7.00\t30207邮电费\t\t2.00",
               "人员经费合计+1\t\t7.00\t公用经费合计+1\t\t2.00"});
  read(source);
  EXPECT_EQ(cells(), (Words{"T6|301|决算数|7.00", "T6|302|决算数|2.00", "T6|30101|决算数|7.00", "T6|30207|决算数|2.00",
                            "T6|人员经费合计|决算数|7.00", "T6|公用经费合计|决算数|2.00"}));
}

TEST_F(Grids, OtherWordsAndAnotherOrderOfColumns) {
  GridPages source({title, "支出决算表"});
  source.grid({"科目编码\t科目名称\t项目支出\t本年支出合计数\t基本支出"});
  source.rows({"208\t社会保障和就业支出\t3.00\t9.00\t6.00"});
  read(source);
  EXPECT_EQ(cells(), (Words{"T3|208|项目支出|3.00", "T3|208|本年支出合计|9.00", "T3|208|基本支出|6.00"}));
}

TEST_F(Grids, FiguresUnderAHeaderWithoutALabel) {
  GridPages source({title, "财政拨款“三公”经费支出决算表"});
  source.grid({"财政拨款“三公”经费+11\t\t\t\t\t\t\t\t\t\t\t",
               "合计+1\t\t因公出国（境）费+1\t\t公务用车购置及运行费+5\t\t\t\t\t\t公务接待费+1\t",
               "\t\t\t\t小计+1\t\t公务用车购置费+1\t\t公务用车运行费+1\t\t\t",
               "预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数"});
  source.rows({"1.95\t1.20\t\t\t1.00\t0.80\t\t\t1.00\t0.80\t0.95\t0.40"});
  read(source);
  EXPECT_EQ(cells().size(), 8u);
  EXPECT_EQ(cells().back(), "T7||财政拨款“三公”经费/公务接待费/决算数|0.40");
  EXPECT_TRUE(reading.facts.unread.empty());
}

TEST_F(Grids, APageThatGoesOnWithoutAHeader) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid(functional_header);
  source.rows({"208\t\t\t社会保障和就业支出\t9.00\t6.00\t3.00"});
  source.grid({"221\t\t\t住房保障支出\t2.00\t\t2.00"});
  read(source);
  EXPECT_EQ(cells().back(), "T5|221|项目支出|2.00");
}

TEST_F(Grids, ATitleInTheFirstRow) {
  GridPages source({title});
  source.grid({"2024年度支出决算表+6\t\t\t\t\t\t", "单位：元+6\t\t\t\t\t\t",
               "支出功能分类科目编码+2\t\t\t科目名称\t本年支出合计\t基本支出\t项目支出"});
  source.rows({"208\t\t\t社会保障和就业支出\t90000\t60000\t30000"});
  read(source);
  ASSERT_EQ(cells().size(), 3u);
  EXPECT_EQ(cells().front(), "T3|208|本年支出合计|90000");
  EXPECT_EQ(reading.facts.statements.back().quantity.value, money::Decimal(30000));
}

TEST_F(Grids, AMergedCellBelowTheWordsOfTheHeader) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid({functional_header[0], functional_header[1], "类\t款\t项+4\t\t\t\t"});
  source.rows({"208\t05\t01\t行政单位离退休\t9.00\t6.00\t3.00"});
  read(source);
  EXPECT_EQ(cells(), (Words{"T5|2080501|合计|9.00", "T5|2080501|基本支出|6.00", "T5|2080501|项目支出|3.00"}));
}

TEST_F(Grids, AnAmountIsNoCode) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid({"科目编码\t科目名称\t捐赠\t合计\t基本支出\t项目支出"});
  source.rows({"208\t社会保障和就业支出\t0\t10.00\t6.00\t4.00"});
  read(source);
  EXPECT_EQ(cells().front(), "T5|208|合计|10.00");
  ASSERT_EQ(reading.facts.unread.size(), 1u);
  EXPECT_TRUE(support::words(reading.facts, "short-code").empty());
}

TEST_F(Grids, ATotalMayStandInAnotherPanelThanItsFigure) {
  GridPages source({title, "一般公共预算财政拨款基本支出决算表"});
  source.grid({"经济分类科目编码\t科目名称\t决算数\t经济分类科目编码\t科目名称\t决算数"});
  source.rows({"公用经费合计+4\t\t\t\t\t2.00"});
  read(source);
  EXPECT_EQ(cells(), Words{"T6|公用经费合计|决算数|2.00"});
}

TEST_F(Grids, RowsWithoutRulingLinesAreReadByTheirLaws) {
  GridPages source({title, "一般公共预算财政拨款支出决算表", "单位：万元", "科目编码 科目名称 合计 基本支出 项目支出",
                    "208 社会保障和就业支出 9.00 6.00 3.00", "208 05 行政事业单位养老支出 9.00 6.00 3.00",
                    "208 05 01 行政单位离退休 9.00 6.00 3.00", "合计 9.00 6.00 3.00", "支出决算表"});
  source.grid({"科目编码\t科目名称\t本年支出合计\t基本支出"});
  source.rows({"208\t社会保障和就业支出\t9.00\t9.00"});
  read(source);
  EXPECT_EQ(cells().size(), 14u);
  EXPECT_EQ(cells()[8], "T5|2080501|项目支出|3.00");
}

TEST_F(Grids, WhatTheFormDoesNotKnowStopsItsSums) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid({"支出功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出\t捐赠"});
  source.rows({"208\t社会保障和就业支出\t10.00\t6.00\t3.00\t1.00"});
  read(source);
  ASSERT_EQ(reading.facts.unread.size(), 1u);
  EXPECT_EQ(reading.facts.unread[0].why, "column-unknown");
  EXPECT_TRUE(reading.facts.lists.empty());
}

TEST_F(Grids, ShortCodesAreToldAndMeantInFull) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid(functional_header);
  source.rows({"208\t5\t1\t行政单位离退休\t9.00\t6.00\t3.00"});
  read(source);
  EXPECT_EQ(cells().front(), "T5|2080501|合计|9.00");
  EXPECT_EQ(support::words(reading.facts, "short-code"), (Words{"5", "1"}));
}

TEST_F(Grids, SentencesAndTablesShareCodesThatNoClassificationHas) {
  GridPages source({title, "一般公共预算财政拨款支出决算表"});
  source.grid(functional_header);
  source.rows({"204\t06\t98\t乡村调解\t9.00\t6.00\t3.00"});
  read(source);
  EXPECT_EQ(reading.functional.name_of("2040698"), "乡村调解");
  EXPECT_EQ(read_path("公共安全支出(类)司法(款)乡村调解(项)", reading.functional).code, "2040698");
}

TEST(Paths, MayPrintTheirCodes) {
  Classification sample;
  sample.add("208", "社会保障和就业支出");
  sample.add("20805", "行政事业单位养老支出");
  sample.add("2080501", "行政单位离退休");
  const auto path = read_path("社会保障支出(208类)行政事业单位养老支出(05款)行政单位离退休(01项)", sample);
  EXPECT_EQ(path.code, "2080501");
  EXPECT_FALSE(path.exact);
  EXPECT_EQ(path.marks, (Words{"(208类)", "(05款)", "(01项)"}));
}

}  // namespace
}  // namespace mingzhang::profile
