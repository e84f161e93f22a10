// What the form demands and the document lacks.
#include <gtest/gtest.h>

#include <algorithm>

#include "checked.h"

namespace mingzhang::check {
namespace {

class Missing : public Checked {
 protected:
  /// "error 收入情况 after line 2" for every finding of one rule.
  Words missing(const std::string& rule, const std::string& text) {
    Words out;
    for (const auto& finding : checked(text).findings)
      if (finding.rule == rule)
        out.push_back(std::string(finding.severity == Severity::error ? "error " : "warning ") +
                      finding.words.at(finding.words.contains("what") ? "what" : "count") + " after line " +
                      std::to_string(finding.places.at(0).line));
    return out;
  }
};

const std::string income = "二、收入情况\n本年收入 10.00 万元。\n";
const std::string totals = "一、总体情况\n2023年度收入总计 10.00 万元，支出总计 10.00 万元。\n";
const std::string t1 = "收支总表\n项目\t行次\t决算数\t项目\t行次\t决算数\n栏次\t\t1\t栏次\t\t2\n";

TEST_F(Missing, SectionsAreToldAfterTheOneBefore) {
  EXPECT_EQ(missing("missing-section", income), Words{"error 总体情况 after line 1"});
  EXPECT_EQ(missing("missing-section", totals), Words{"error 收入情况 after line 2"});
  EXPECT_EQ(missing("missing-section", totals + income), Words{});
}

TEST_F(Missing, SectionsThatNeedNotBeThereAreNotMissed) {
  for (const auto& finding : checked(totals + income).findings) EXPECT_NE(finding.rule, "missing-section");
}

TEST_F(Missing, AllTablesTogetherAreOneRemark) {
  EXPECT_EQ(missing("missing-table", income), Words{"warning 2 after line 1"});
}

TEST_F(Missing, ATableAmongOthersIsAnError) {
  EXPECT_EQ(missing("missing-table", "五、附表\n" + t1 + "总计\t5\t10.00\t\t\t\n"),
            Words{"error 《支出决算表》 after line 3"});
  EXPECT_EQ(missing("missing-table", "五、附表\n" + spent_head + "合计\t\t1.00\t1.00\t0.00\n"),
            Words{"error 《收支总表》（公开01表） after line 1"});
}

TEST_F(Missing, ClausesAreMissedWhereAllElseIsUnderstood) {
  EXPECT_EQ(missing("missing-clause", "二、收入情况\n收入按规定使用。\n").at(0).substr(0, 20), "warning 本年收入");
  EXPECT_EQ(missing("missing-clause", "二、收入情况\n全年进账 10.00 万元。\n"), Words{});  // it may be worded otherwise
  EXPECT_EQ(missing("missing-clause", income), Words{});
}

TEST_F(Missing, RowsAreMissedInTablesThatPrintOthers) {
  const std::string full =
      t1 +
      "一、财政拨款收入\t1\t1.00\t一、社会保障和就业支出\t6\t\n二、其他收入\t2\t\t二、卫生健康支出\t7\t1.00\n"
      "本年收入合计\t3\t1.00\t本年支出合计\t8\t1.00\n总计\t5\t1.00\t总计\t10\t1.00\n";
  EXPECT_EQ(missing("missing-row", "五、附表\n" + full), Words{});
  EXPECT_EQ(missing("missing-row", "五、附表\n" + support::with(full, "二、卫生健康支出\t7\t1.00", "\t\t")),
            Words{"warning “二、卫生健康支出” after line 6"});
}

TEST_F(Missing, ManyRowsOfATableAreMissedOnce) {
  const std::string sums = "本年收入合计\t3\t1.00\t本年支出合计\t8\t1.00\n";
  const auto told = missing("missing-row", "五、附表\n" + t1 + sums);
  EXPECT_EQ(told, (Words{"warning “一、财政拨款收入”、“二、其他收入”、“一、社会保障和就业支出” after line 3",
                         "warning “总计” after line 6", "warning “总计” after line 6"}));
}

TEST_F(Missing, ATreeOfTwoRowsHasItsTotal) {
  const std::string rows = "2101501\t行政运行\t6.00\t6.00\t0.00\n2101502\t一般行政管理事务\t4.00\t0.00\t4.00\n";
  EXPECT_EQ(missing("missing-row", "五、附表\n" + spent_head + rows).size(), 1u);
  EXPECT_EQ(missing("missing-row", "五、附表\n" + spent_head + "合计\t\t10.00\t6.00\t4.00\n" + rows), Words{});
}

TEST_F(Missing, EveryItemWithMoneyHasItsSentence) {
  const std::string text =
      "三、支出情况\n一般公共预算支出 10.00 万元。\n"
      "1.卫生健康支出（类）医疗保障管理事务（款）行政运行（项）：支出 6.00 万元。\n五、附表\n" +
      spent_head +
      "2101501\t行政运行\t6.00\t6.00\t0.00\n2101502\t一般行政管理事务\t4.00\t0.00\t4.00\n"
      "2101504\t信息化建设\t0.00\t0.00\t0.00\n";
  const auto& findings = checked(text).findings;
  const auto* item = of_rule("missing-item");
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->severity, Severity::error);
  EXPECT_EQ(item->words.at("item"), "2101502 一般行政管理事务");
  EXPECT_EQ(item->stated, "4.00");
  EXPECT_EQ(item->section, "支出情况");
  EXPECT_EQ(item->places.at(0).line, 2u);  // where the sentence belongs
  EXPECT_EQ(item->places.at(1).row, "2101502");
  EXPECT_EQ(std::count_if(findings.begin(), findings.end(), [](auto& f) { return f.rule == "missing-item"; }), 1);
  EXPECT_EQ(of_rule("closed-list"), nullptr);  // the sum is not told as wrong too
}

TEST_F(Missing, NothingIsDemandedWithoutAForm) {
  const auto read = support::read("某单位的说明\n", data.files());
  EXPECT_TRUE(check(read.reading).findings.empty());
}

}  // namespace
}  // namespace mingzhang::check
