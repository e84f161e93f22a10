// The sums that tables print.
#include <gtest/gtest.h>

#include "support/small_form.h"
#include "support/statements.h"

namespace mingzhang::profile {
namespace {

using Words = std::vector<std::string>;

class TableLists : public testing::Test {
 protected:
  Words lists(const std::string& text) {
    document = support::read("云岭县医疗保障局2023年度样例决算公开\n五、附表\n" + text, data.files());
    return support::lists(document.reading.facts);
  }
  static bool has(const Words& lists, const std::string& wanted) {
    return std::find(lists.begin(), lists.end(), wanted) != lists.end();
  }

  support::SmallForm data;
  support::ReadDocument document;
};

TEST_F(TableLists, ColumnsOfEveryRow) {
  const auto found = lists(
      "支出决算表\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n"
      "合计\t\t10.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t\t4.00\n208\t社会保障\t\t6.00\t4.00\n");
  EXPECT_TRUE(has(found, "支出决算表：栏次 1 = 2 + 3: 10.00 = 6.00 + 4.00"));
  EXPECT_TRUE(has(found, "支出决算表：栏次 1 = 2 + 3: 10.00 = 4.00"));  // a blank part is not there
  EXPECT_EQ(std::count_if(found.begin(), found.end(), [](auto& list) { return list.find("1 = 2 + 3") != list.npos; }),
            2);
}

TEST_F(TableLists, LevelsOfATree) {
  const auto found = lists(
      "支出决算表\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n"
      "合计\t\t10.00\t\t\n208\t社会保障\t3.00\t\t\n210\t卫生健康支出\t7.00\t\t\n"
      "21015\t医疗保障管理事务\t7.00\t\t\n2101501\t行政运行\t5.00\t\t\n2101599\t其他\t2.00\t\t\n");
  EXPECT_EQ(found,
            (Words{"支出决算表：合计 = 各类之和: 10.00 = 3.00 + 7.00", "支出决算表：210 = 下级科目之和: 7.00 = 7.00",
                   "支出决算表：21015 = 下级科目之和: 7.00 = 5.00 + 2.00"}));
}

TEST_F(TableLists, RowsByTheirNumber) {
  const auto found = lists(
      "收支总表\n项目\t行次\t决算数\t项目\t行次\t决算数\n栏次\t\t1\t栏次\t\t2\n"
      "一、财政拨款收入\t1\t9.00\t二、卫生健康支出\t7\t10.00\n二、其他收入\t2\t1.00\t\t\t\n"
      "本年收入合计\t3\t10.00\t本年支出合计\t8\t10.00\n");
  EXPECT_EQ(found,
            (Words{"收支总表：行次 3 = 1 + 2: 10.00 = 9.00 + 1.00", "收支总表：行次 8 = 6 + … + 7: 10.00 = 10.00"}));
}

TEST_F(TableLists, CellsThatTheFormNames) {
  const auto found = lists(
      "基本支出表\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
      "301\t工资福利支出\t6.00\t302\t商品和服务支出\t5.00\n303\t补助\t1.00\t\t\t\n人员经费合计\t\t7.00\t\t\t\n");
  EXPECT_TRUE(has(found, "基本支出表：人员经费 = 301 + 303: 7.00 = 6.00 + 1.00"));
}

TEST_F(TableLists, NothingWithoutItsWholeOrAnyPart) {
  EXPECT_EQ(
      lists("基本支出表\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n301\t工资福利支出\t6.00\t\t\t\n"),
      Words{});
  EXPECT_EQ(lists("基本支出表\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n人员经费合计\t\t7.00\t\t\t\n"),
            Words{});
}

TEST_F(TableLists, SentencesOfEachRowAreCompletedByRowsThatNoneNames) {
  document = support::read(
      "云岭县医疗保障局2023年度样例决算公开\n三、支出情况\n一般公共预算支出 10 万元。\n"
      "1.卫生健康支出（类）医疗保障管理事务（款）行政运行（项）：支出 6 万元。\n五、附表\n支出决算表\n"
      "科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n2101501\t行政运行\t6."
      "00\t\t\n2101502\t一般行政管理事务\t4.00\t\t\n",
      data.files());
  EXPECT_TRUE(has(support::lists(document.reading.facts), "支出 = 各项支出之和: 10 = 6 + 4.00"));
}

}  // namespace
}  // namespace mingzhang::profile
