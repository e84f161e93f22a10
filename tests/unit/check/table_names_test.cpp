// Codes and names beside each other in tables.
#include <gtest/gtest.h>

#include "check/check.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

using Words = std::vector<std::string>;

/// 部门收支总体情况表 without cells; the class of 教育支出 is printed as `code`.
Words told(const std::string& code) {
  const std::string text =
      "云岭县医疗保障局2025年部门预算公开\n表 1\n部门收支总体情况表\n编制部门：云岭县医疗保障局 单位：万元\n收 入 支 "
      "出\n"
      "项 目 预算数 功能分类 预算数\n一、财政拨款（补助） 10.00 201 一般公共服务支出\n"
      "1.一般公共预算拨款 10.00 202 外交支出\n2.政府性基金预算拨款 " +
      code + " 教育支出\n收 入 总 计 10.00 支 出 总 计 10.00\n";
  auto read = support::read(text, profile::DataFiles(), "xinjiang-budget");
  const Result result = check(std::move(read.reading));
  Words out;
  for (const auto& finding : result.findings)
    if (finding.rule == "subject-name") out.push_back(finding.stated + " -> " + finding.expected);
  return out;
}

TEST(TableNames, ClassesWithoutMoneyHaveTheirCode) {
  EXPECT_EQ(told("205"), Words{});
  EXPECT_EQ(told("209"), Words{"209 教育支出 -> 205 教育支出"});
  EXPECT_EQ(told("5"), Words{});  // no code of a class: a number of the row
}

}  // namespace
}  // namespace mingzhang::check
