// Documents of no known form: what their own sentences and tables must keep.
#include <gtest/gtest.h>

#include "check/check.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

/// "warning growth 8.72 -> 7.82" for every finding.
std::vector<std::string> told(const std::string& text) {
  const auto read = support::read(text, profile::DataFiles());
  EXPECT_EQ(read.reading.form(), nullptr);
  std::vector<std::string> out;
  for (const auto& finding : check(read.reading).findings) {
    const std::string severity = finding.severity == Severity::error ? "error" : "warning";
    out.push_back(severity + " " + finding.rule + " " + finding.stated + " -> " + finding.expected);
  }
  return out;
}

using Words = std::vector<std::string>;

TEST(General, AChangeAndItsRateBelongToTheAmountBefore) {
  EXPECT_EQ(told("全年支出 340.00 万元，比上年增加 40.00 万元，增长 13.33%。"), Words{});
  EXPECT_EQ(told("全年支出 340.00 万元，与上年相比减少 60.00 万元，降幅为 15.00%。"), Words{});
  EXPECT_EQ(told("全年支出 340.00 万元，较上年增加 40.00 万元，增长 31.33%。"), Words{"warning growth 31.33 -> 13.33"});
}

TEST(General, BothAmountsInTheSentence) {
  EXPECT_EQ(told("支出３４０.00万元，比上年300.00万元增加40.00万元，增长13.33%。"), Words{});
  EXPECT_EQ(told("支出 340.00 万元，比上年 300.00 万元增加 44.00 万元。"), Words{"warning change 44.00 -> 40.00"});
}

TEST(General, SharesOfTheWholeBeforeTheParts) {
  const std::string parts = "支出合计 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 ";
  EXPECT_EQ(told(parts + "25.00%。"), Words{});
  EXPECT_EQ(told(parts + "52.00%。"), Words{"warning share 52.00 -> 25.00"});
  EXPECT_EQ(told("支出合计 200.00 万元，其中：基本支出 150.00 万元，占财政拨款支出的 80.00%。"), Words{});
}

TEST(General, WhatIsNotCertainIsNotAsked) {
  EXPECT_EQ(told("收入 50.00 万元、支出 40.00 万元，分别比上年增加 5.00 万元，增长 90.00%。"), Words{});
  EXPECT_EQ(told("支出 340.00 万元，其中办公费比上年增加 4.00 万元，增长 50.00%。"), Words{});
  EXPECT_EQ(told("支出约 340 万元，比上年增加 40.00 万元，增长 31.00%。"), Words{});
  EXPECT_EQ(told("其他收入 6.20 万元；\n三、支出情况\n比上年增加 1.00 万元，增长 90.00%。"), Words{});
}

const std::string table =
    "科目\t名称\t合计\t基本\t项目\n"
    "208\t社会保障\t26.00\t26.00\t0.00\n"
    "20805\t养老\t26.00\t26.00\t0.00\n"
    "2080505\t养老保险\t17.00\t17.00\t0.00\n"
    "2080506\t职业年金\t9.00\t9.00\t0.00\n"
    "210\t卫生健康\t95.00\t50.00\t45.00\n"
    "21015\t医保管理\t95.00\t50.00\t45.00\n"
    "2101501\t行政运行\t55.00\t50.00\t5.00\n"
    "2101506\t经办事务\t40.00\t0.00\t40.00\n"
    "合计\t\t121.00\t76.00\t45.00\n";

std::string with(std::string text, const std::string& old, const std::string& now) {
  return text.replace(text.find(old), old.size(), now);
}

TEST(General, ATableShowsItsSumsItself) {
  EXPECT_EQ(told(table), Words{});
  EXPECT_EQ(told(with(table, "2101501\t行政运行\t55.00", "2101501\t行政运行\t58.00")),
            Words{"error closed-list 58.00 -> 55.00"});
}

TEST(General, ATableThatKeepsNoSumsIsNotAskedForThem) {
  EXPECT_EQ(told("名称\t单价\t数量\n甲\t1.50\t3.00\n乙\t2.50\t7.00\n丙\t4.50\t6.00\n合计\t9.90\t5.10\n"), Words{});
}

}  // namespace
}  // namespace mingzhang::check
