// Names of the unit, of subjects and of what is listed.
#include <gtest/gtest.h>

#include "checked.h"

namespace mingzhang::check {
namespace {

using Names = Checked;

std::string people(const std::string& unit) {
  return "一、总体情况\n" + unit + "共有 15 人，编外 3 人。\n";
}

TEST_F(Names, TheUnitIsThatOfTheTitle) {
  for (const auto* unit :
       {"云岭县医疗保障局", "云岭县医疗保障局（本级）", "江南省云岭县医疗保障局", "医疗保障局", "本单位"})
    EXPECT_EQ(found(people(unit)), Words{}) << unit;
  EXPECT_EQ(found(people("青河县民政局")), Words{"warning unit-name 青河县民政局 -> 云岭县医疗保障局"});
}

TEST_F(Names, CountsAreThoseOfTheNames) {
  EXPECT_EQ(found("一、总体情况\n下设 3 个科室：综合科、基金科、稽核科。\n"), Words{});
  EXPECT_EQ(found("一、总体情况\n下设 4 个科室：综合科、基金科、稽核科。\n"), Words{"error name-count 4 -> 3"});
  EXPECT_EQ(found("一、总体情况\n下设 3 个科室：综合科、基金科和稽核科。\n"), Words{});
  EXPECT_EQ(found("一、总体情况\n下设 2 个科室：综合科、基金科和稽核科。\n"), Words{"error name-count 2 -> 3"});
}

TEST_F(Names, NothingIsListedTwice) {
  EXPECT_EQ(found("一、总体情况\n下设 3 个科室：综合科、基金科、综合科。\n"), Words{"error duplicate-name 综合科"});
}

std::string item(const std::string& path) {
  return "三、支出情况\n1." + path + "：支出 6.00 万元。\n";
}

TEST_F(Names, SubjectsAreThoseOfTheClassification) {
  EXPECT_EQ(found(item("卫生健康支出（类）医疗保障管理事务（款）行政运行（项）")), Words{});
  EXPECT_EQ(found(item("卫生健康（类）医疗保障管理事务支出（款）行政运行（项）")), Words{});
  EXPECT_EQ(found(item("卫生健康支出（类）医疗保障事务（款）行政运行（项）")),
            Words{"warning subject-name 医疗保障事务 -> 医疗保障管理事务"});
  EXPECT_EQ(found(item("卫生健康支出（类）林业保护（款）行政运行（项）")).at(0).substr(0, 20), "warning subject-name");
}

TEST_F(Names, SubjectsMayBeCalledWhatTheTableCallsThem) {
  const std::string spoken = item("卫生健康支出（类）医疗保障事务（款）行政运行（项）");
  EXPECT_EQ(found(spoken + "五、附表\n" + spent_head +
                  "21015\t医疗保障事务\t6.00\t6.00\t0.00\n2101501\t行政运行\t6.00\t6.00\t0.00\n"),
            Words{});
}

TEST_F(Names, CodesAndNamesOfTablesBelongTogether) {
  const auto rows = [](const std::string& code) {
    return "五、附表\n" + spent_head + code + "\t医疗保障管理事务\t6.00\t6.00\t0.00\n";
  };
  EXPECT_EQ(found(rows("21015")), Words{});
  EXPECT_EQ(found(rows("21011")).at(0), "warning subject-name 21011 医疗保障管理事务 -> 21015 医疗保障管理事务");
  EXPECT_EQ(found("五、附表\n" + spent_head + "21015\t医保管理事务\t6.00\t6.00\t0.00\n"), Words{});
}

const std::string basics = "五、附表\n基本支出表\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n";

TEST_F(Names, ListedSubjectsAreThoseWithMoney) {
  const std::string rows =
      "301\t工资福利支出\t6.00\t\t\t\n30101\t基本工资\t4.00\t\t\t\n30102\t津贴补贴\t2.00\t\t\t\n30103\t奖金\t0."
      "00\t\t\t\n";
  data.put("profiles/small-final/form.toml",
           support::with(support::small_form,
                         "id = \"items\"\ntitle = \"支出情况\"\ncell = { flow = \"expenditure\", fund = \"general\" }",
                         "id = \"items\"\ntitle = \"支出情况\"\ncell = { flow = \"expenditure\", fund = \"general\", "
                         "nature = \"basic\" }"));
  EXPECT_EQ(found("三、支出情况\n工资福利包括基本工资、津贴补贴。\n" + basics + rows), Words{});
  EXPECT_EQ(found("三、支出情况\n工资福利包括基本工资。\n" + basics + rows),
            Words{"warning list-names 2.00 -> 津贴补贴"});
  EXPECT_EQ(found("三、支出情况\n工资福利包括基本工资、津贴补贴、奖金。\n" + basics + rows),
            Words{"warning list-names 奖金"});
  EXPECT_EQ(of_rule("list-names")->words.at("stated"), "奖金");
  EXPECT_EQ(found("三、支出情况\n工资福利包括工资福利支出。\n" + basics + rows),
            Words{});  // the class stands for all below it
}

TEST_F(Names, AListWithoutItsTableIsNotCompared) {
  EXPECT_EQ(found("三、支出情况\n工资福利包括基本工资、奖金。\n"), Words{});
}

}  // namespace
}  // namespace mingzhang::check
