#include "formats/text/text_format.h"

#include <gtest/gtest.h>

#include <string>

namespace mingzhang::formats {
namespace {

using namespace std::string_literals;
using document::Document;
using document::Line;

Document parse(std::string_view bytes, const TextLimits& limits = {}) {
  static const Converters converters;
  return parse_text(bytes, converters, limits);
}

std::string rejection(std::string_view bytes, const TextLimits& limits = {}) {
  try {
    parse(bytes, limits);
  } catch (const Rejected& why) {
    return why.code() + " " + std::to_string(why.line());
  }
  return "read";
}

/// "column+gap:text" of every fragment.
std::string cut(const Line& line) {
  std::string out;
  for (std::size_t i = 0; i < line.fragments.size(); ++i) {
    if (i > 0) out += "|";
    out += std::to_string(line.fragments[i].column) + "+" + std::to_string(line.fragments[i].gap) + ":";
    out += line.fragment(i);
  }
  return out;
}

std::string cut(std::string_view text) {
  return cut(parse(text).lines.at(0));
}

TEST(TextLines, EveryKindOfBreakCounts) {
  const Document document = parse("一\n二\r三\r\n四\n\n\r\n\r五");
  ASSERT_EQ(document.lines.size(), 5U);
  EXPECT_EQ(document.line_count, 8U);
  EXPECT_EQ(document.lines[3].number, 4U);
  EXPECT_EQ(document.lines[3].text, "四");
  EXPECT_EQ(document.lines[4].number, 8U);
  EXPECT_EQ(document.lines[4].blank_before, 3U);
  EXPECT_EQ(document.lines[4].page, 0U);
}

TEST(TextLines, ABreakAtTheEndBeginsNoLine) {
  EXPECT_EQ(parse("一").line_count, 1U);
  EXPECT_EQ(parse("一\n").line_count, 1U);
  EXPECT_EQ(parse("一\r\n").line_count, 1U);
  EXPECT_EQ(parse("一\n\n").line_count, 2U);
}

TEST(TextLines, LinesOfBlanksAreEmptyLines) {
  const Document document = parse(" \t\n　　\n一\n\xEF\xBB\xBF\n\t\t\n二");
  ASSERT_EQ(document.lines.size(), 2U);
  EXPECT_EQ(document.lines[0].blank_before, 2U);
  EXPECT_EQ(document.lines[1].blank_before, 2U);
  EXPECT_EQ(document.lines[1].number, 6U);
}

TEST(TextLines, FormFeedsMakePages) {
  const Document document = parse("一\n\f二\n三前\f三后\n\f\f四\n");
  ASSERT_EQ(document.lines.size(), 5U);
  const std::uint32_t pages[] = {1, 2, 2, 3, 5}, numbers[] = {1, 2, 3, 3, 4};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(document.lines[i].page, pages[i]) << i;
    EXPECT_EQ(document.lines[i].number, numbers[i]) << i;
    EXPECT_EQ(document.lines[i].blank_before, 0U) << i;
  }
}

TEST(TextFragments, TabsAreColumns) {
  const Document document = parse("201\t\t 行政  运行 \t1.00\t\n　\t甲");
  const Line& row = document.lines[0];
  EXPECT_EQ(cut(row), "0+0:201|2+3:行政  运行|3+2:1.00");
  EXPECT_EQ(row.tabs, 4U);
  EXPECT_EQ(row.indent, 0U);
  EXPECT_EQ(row.text, "201\t\t 行政  运行 \t1.00\t");
  EXPECT_EQ(cut(document.lines[1]), "1+2:甲");
  EXPECT_EQ(document.lines[1].indent, 0U);
}

TEST(TextFragments, WideGapsCutPrintedLines) {
  EXPECT_EQ(cut("合 计  1.00   2.00"), "0+0:合 计|1+2:1.00|2+3:2.00");
  EXPECT_EQ(cut("姓　名　　项目"), "0+0:姓　名|1+2:项目");
  EXPECT_EQ(cut("甲 　乙"), "0+0:甲|1+2:乙");
  EXPECT_EQ(cut("甲\u00A0乙\u2003\u2003丙"), "0+0:甲\u00A0乙|1+2:丙");
  EXPECT_EQ(cut("甲\u200B\u200B\u200B乙"), "0+0:甲\u200B\u200B\u200B乙");
  EXPECT_EQ(cut("全角（１）ＡＢ"), "0+0:全角（１）ＡＢ");
}

TEST(TextFragments, IndentCountsBlanks) {
  const Document document = parse("　　一、概况  \n  x\n\t  y");
  EXPECT_EQ(document.lines[0].indent, 2U);
  EXPECT_EQ(cut(document.lines[0]), "0+2:一、概况");
  EXPECT_EQ(document.lines[0].text, "　　一、概况  ");
  EXPECT_EQ(document.lines[1].indent, 2U);
  EXPECT_EQ(document.lines[2].indent, 2U);
}

TEST(TextControls, AreDroppedAndCounted) {
  const std::string filler(1000, 'x');
  const Document document = parse(filler + "\n1\x1B[0m\x7F\u0085é\n\x02y");
  ASSERT_EQ(document.notices.size(), 1U);
  EXPECT_EQ(document.notices[0].code, "control-characters");
  EXPECT_EQ(document.notices[0].detail, "4");
  EXPECT_EQ(document.notices[0].line, 2U);
  EXPECT_EQ(document.lines[1].text, "1[0mé");
  EXPECT_EQ(document.lines[2].text, "y");
}

TEST(TextRefused, NothingToRead) {
  EXPECT_EQ(rejection(""), "empty 0");
  EXPECT_EQ(rejection(" \t\r\n　\f\n"), "empty 0");
  EXPECT_EQ(rejection("\xEF\xBB\xBF"), "empty 0");
  EXPECT_EQ(rejection("\xFF\xFE"), "empty 0");
}

TEST(TextRefused, OtherFormatsByName) {
  const auto named = [](std::string_view bytes) {
    try {
      parse(bytes);
    } catch (const Rejected& why) {
      return why.code() + ": " + why.what();
    }
    return "read"s;
  };
  EXPECT_EQ(named("%PDF-1.7\n1 0 obj"), "unsupported: PDF");
  EXPECT_EQ(named("PK\3\4\x14\0\6\0 [Content_Types].xml word/document.xml"s), "unsupported: ZIP: docx");
  EXPECT_EQ(named("PK\3\4 xl/workbook.xml"), "unsupported: ZIP: xlsx");
  EXPECT_EQ(named("PK\3\4 a.txt"), "unsupported: ZIP");
  EXPECT_EQ(named("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 "), "unsupported: OLE: doc, xls, wps, et");
  EXPECT_EQ(named("\xEF\xBB\xBF\n<HTML><body>1"), "unsupported: HTML");
  EXPECT_EQ(named("\x89PNG\r\n\x1A\n"), "binary: PNG");
  EXPECT_EQ(named("\xFF\xD8\xFF\xE0"), "binary: JPEG");
  EXPECT_EQ(named("\x1F\x8B\x08"), "binary: gzip");
}

TEST(TextRefused, BinaryContent) {
  EXPECT_EQ(rejection("金额\0 1.00"s), "binary 0");
  EXPECT_EQ(rejection(std::string(98, 'x') + "\x01\x02"), "binary 0");
  EXPECT_EQ(rejection(std::string(99, 'x') + "\x01"), "read");
  EXPECT_EQ(rejection("\xFF\xFE" + "a\0\0\0"s), "binary 0");
}

TEST(TextLimit, OfOneLine) {
  TextLimits limits;
  limits.line_bytes = 9;
  EXPECT_EQ(rejection("一二三\r\n123456789", limits), "read");
  EXPECT_EQ(rejection("一\n\r\n一二三四\n", limits), "line-too-long 3");
  EXPECT_EQ(rejection("一\r二\r1234567890\r三", limits), "line-too-long 3");
  EXPECT_EQ(rejection("\xFF\xFE\x00\x4E\n\0\x00\x4E\x00\x4E\x00\x4E\x00\x4E"s, limits), "line-too-long 2");
  EXPECT_EQ(rejection("一\f二\f三", limits), "line-too-long 1");  // as the editor's line
}

TEST(TextLimit, OfLinesAndFragments) {
  TextLimits limits;
  limits.lines = 3;
  EXPECT_EQ(rejection("1\n2\n3\n", limits), "read");
  EXPECT_EQ(rejection("1\n2\n\n\n", limits), "too-many-lines 3");
  EXPECT_EQ(rejection("1\f2\f3\f4", limits), "too-many-lines 1");
  limits.fragments = 3;
  EXPECT_EQ(rejection("1\t2\n3", limits), "read");
  EXPECT_EQ(rejection("1\t2\n3  4", limits), "too-many-lines 2");
}

}  // namespace
}  // namespace mingzhang::formats
