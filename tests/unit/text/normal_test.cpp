#include "text/normal.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "text/utf8.h"

namespace mingzhang::text {
namespace {

struct Case {
  std::string original, normal;
};

TEST(Normalise, ChangesWhatIsListed) {
  const std::array cases{
      Case{"（１２％，：；）！？＝", "(12%,:;)!?="},
      Case{"Ａｂ．＋～｛｝", "Ab.+~{}"},
      Case{"单位：　万元\t \n", "单位:万元"},
      Case{"a\u00A0b\u3000c\u200Bd\uFEFFe\u2009f\u202Fg\u2060h", "abcdefgh"},
      Case{"**一、总体**情况__说明__", "一、总体情况说明"},
      Case{"“三公”经费‘x’「y」\"z\"", "\"三公\"经费'x'\"y\"\"z\""},
      Case{"≥95%，≤3，＞＝4，>=5，≧6，≦7", ">=95%,<=3,>=4,>=5,>=6,<=7"},
      Case{"面积㎡", "面积平方米"},
      Case{"－26.35％ —5 –6 −7 －x", "-26.35%-5-6-7-x"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(normalise(c.original).text, c.normal) << c.original;
    EXPECT_EQ(normal_text(c.original), c.normal) << c.original;
  }
}

TEST(Normalise, LeavesTheRest) {
  for (const std::string text : {"", "一、说明。", "【附件】〔2024〕3号［注］", "①②", "x—y–z−", "说明——5", "a*b_c",
                                 "『书』《预算法》·￥‰", "é𠀀한"}) {
    EXPECT_EQ(normal_text(text), text);
  }
}

TEST(Normalise, JoinsAcrossBlanksAndWidths) {
  EXPECT_EQ(normal_text("* *粗* *"), "粗");
  EXPECT_EQ(normal_text("＊＊粗＊*"), "粗");
  EXPECT_EQ(normal_text("***"), "*");
  EXPECT_EQ(normal_text("_**_粗"), "粗");
  EXPECT_EQ(normal_text("— 5"), "-5");
  EXPECT_EQ(normal_text("—５"), "-5");
  EXPECT_EQ(normal_text("— —5"), "——5");
  EXPECT_EQ(normal_text("> =5"), ">=5");
  EXPECT_EQ(normal_text("2020—2024年"), "2020-2024年");
}

TEST(Normalise, RemembersWhereEveryByteCameFrom) {
  const Normal normal = normalise("（ 元㎡");
  EXPECT_EQ(normal.text, "(元平方米");
  const std::vector<std::uint32_t> expected{0, 4, 4, 4, 7, 7, 7, 7, 7, 7, 7, 7, 7, 10};
  EXPECT_EQ(normal.origin, expected);
  EXPECT_EQ(normal.source(1), 4U);

  const Normal minus = normalise("约—5**x");
  EXPECT_EQ(minus.text, "约-5x");
  EXPECT_EQ(minus.origin, (std::vector<std::uint32_t>{0, 0, 0, 3, 6, 9, 10}));
  EXPECT_EQ(normalise("").origin, (std::vector<std::uint32_t>{0}));
}

class NormaliseProperty : public testing::Test {
 protected:
  std::string text() {
    static constexpr std::array<std::string_view, 44> pieces{
        "预", "算", "元", "万", "1", "9",  "０", ",", "，", ".",  "。",     "、",     "（",     ")", " ",
        "\n", "　", "*",  "**", "_", "＿", "＊", "—", "——", "–",  "−",      "－",     "-",      "“", "」",
        "‘",  "\"", ">",  "＝", "≥", "≤",  "㎡", "①", "［", "％", "\u200B", "\uFEFF", "\u00A0", "𠀀"};
    std::string out;
    for (auto count = random_() % 14; count > 0; --count) out += pieces[random_() % pieces.size()];
    return out;
  }
  std::mt19937_64 random_{20240610};
};

TEST_F(NormaliseProperty, OriginLeadsBackInOrder) {
  for (int i = 0; i < 40000; ++i) {
    const std::string original = text();
    const Normal normal = normalise(original);
    ASSERT_EQ(normal.origin.size(), normal.text.size() + 1);
    ASSERT_EQ(normal.origin.back(), original.size());
    for (std::size_t at = 0; at < normal.text.size(); ++at) {
      ASSERT_LE(normal.origin[at], normal.origin[at + 1]) << original;
      ASSERT_LT(normal.origin[at], original.size());
      // Offsets are those of characters, never of their tails.
      ASSERT_NE(static_cast<unsigned char>(original[normal.origin[at]]) & 0xC0U, 0x80U) << original;
    }
    ASSERT_EQ(first_invalid(normal.text), std::string_view::npos) << original;
    ASSERT_EQ(normal_text(original), normal.text);
  }
}

TEST_F(NormaliseProperty, TwiceIsOnce) {
  for (int i = 0; i < 40000; ++i) {
    const std::string original = text();
    const std::string once = normal_text(original);
    ASSERT_EQ(normal_text(once), once) << original;
  }
}

TEST_F(NormaliseProperty, WhatIsNotListedStaysByteForByte) {
  constexpr std::string_view listed = " \n*_\"0，（　＿＊—–−－“」‘＝≥≤㎡％\u200B\uFEFF\u00A0";
  for (int i = 0; i < 20000; ++i) {
    const std::string original = text();
    const Normal normal = normalise(original);
    std::size_t at = 0;
    for (std::size_t source = 0; source < original.size();) {
      const CodePoint point = code_point_at(original, source);
      const std::string_view character = std::string_view(original).substr(source, point.length);
      while (at < normal.text.size() && normal.origin[at] < source) ++at;
      if (listed.find(character) == std::string_view::npos && character != "０") {
        ASSERT_EQ(std::string_view(normal.text).substr(at, point.length), character) << original;
        ASSERT_EQ(normal.origin[at], source) << original;
      }
      source += point.length;
    }
  }
}

TEST(Normalise, KeepsEveryCodePointThatIsNotListed) {
  int changed = 0;
  for (char32_t point = 0x80; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string character;
    append(character, point);
    if (normal_text(character) != character) ++changed;
  }
  constexpr int full_width = 94 - 2;  // without the two square brackets
  constexpr int blanks = 11 + 16;
  constexpr int quotes = 6;
  constexpr int comparisons_and_square_metre = 5;
  EXPECT_EQ(changed, full_width + blanks + quotes + comparisons_and_square_metre);
}

}  // namespace
}  // namespace mingzhang::text
