#include <gtest/gtest.h>

#include "check/check.h"
#include "check/wrong_words.h"
#include "profile/pattern.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

/// wrong=right of every finding about spelling.
std::vector<std::string> misspelled(const std::string& text) {
  const profile::DataFiles data;
  const WrongWords words(data);
  const auto read = support::read(text, data, "xinjiang-final");
  std::vector<std::string> out;
  for (const auto& finding : check(read.reading, {}, {nullptr, &words}).findings)
    if (finding.rule == "misspelling") out.push_back(finding.stated + "=" + finding.expected);
  return out;
}

TEST(Misspelled, WordsOfTheList) {
  EXPECT_EQ(misspelled("财政拔款己下达，利用多种煤体宣传。"),
            (std::vector<std::string>{"拔款=拨款", "己下达=已下达", "煤体=媒体"}));
}

TEST(Misspelled, WordsOverLineBreaksAndBlanks) {
  EXPECT_EQ(misspelled("本单位的财政拔\n款未使用。"), std::vector<std::string>{"拔款=拨款"});
  EXPECT_EQ(misspelled("截止 2023 年底"), std::vector<std::string>{"截止20=截至20"});
}

TEST(Misspelled, NotAPartOfLawfulWords) {
  EXPECT_EQ(misspelled("地区城内居民，自己完成，年末使用，给予算力支持。"), std::vector<std::string>{});
}

TEST(Misspelled, CellsOfARowDoNotWrap) {
  EXPECT_EQ(misspelled("名称\t财政拔\n款项\t1\n"), std::vector<std::string>{});
}

TEST(Misspelled, EveryLineOfTheListIsUsable) {
  const WrongWords words{profile::DataFiles()};
  ASSERT_NE(words.find("拨歀", 0), nullptr);
  EXPECT_EQ(words.find("拨款", 0), nullptr);
}

}  // namespace
}  // namespace mingzhang::check
