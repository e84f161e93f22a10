#include "check/law_words.h"

#include <gtest/gtest.h>

namespace mingzhang::check {
namespace {

TEST(LawWords, NamesAreMadeOfWords) {
  const LawWords words{profile::DataFiles()};
  EXPECT_EQ(words.english("收入总计 = 支出总计"), "total income = total expenditure");
  EXPECT_EQ(words.english("一般公共预算基本支出 ≤ 本年基本支出"),
            "general public budget basic expenditure ≤ this year's basic expenditure");
  EXPECT_EQ(words.english("类级支出 = 所属各项支出之和（208）"),
            "expenditure of the class = sum of the expenditures below it (208)");
  EXPECT_EQ(words.english("“三公”经费 = 因公出国（境）费 + 公务接待费"),
            "“三公” expenses = travel abroad + receptions");
}

TEST(LawWords, WordsOfTheDocumentStay) {
  const LawWords words{profile::DataFiles()};
  EXPECT_EQ(words.english("支出决算表：栏次 1 = 2 + … + 6"), "支出决算表: column 1 = 2 + … + 6");
  EXPECT_EQ(words.english("甲任务 = 资金来源之和"), "甲任务 = sum of the sources of money");
  EXPECT_EQ(words.english(""), "");
}

}  // namespace
}  // namespace mingzhang::check
