#include "report/excerpt.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace mingzhang::report {
namespace {

struct Cut {
  std::string line;
  std::size_t begin, end;
};

/// The words between « and » are the figure.
Cut marked(std::string text) {
  const auto begin = text.find("«");
  text.erase(begin, 2);
  const auto end = text.find("»");
  text.erase(end, 2);
  return {text, begin, end};
}

Excerpt excerpt_of(const std::string& text, std::size_t width = 76) {
  const auto cut = marked(text);
  return cut_excerpt(cut.line, cut.begin, cut.end, width);
}

TEST(Excerpt, MarksStandUnderTheFigure) {
  const auto excerpt = excerpt_of("合计«58.35»万元");
  EXPECT_EQ(excerpt.line, "合计58.35万元");
  EXPECT_EQ(excerpt.marks, "    ^~~~~");
}

TEST(Excerpt, WideCharactersTakeTwoColumnsOfMarks) {
  EXPECT_EQ(excerpt_of("本«单位»").marks, "  ^~~~");
  EXPECT_EQ(excerpt_of("«元»").marks, "^~");
}

TEST(Excerpt, ALongLineIsCutOnBothSides) {
  std::string around;
  for (int count = 0; count < 60; ++count) around += "收支";
  const auto excerpt = excerpt_of(around + "«58.35»" + around, 20);
  EXPECT_EQ(excerpt.line, "…收支收支58.35收支收…");  // seven wide characters and five narrow ones are nineteen columns
  EXPECT_EQ(excerpt.marks.find('^'), text::display_width(excerpt.line.substr(0, excerpt.line.find("58"))));
}

TEST(Excerpt, RoomThatOneSideDoesNotNeedGoesToTheOther) {
  std::string after;
  for (int count = 0; count < 60; ++count) after += "数";
  const auto excerpt = excerpt_of("«1»" + after, 21);
  EXPECT_EQ(excerpt.line, "1数数数数数数数数数数…");
  EXPECT_EQ(excerpt.marks, "^");
}

TEST(Excerpt, NeverWiderThanAsked) {
  const std::string line = "2023 年度收入总计 318.40 万元，其中：本年收入合计 312.40 万元，年初结转和结余 6.00 万元。";
  const auto figure = line.find("312.40");
  for (std::size_t width = 1; width < 100; ++width) {
    const auto excerpt = cut_excerpt(line, figure, figure + 6, width);
    EXPECT_LE(text::display_width(excerpt.line), width + 2 * text::display_width("…")) << width;
    EXPECT_LE(excerpt.from, figure);
    EXPECT_LE(excerpt.to, line.size());
  }
}

TEST(Excerpt, TabsAreTwoColumns) {
  const auto excerpt = excerpt_of("合计\t\t«96.00»");
  EXPECT_EQ(excerpt.line, "合计    96.00");
  EXPECT_EQ(excerpt.marks, "        ^~~~~");
}

TEST(Excerpt, WhatControlsATerminalDoesNotReachIt) {
  const auto excerpt = excerpt_of("\x1b[31m合计«5»\u202e");
  EXPECT_EQ(excerpt.line, "\uFFFD[31m合计5\uFFFD");
  EXPECT_EQ(printable("a\nb\x7f\u0085c\u2066"), "a\uFFFDb\uFFFD\uFFFDc\uFFFD");
  EXPECT_EQ(printable(std::string("\xff.txt")), "\uFFFD.txt");
}

TEST(Excerpt, OnlyTheNeighbourhoodOfAHugeLineIsLookedAt) {
  std::string line;
  for (int count = 0; count < 1'000'000; ++count) line += "收";
  const auto part = near(line, 1'500'000, 1'500'003);
  EXPECT_LT(part.text.size(), 20'000u);
  EXPECT_EQ(part.text.substr(0, 3), "收");  // never half of a character
  EXPECT_EQ(part.text.size() % 3, 0u);
  EXPECT_EQ(part.offset % 3, 0u);
  EXPECT_EQ(near("合计5", 6, 7).text, "合计5");
  EXPECT_EQ(near("合计5", 6, 7).offset, 0u);
  EXPECT_EQ(near("", 9, 12).text, "");
}

TEST(Excerpt, PlacesOutsideTheLineDoNoHarm) {
  EXPECT_EQ(cut_excerpt("", 0, 0, 10).line, "");
  EXPECT_EQ(cut_excerpt("合计", 50, 60, 10).marks.back(), '^');
  EXPECT_EQ(cut_excerpt("合计", 3, 3, 10).marks, "  ^~");  // an empty place marks the character at it
}

}  // namespace
}  // namespace mingzhang::report
