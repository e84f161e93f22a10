#include "text/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace mingzhang::text {
namespace {

using namespace std::string_literals;

TEST(Utf8, AcceptsWhatIsValid) {
  for (const std::string& valid :
       {""s, "abc"s, "预算（万元）"s, "é≥𠀀"s, "\xEE\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "a\0b"s}) {
    EXPECT_EQ(first_invalid(valid), std::string_view::npos) << valid;
  }
}

TEST(Utf8, PointsAtTheFirstBrokenByte) {
  EXPECT_EQ(first_invalid("\x80"), 0U);
  EXPECT_EQ(first_invalid("ab\xC0\xAF"), 2U);        // overlong "/"
  EXPECT_EQ(first_invalid("a\xE0\x80\xAF"), 1U);     // overlong
  EXPECT_EQ(first_invalid("元\xED\xA0\x80"), 3U);    // surrogate
  EXPECT_EQ(first_invalid("\xF0\x8F\xBF\xBF"), 0U);  // overlong
  EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
  EXPECT_EQ(first_invalid("\xF5\x80\x80\x80"), 0U);
  EXPECT_EQ(first_invalid("元\xE5\x85"), 3U);  // cut off
  EXPECT_EQ(first_invalid("\xE5\x41\x41"), 0U);
  EXPECT_EQ(first_invalid("\xE5\x85\x41"), 0U);
  EXPECT_EQ(first_invalid("\xFF"), 0U);
}

TEST(Utf8, EveryCodePointGoesThereAndBack) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string bytes;
    append(bytes, point);
    const CodePoint read = code_point_at(bytes, 0);
    if (read.value != point || read.length != bytes.size() || first_invalid(bytes) != std::string_view::npos) {
      FAIL() << static_cast<unsigned long>(point);
    }
  }
}

TEST(Utf8, StaysInsideBrokenText) {
  EXPECT_EQ(code_point_at("\xE5\x85", 0).length, 1U);
  EXPECT_EQ(code_point_at("\xE5\x85", 0).value, 0xFFFDU);
  EXPECT_EQ(code_point_at("\xFF", 0).value, 0xFFFDU);
  EXPECT_EQ(code_point_at("\x80z", 0).length, 1U);
}

TEST(Utf8, CountsAndCutsWholeCharacters) {
  EXPECT_EQ(count_code_points("12万元𠀀"), 5U);
  EXPECT_EQ(prefix("12万元", 3), "12万");
  EXPECT_EQ(prefix("12万元", 0), "");
  EXPECT_EQ(prefix("12万元", 9), "12万元");
  EXPECT_EQ(prefix("", 1), "");
}

TEST(Utf8, MeasuresColumns) {
  EXPECT_EQ(display_width("12.5万元"), 8U);
  EXPECT_EQ(display_width("（含）"), 6U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\uFEFFa\u200B\n"), 1U);
  EXPECT_EQ(display_width("𠀀한カ"), 6U);
  EXPECT_EQ(display_width(""), 0U);
}

TEST(Utf8, KnowsWhatIsChinese) {
  for (const char32_t yes : std::u32string(U"元〇。、【（％，㎡鿿㐀𠀀⾦")) {
    EXPECT_TRUE(is_cjk(yes)) << static_cast<unsigned long>(yes);
  }
  for (const char32_t no : std::u32string(U"a1%“—é한ア≥①")) {
    EXPECT_FALSE(is_cjk(no)) << static_cast<unsigned long>(no);
  }
}

TEST(Utf8, AnyBytesAreCheckedWithoutLeavingThem) {
  std::mt19937_64 random(20240609);
  constexpr std::string_view leads = "a\x80\xBF\xC2\xE0\xE5\xED\xEF\xF0\xF4\xFF";
  for (int i = 0; i < 50000; ++i) {
    std::string bytes;
    for (auto length = random() % 8; length > 0; --length) bytes += leads[random() % leads.size()];
    const std::size_t broken = first_invalid(bytes);
    std::size_t steps = 0;
    for (std::size_t at = 0; at < bytes.size(); at += code_point_at(bytes, at).length) ++steps;
    EXPECT_LE(steps, bytes.size());
    EXPECT_EQ(first_invalid(bytes.substr(0, broken)), std::string_view::npos);
    EXPECT_TRUE(broken != std::string_view::npos || steps == count_code_points(bytes));
  }
}

}  // namespace
}  // namespace mingzhang::text
