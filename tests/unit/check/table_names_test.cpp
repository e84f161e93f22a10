#include <gtest/gtest.h>

#include "check/check.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

TEST(TableNames, AFlattenedCodeThatNobodyHasIsToldBesideItsName) {
  auto read = support::read(
      "第一部分 2025 年部门概况\n\n第二部分 2025 年部门预算公开表\n\n表 3\n\n部门支出总体情况表\n\n"
      "编制部门：云岭县医疗保障局 单位：万元\n\n科目 支出预算\n\n功能分类科目编码\n功能分类科目名称 合计 基本支出 "
      "项目支出\n\n类 款 项\n\n※ ※ ※ ※ 1 2 3\n\n总计 30.00 18.00 12.00\n\n210 卫生健康支出 30.00 18.00 12.00\n\n"
      "210 15 医疗保障管理事务 30.00 18.00 12.00\n\n210 75 01 行政运行 18.00 18.00\n\n"
      "210 15 99 其他医疗保障管理事务支出 12.00 12.00\n",
      profile::DataFiles(), "xinjiang-budget");
  const Result result = check(std::move(read.reading));
  std::vector<std::string> told;
  for (const auto& finding : result.findings)
    if (finding.rule == "subject-name" || finding.rule == "closed-list")
      told.push_back(finding.stated + " -> " + finding.expected);
  EXPECT_EQ(told, std::vector<std::string>{"2107501 行政运行 -> 2101501 行政运行"});
}

}  // namespace
}  // namespace mingzhang::check
