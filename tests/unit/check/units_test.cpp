#include <gtest/gtest.h>

#include "check/check.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

using Words = std::vector<std::string>;

/// Errors of a document with a sentence and a table of which `unit` is printed.
Words errors(const std::string& unit, const std::string& income = "150.20") {
  const std::string text =
      "一、收入支出决算总体情况说明\n2023 年度收入总计 154.70 万元，其中：本年收入合计 150.20 万元，使用非财政拨款结余 "
      "0.00 万元，年初结转和结余 4.50 万元。\n收入支出决算总表\n金额单位：" +
      unit + "\n项目\t行次\t决算数\t项目\t行次\t决算数\n栏次\t\t1\t栏次\t\t2\n本年收入合计\t27\t" + income +
      "\t本年支出合计\t58\t150.20\n年初结转和结余\t29\t4.50\t年末结转和结余\t60\t4.50\n总计\t31\t154.70\t总计\t62\t154."
      "70\n";
  auto read = support::read(text, profile::DataFiles(), "xinjiang-final");
  const Result result = check(std::move(read.reading));
  Words out;
  for (const auto& finding : result.findings)
    if (finding.severity == Severity::error && finding.rule != "missing-section")
      out.push_back(finding.rule + " " + finding.stated + " -> " + finding.expected + " " +
                    finding.places.front().quote);
  return out;
}

TEST(TableUnits, AWrongUnitAboveATableIsToldOnce) {
  EXPECT_EQ(errors("万元"), Words{});
  EXPECT_EQ(errors("元"), Words{"table-unit 元 -> 万元 单位：元"});
}

TEST(TableUnits, FiguresUnderAWrongUnitAreJudgedByTheRightOne) {
  const auto found = errors("元", "150.30");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].find("table-unit"), 0U);
  EXPECT_NE(found[1].find("150.30 -> 150.20"), std::string::npos) << found[1];
}

}  // namespace
}  // namespace mingzhang::check
