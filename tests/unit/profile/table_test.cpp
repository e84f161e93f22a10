// Rows of tables -> cells.
#include <gtest/gtest.h>

#include "support/small_form.h"
#include "support/statements.h"

namespace mingzhang::profile {
namespace {

using support::mentions;
using support::words;
using Words = std::vector<std::string>;

const std::string head = "云岭县医疗保障局2023年度样例决算公开\n五、附表\n";
const std::string totals_head =
    "收支总表\n公开 01 "
    "表\n编制单位：云岭县医疗保障局\n金额单位：万元\n收入\t\t\t支出\t\t\n项目\t行次\t决算数\t项目\t行次\t决算数\n"
    "栏次\t\t1\t栏次\t\t2\n";
const std::string spent_head =
    "支出决算表\n金额单位：万元\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n";

class Tables : public testing::Test {
 protected:
  void read(const std::string& text) { document = support::read(head + text, data.files()); }
  const cube::Facts& facts() const { return document.reading.facts; }

  /// "T1|总计|收入/决算数|12.50" for every value, in the order of the document.
  Words cells() const {
    Words out;
    for (const auto& statement : facts().statements) {
      if (statement.kind != cube::Kind::value) continue;
      const auto& place = statement.place;
      out.push_back(place.table + "|" + place.row + "|" + place.column + "|" + place.quote);
    }
    return out;
  }

  support::SmallForm data;
  support::ReadDocument document;
};

TEST_F(Tables, HalvesOfATableAreRowsOfTheirOwn) {
  read(totals_head +
       "一、财政拨款收入\t1\t9.50\t一、社会保障和就业支出\t6\t\n"
       "二、其他收入\t2\t0.50\t二、卫生健康支出\t7\t10.00\n"
       "本年收入合计\t3\t10.00\t本年支出合计\t8\t10.00\n"
       "\t4\t\t\t9\t\n"
       "总计\t5\t10.00\t总计\t10\t10.00\n");
  EXPECT_EQ(cells(),
            (Words{"T1|一、财政拨款收入|收入/决算数|9.50", "T1|二、其他收入|收入/决算数|0.50",
                   "T1|二、卫生健康支出|支出/决算数|10.00", "T1|本年收入合计|收入/决算数|10.00",
                   "T1|本年支出合计|支出/决算数|10.00", "T1|总计|收入/决算数|10.00", "T1|总计|支出/决算数|10.00"}));
  EXPECT_EQ(cube::to_string(facts().statements.back().cell), "year=2023 stage=outturn flow=uses");
  EXPECT_EQ(words(facts(), "row-number").size(), 10u);
  EXPECT_EQ(words(facts(), "column-number"), (Words{"1", "2"}));
  EXPECT_EQ(words(facts(), "table-label"), Words{"公开01表"});
  EXPECT_TRUE(facts().unread.empty());
}

TEST_F(Tables, LabelAndUnitMayStandInOneRow) {
  std::string one_row = totals_head;
  const std::string apart = "表\n编制单位：云岭县医疗保障局\n金额单位：万元\n";
  one_row.replace(one_row.find(apart), apart.size(), "表    编制单位：云岭县医疗保障局    金额单位：元\n");
  read(one_row + "一、财政拨款收入\t1\t95000.00\t\t6\t\n");
  EXPECT_EQ(words(facts(), "table-label"), Words{"公开01表"});
  ASSERT_EQ(cells(), Words{"T1|一、财政拨款收入|收入/决算数|95000.00"});
  for (const auto& statement : facts().statements) {
    if (statement.kind != cube::Kind::value) continue;
    EXPECT_EQ(statement.quantity.value, money::Decimal(95'000));  // 元
  }
}

TEST_F(Tables, LabelsAreKnownByTheirWordsNotTheirNumbering) {
  read(totals_head + "1.其他收入\t2\t0.50\t支出合计\t8\t10.00\n");
  EXPECT_EQ(cells(), (Words{"T1|二、其他收入|收入/决算数|0.50", "T1|本年支出合计|支出/决算数|10.00"}));
}

TEST_F(Tables, RowsOfTreesAreCodes) {
  read(spent_head +
       "合计\t\t10.00\t6.00\t4.00\n"
       "210\t卫生健康支出\t10.00\t6.00\t4.00\n"
       "21015\t医疗保障管理事务\t10.00\t6.00\t4.00\n"
       "2101501\t行政运行\t6.00\t6.00\t\n");
  EXPECT_EQ(cells().size(), 11u);
  EXPECT_EQ(cells()[3], "T2|210|本年支出/合计|10.00");
  EXPECT_EQ(cells().back(), "T2|2101501|本年支出/基本支出|6.00");
  EXPECT_EQ(cube::to_string(facts().statements.back().cell),
            "year=2023 stage=outturn flow=expenditure fund=general function=2101501 nature=basic");
  EXPECT_EQ(words(facts(), "name"), (Words{"卫生健康支出", "医疗保障管理事务", "行政运行"}));
  EXPECT_EQ(document.reading.tables[0].rows.size(), 4u);
}

TEST_F(Tables, BlankCellsDoNotShiftTheirNeighbours) {
  read(spent_head + "合计\t\t4.00\t\t4.00\n");
  EXPECT_EQ(cells(), (Words{"T2|合计|本年支出/合计|4.00", "T2|合计|本年支出/项目支出|4.00"}));
}

TEST_F(Tables, TheNumberRowSaysWhereColumnsStand) {
  read(
      "支出决算表\n科目代码\t\t\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t\t\t1\t2\t3\n"
      "210\t\t\t卫生健康支出\t6.00\t\t1.00\n");
  EXPECT_EQ(cells(), (Words{"T2|210|本年支出/合计|6.00", "T2|210|本年支出/项目支出|1.00"}));
}

TEST_F(Tables, RowsThatLeftTheGridAreReadIfFull) {
  read(spent_head + "合计\t\t\t\t10.00\t6.00\t4.00\n");
  EXPECT_EQ(cells(),
            (Words{"T2|合计|本年支出/合计|10.00", "T2|合计|本年支出/基本支出|6.00", "T2|合计|本年支出/项目支出|4.00"}));
  EXPECT_TRUE(facts().unread.empty());
}

TEST_F(Tables, RowsThatLeftTheGridAndLackANumberAreUnread) {
  read(spent_head + "合计\t\t\t\t10.00\t6.00\n");
  EXPECT_TRUE(cells().empty());  // the first stands at a column, but hardly at its own
  EXPECT_EQ(mentions(facts().unread), (Words{"column-unknown: 10.00", "column-unknown: 6.00"}));
}

TEST_F(Tables, RowsThatNobodyKnowsAreUnread) {
  read(spent_head + "合计\t\t10.00\t6.00\t4.00\n行政运行\t\t6.00\t6.00\t0.00\n\t\t1.00\t\t\n");
  EXPECT_EQ(cells().size(), 3u);
  EXPECT_EQ(mentions(facts().unread),
            (Words{"row-unknown: 6.00", "row-unknown: 6.00", "row-unknown: 0.00", "row-unknown: 1.00"}));
}

TEST_F(Tables, CodesOutsideTheClassificationAreNoRows) {
  read(spent_head + "990\t某支出\t1.00\t1.00\t0.00\n");
  EXPECT_TRUE(cells().empty());
  EXPECT_EQ(mentions(facts().unread).size(), 4u);
}

TEST_F(Tables, TablesWithoutNumberRowBeginWithTheirFirstCode) {
  read(
      "基本支出表\n单位：元\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
      "301\t工资福利支出\t60000.00\t302\t商品和服务支出\t5000.00\n"
      "30101\t基本工资\t60000.00\t30201\t办公费\t5000.00\n"
      "人员经费合计\t\t60000.00\t\t\t\n");
  EXPECT_EQ(cells(), (Words{"T3|301|决算数|60000.00", "T3|302|决算数|5000.00", "T3|30101|决算数|60000.00",
                            "T3|30201|决算数|5000.00", "T3|人员经费合计|决算数|60000.00"}));
  EXPECT_EQ(facts().statements.back().quantity.value, money::Decimal(60'000));  // 元, as the table says
}

TEST_F(Tables, AThreeDigitFigureIsNoCode) {
  read(spent_head + "合计\t\t210\t208\t2\n");
  EXPECT_EQ(cells(),
            (Words{"T2|合计|本年支出/合计|210", "T2|合计|本年支出/基本支出|208", "T2|合计|本年支出/项目支出|2"}));
}

TEST_F(Tables, FiguresThatDoNotFitAreUnread) {
  read(spent_head + "合计\t\t99999999999999999999.00\t\t\n");
  EXPECT_EQ(mentions(facts().unread), Words{"number-too-large: 99999999999999999999.00"});
}

TEST_F(Tables, RemarksBelowAreFreeText) {
  read(spent_head + "合计\t\t1.00\t1.00\t0.00\n注：尾差 0.01 万元。\n");
  EXPECT_EQ(mentions(facts().free_text), Words{": 0.01"});
  EXPECT_TRUE(facts().unread.empty());
}

TEST_F(Tables, PerformanceTablesAreUnreadForAReason) {
  read("绩效自评表\n得分\t90\n");
  EXPECT_EQ(mentions(facts().unread), Words{"performance-table: 90"});
}

}  // namespace
}  // namespace mingzhang::profile
