// Calculations in words: which are understood, and which come out.
#include "check/formula.h"

#include <gtest/gtest.h>

#include <string>

#include "text/normal.h"

namespace mingzhang::check {
namespace {

/// "right", "wrong", or "none" for the last = of a text.
std::string verdict(const std::string& words) {
  const std::string text = text::normal_text(words);
  const auto formula = formula_at(text, text.rfind('='));
  return !formula ? "none" : comes_out(*formula) ? "right" : "wrong";
}

TEST(Formula, IsFoundAmongItsWords) {
  EXPECT_EQ(verdict("7 期 ÷ 8 期 = 87.5%"), "right");
  EXPECT_EQ(verdict("7 期 ÷ 8 期 = 86.5%"), "wrong");
  EXPECT_EQ(verdict("实际出勤人数 140 人 ÷ 应出勤人数 83 家*2 =84.34%"), "right");
  EXPECT_EQ(verdict("实际出勤人数 140 人 ÷ 应出勤人数 83 家*2 =84.64%"), "wrong");
  EXPECT_EQ(verdict("出勤 140 人 ÷ 应到 83 家*2（人/家）=84.64%"), "wrong");
  EXPECT_EQ(verdict("完成率=（80-60）/60*100%=33.33%"), "right");
  EXPECT_EQ(verdict("56 元\\times 1200 人 = 6.72 万元"), "right");
  EXPECT_EQ(verdict("56 元*1200 人=6.82 万元"), "wrong");
  EXPECT_EQ(verdict("12.5 万元+3 万元=15.5 万元"), "right");
}

TEST(Formula, RoundsAndCutsOff) {
  EXPECT_EQ(verdict("2÷3=66.67%"), "right");
  EXPECT_EQ(verdict("2÷3=66.66%"), "right");
  EXPECT_EQ(verdict("2÷3=0.67"), "right");
  EXPECT_EQ(verdict("2÷3=66.69%"), "wrong");
}

TEST(Formula, WordsAloneAreNone) {
  EXPECT_EQ(verdict("执行率=执行数/预算数=95%"), "none");
  EXPECT_EQ(verdict("执行率=(执行数/预算数)*100%=95%"), "none");
  EXPECT_EQ(verdict("检查 12 家，合格率>=95%"), "none");
  EXPECT_EQ(verdict("检查 12 家=95%"), "none");
  EXPECT_EQ(verdict("标准 56 元/人=95%"), "none");
  EXPECT_EQ(verdict("2023 年 1-3 月=95%"), "none");
  EXPECT_EQ(verdict("7/0=95%"), "none");
}

}  // namespace
}  // namespace mingzhang::check
