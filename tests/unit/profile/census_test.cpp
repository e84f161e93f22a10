// No number of a document goes unmentioned.
#include "profile/census.h"

#include <gtest/gtest.h>

#include "support/small_form.h"
#include "support/statements.h"

namespace mingzhang::profile {
namespace {

using support::mentions;
using Words = std::vector<std::string>;

Words counted(const std::string& line) {
  Words out;
  for (const auto& token : count_numbers(line)) out.push_back(line.substr(token.begin, token.end - token.begin));
  return out;
}

TEST(CountedNumbers, AreFigures) {
  EXPECT_EQ(counted("收入 1,254.76 万元，占12.50%，-3人"), (Words{"1,254.76", "12.50", "3"}));
  EXPECT_EQ(counted("共 2023 人，第3季度5.6."), (Words{"2023", "3", "5.6"}));
  EXPECT_EQ(counted("1.5 万元"), Words{"1.5"});
  EXPECT_EQ(counted("100 万元以上"), Words{"100"});
}

TEST(CountedNumbers, AreNeitherYearsNorDatesNorNumbering) {
  for (const auto* line : {"2023年度", "2023 年 12 月 31 日", "1998年", "财预〔2016〕143号", "财预【2016】143 号",
                           "[2016]3号", "第 14 号", "（2023）", "(4)", "（12）", "3. 收入", "12、支出", "  4．其他"})
    EXPECT_EQ(counted(line), Words{}) << line;
}

TEST(CountedNumbers, AmountsThatLookLikeYearsAreFigures) {
  EXPECT_EQ(counted("2083.68 万元"), Words{"2083.68"});
  EXPECT_EQ(counted("2023 万元"), Words{"2023"});
  EXPECT_EQ(counted("2,023年"), Words{"2,023"});
}

TEST(CountedNumbers, ADayNeedsItsMonth) {
  EXPECT_EQ(counted("月 20 日"), Words{"20"});
  EXPECT_EQ(counted("工作日 20 日"), Words{"20"});
}

TEST(CountedNumbers, NumberingStandsAtTheBeginning) {
  EXPECT_EQ(counted("共3.收入"), Words{"3"});
  EXPECT_EQ(counted("123.收入"), Words{"123"});
}

class Census : public testing::Test {
 protected:
  void read(const std::string& text) {
    document = support::read("云岭县医疗保障局2023年度样例决算公开\n" + text, data.files());
    coverage = count_coverage(document.reading);
    EXPECT_EQ(coverage.numbers, coverage.bound + coverage.placed + coverage.free_text + coverage.unread);
  }
  const cube::Facts& facts() const { return document.reading.facts; }

  support::SmallForm data;
  support::ReadDocument document;
  Coverage coverage;
};

TEST_F(Census, EveryNumberIsOfOneKind) {
  read("前言 1\n二、收入情况\n本年收入 10 万元，主要原因是新增 3 人。另有 4 笔，5 次。\n四、其他说明\n共 6 项。\n");
  EXPECT_EQ(mentions(facts().unread), (Words{"outside: 1", "no-clause: 4 笔，5"}));
  EXPECT_EQ(mentions(facts().free_text), (Words{": 3", ": 6"}));
  EXPECT_EQ(coverage.numbers, 6u);
  EXPECT_EQ(coverage.placed, 1u);
  EXPECT_EQ(coverage.free_text, 2u);
  EXPECT_EQ(coverage.unread, 3u);
}

TEST_F(Census, MentionsCountTheirNumbers) {
  read("二、收入情况\n另有 4 笔，5 次，6 人。\n");
  ASSERT_EQ(facts().unread.size(), 1u);
  EXPECT_EQ(facts().unread[0].numbers, 3u);
}

TEST_F(Census, UnreadNumbersBetweenReasonsStayUnread) {
  read(
      "二、收入情况\n财政拨款收入 9 万元，占 90.00%，主要原因是新增 3 人。其中 7 户。其他收入 1 万元，占 "
      "10.00%，主要原因是 2 户。\n");
  EXPECT_EQ(mentions(facts().free_text), (Words{": 3", ": 2"}));
  EXPECT_EQ(mentions(facts().unread), Words{"no-clause: 7"});
  EXPECT_EQ(coverage.unread, 1u);
  EXPECT_EQ(coverage.free_text, 2u);
}

TEST_F(Census, FixedWordsOfClausesAreSpokenOf) {
  data.put("profiles/small-final/wording.toml",
           support::with(support::small_wording, "[,为近三年最高|]", "[,为近 3 年最高|]"));
  read("二、收入情况\n本年收入 10 万元，为近 3 年最高。\n");
  EXPECT_EQ(support::words(facts(), "fixed-words"), Words{"3"});
  EXPECT_EQ(coverage.placed, 2u);
  EXPECT_EQ(coverage.unread, 0u);
}

TEST_F(Census, RowsOfTabsOutsideTablesAreNotSilent) {
  read("二、收入情况\n某项\t12.50\t13.50\n");
  EXPECT_EQ(mentions(facts().unread), Words{"no-clause: 12.50\t13.50"});
}

// Each line would take time with the square of its length.
TEST_F(Census, IsBoundedOnHostileLines) {
  std::string line, blanks(500'000, ' '), row = "合计\t";
  for (int i = 0; i < 50'000; ++i) {
    line += "财政拨款收入1万元,占1%，主要原因是2户，";
    blanks += " 1";
    row += "\t1";
  }
  read("二、收入情况\n" + line + "。\n" + blanks + "\n五、附表\n支出决算表\n科目代码\t合计\n栏次\t\t1\t2\t3\n" + row +
       "\n");
  EXPECT_GT(coverage.numbers, 200'000u);
}

}  // namespace
}  // namespace mingzhang::profile
