#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "text/number.h"

namespace mingzhang::text {
namespace {

struct Case {
  const char* text;
  long value;
};

TEST(Chinese, Reads) {
  for (const Case& c : {Case{"零", 0},
                        {"〇", 0},
                        {"一", 1},
                        {"两", 2},
                        {"十", 10},
                        {"十一", 11},
                        {"一十一", 11},
                        {"二十三", 23},
                        {"一百", 100},
                        {"一百零五", 105},
                        {"一百〇五", 105},
                        {"一百一十", 110},
                        {"两百二十", 220},
                        {"两千零二", 2002},
                        {"三千零五十", 3050},
                        {"九千九百九十九", 9999},
                        {"一万", 10000},
                        {"十万零五百", 100500},
                        {"两万两千", 22000},
                        {"一千零一万", 10010000},
                        {"九千九百九十九万九千九百九十九", 99999999}}) {
    const auto value = chinese_integer(c.text);
    ASSERT_TRUE(value.has_value()) << c.text;
    EXPECT_EQ(*value, c.value) << c.text;
  }
}

TEST(Chinese, RefusesWhatIsNotSpelledInFull) {
  for (const char* text :
       {"",     "百",    "一百五", "二〇二四", "一二",       "十十",     "一百零", "零五",   "十两", "二十两",
        "一亿", "三十a", "3",      "三十元",   "一百零零五", "一千五十", "万",     "一万万", "零十", "\xE4\xB8"}) {
    EXPECT_FALSE(chinese_integer(text).has_value()) << text;
  }
}

TEST(Chinese, Writes) {
  EXPECT_EQ(to_chinese(0), "零");
  EXPECT_EQ(to_chinese(10), "十");
  EXPECT_EQ(to_chinese(11), "十一");
  EXPECT_EQ(to_chinese(105), "一百零五");
  EXPECT_EQ(to_chinese(110), "一百一十");
  EXPECT_EQ(to_chinese(10010), "一万零一十");
  EXPECT_EQ(to_chinese(100000), "十万");
  EXPECT_EQ(to_chinese(99999999), "九千九百九十九万九千九百九十九");
  EXPECT_THROW(to_chinese(-1), std::out_of_range);
  EXPECT_THROW(to_chinese(100000000), std::out_of_range);
}

TEST(Chinese, ReadsWhatItWrites) {
  for (long value = 0; value < 20000; ++value) ASSERT_EQ(chinese_integer(to_chinese(value)), value);
  std::mt19937_64 random(20240611);
  for (int i = 0; i < 20000; ++i) {
    const long value = static_cast<long>(random() % 100000000);
    ASSERT_EQ(chinese_integer(to_chinese(value)), value) << to_chinese(value);
  }
}

}  // namespace
}  // namespace mingzhang::text
