#include <gtest/gtest.h>

#include "check/check.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

using Words = std::vector<std::string>;

/// "warning 4 -> 3"
Words told(const std::string& text, const std::string& profile) {
  auto read = support::read(text, profile::DataFiles(), profile);
  const Result result = check(std::move(read.reading));
  Words out;
  for (const auto& finding : result.findings)
    if (finding.rule == "table-numbering")
      out.push_back(std::string(finding.severity == Severity::note ? "note " : "warning ") + finding.stated + " -> " +
                    finding.expected);
  return out;
}

/// 收入支出决算总表 of four numbered rows in two halves.
Words numbers(const std::string& columns, const std::vector<std::string>& left, const std::vector<std::string>& right) {
  const std::vector<std::string> income = {"一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入",
                                           "三、国有资本经营预算财政拨款收入", "四、上级补助收入"};
  const std::vector<std::string> spent = {"一、一般公共服务支出", "二、外交支出", "三、国防支出", "四、公共安全支出"};
  std::string text = "收入支出决算总表\n项目\t行次\t决算数\t项目\t行次\t决算数\n" + columns + "\n";
  for (std::size_t row = 0; row < left.size(); ++row)
    text += income[row] + "\t" + left[row] + "\t1.00\t" + spent[row] + "\t" + right[row] + "\t1.00\n";
  return told(text, "xinjiang-final");
}

const std::string columns = "栏次\t\t1\t栏次\t\t2";

TEST(TableNumbering, NumbersGoOnByOneInEachHalf) {
  EXPECT_EQ(numbers(columns, {"1", "2", "3", "4"}, {"32", "33", "34", "35"}), Words{});
}

TEST(TableNumbering, ANumberThatIsWrongAloneIsToldOnce) {
  EXPECT_EQ(numbers(columns, {"1", "2", "2", "4"}, {"32", "33", "34", "35"}), Words{"warning 2 -> 3"});
  EXPECT_EQ(numbers(columns, {"1", "2", "3", "4"}, {"32", "43", "34", "35"}), Words{"warning 43 -> 33"});
  EXPECT_EQ(numbers(columns, {"1", "2", "1", "4"}, {"32", "33", "34", "35"}), Words{"warning 1 -> 3"});
}

TEST(TableNumbering, ARowLeftOutTakesItsNumberWithIt) {
  EXPECT_EQ(numbers(columns, {"1", "2", "4", "5"}, {"32", "33", "34", "35"}), Words{"note 4 -> 3"});
  EXPECT_EQ(numbers(columns, {"1", "2", "5", "8"}, {"32", "33", "34", "35"}), Words{"note 5 -> 3"}) << "once";
}

TEST(TableNumbering, RowsWithoutANumberAreCounted) {
  EXPECT_EQ(numbers(columns, {"1", "", "3", "4"}, {"32", "33", "34", "35"}), Words{});
}

TEST(TableNumbering, NumbersOfColumnsFollowEachOther) {
  EXPECT_EQ(numbers("栏次\t\t1\t栏次\t\t3", {"1", "2"}, {"32", "33"}), Words{"note 3 -> 2"});
}

TEST(TableNumbering, ALineOfNothingButNumbersAndMarksIsRead) {
  const auto line = [](const std::string& numbers) {
    return "表 8\n政府性基金预算支出情况表\n编制部门：云岭县医疗保障局 单位：万元\n项 目 政府性基金预算支出\n※ ※ ※ ※ " +
           numbers + "\n云岭县医疗保障局 2025 年没有使用政府性基金预算拨款安排的支出。\n";
  };
  EXPECT_EQ(told(line("1 2 3 4 5"), "xinjiang-budget"), Words{});
  EXPECT_EQ(told(line("1 2 7 4 5"), "xinjiang-budget"), Words{"warning 7 -> 3"});
}

}  // namespace
}  // namespace mingzhang::check
