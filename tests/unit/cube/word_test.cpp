#include "cube/word.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace mingzhang::cube {
namespace {

TEST(Word, EqualTextsAreOneWord) {
  const Word a = std::string("table-1"), b = "table-1", other = std::string_view("table-2");
  EXPECT_EQ(a, b);
  EXPECT_EQ(a, "table-1");
  EXPECT_EQ(a.hash(), b.hash());
  EXPECT_FALSE(a == other);
  EXPECT_EQ(a.str(), "table-1");
  EXPECT_EQ(sizeof(Word), 4U);
}

TEST(Word, TheEmptyOne) {
  EXPECT_TRUE(Word().empty());
  EXPECT_EQ(Word(), Word(""));
  EXPECT_EQ(Word().str(), "");
  EXPECT_FALSE(Word(" ").empty());
}

TEST(Word, IsOrderedByItsText) {
  const Word later = "a word made later", first = "A word made first";
  EXPECT_TRUE(first < later);
  EXPECT_FALSE(later < first);
  EXPECT_FALSE(first < first);
  EXPECT_TRUE(Word() < first);
}

TEST(Word, JoinsWithText) {
  const Word word = "一";
  EXPECT_EQ(word + "二", "一二");
  EXPECT_EQ("零" + word, "零一");
  EXPECT_EQ(word + word, "一一");
}

TEST(Word, ManyAtOnceFromManyThreads) {
  const auto make = [] {
    for (int number = 0; number < 5'000; ++number) {
      const std::string text = "number " + std::to_string(number);
      ASSERT_EQ(Word(text).str(), text);
    }
  };
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) threads.emplace_back(make);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(Word("number 4999"), Word(std::string("number ") + "4999"));
}

}  // namespace
}  // namespace mingzhang::cube
