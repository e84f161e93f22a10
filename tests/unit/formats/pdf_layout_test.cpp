// From characters and lines to printed lines, cells and tables, on pages without a PDF.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "formats/pdf/align.h"
#include "formats/pdf/layout.h"
#include "formats/pdf/rules.h"
#include "formats/pdf/turn.h"
#include "support/pdf_page.h"

namespace mingzhang::formats::pdf {
namespace {

using test::described;
using test::ModelPage;
using Words = std::vector<std::string>;

Words layout(ModelPage& model) {
  return described(blocks_of(model.page).blocks);
}

TEST(PdfLines, FromTopToBottomWhateverTheOrderOfDrawing) {
  EXPECT_EQ(layout(ModelPage().text(50, 200, "第二行").text(50, 100, "第一行")), (Words{"第一行", "第二行"}));
}

TEST(PdfLines, DigitsOnAnotherBaselineBelongToTheLine) {
  EXPECT_EQ(layout(ModelPage().text(50, 100, "支出").text(70, 102.5F, "12.50").text(95, 100, "万元")),
            (Words{"支出12.50万元"}));
}

TEST(PdfLines, WideGapsPartALineAndNarrowOnesDoNot) {
  EXPECT_EQ(layout(ModelPage().text(50, 100, "目").text(66, 100, "录").text(200, 100, "单位：万元")),
            (Words{"目 录~单位：万元"}));
  EXPECT_EQ(layout(ModelPage().text(50, 100, "两").text(63, 100, "端")), (Words{"两端"}));
  EXPECT_EQ(layout(ModelPage().text(50, 100, "GB 9704")), (Words{"GB 9704"}));
}

TEST(PdfLines, ACharacterDrawnTwiceToLookBoldIsOne) {
  EXPECT_EQ(layout(ModelPage().text(50, 100, "合计").text(50.3F, 100, "合计").text(80, 100, "11")), (Words{"合计 11"}));
  EXPECT_EQ(layout(ModelPage().text(50, 100, "......")), (Words{"......"}));
}

TEST(PdfRules, CellsBetweenLines) {
  ModelPage model;
  model.grid({50, 150, 250}, {100, 120, 140}).text(60, 115, "项目").text(160, 115, "决算数").text(60, 135, "合计");
  EXPECT_EQ(layout(model), (Words{"项目|决算数/合计|"}));
}

TEST(PdfRules, MergedCellsAndHeadersOfTwoLevels) {
  ModelPage model;
  model.across(100, 50, 350).across(120, 150, 350).across(140, 50, 350).across(160, 50, 350);
  model.down(50, 100, 160).down(150, 100, 160).down(250, 120, 160).down(350, 100, 160);
  model.text(60, 125, "项目").text(200, 115, "支出").text(160, 135, "基本").text(260, 135, "项目");
  model.text(60, 155, "行政运行").text(160, 155, "1.00").text(260, 155, "2.00");
  EXPECT_EQ(layout(model), (Words{"项目(1x2)|支出(2x1)/基本|项目/行政运行|1.00|2.00"}));
}

TEST(PdfRules, LinesInPiecesDoubleLinesAndLooseEnds) {
  ModelPage model;
  model.across(100, 50, 149).across(100.8F, 150, 250).across(120, 50, 250).across(121.5F, 50, 250);
  model.across(140, 50, 250).down(50, 99, 141).down(150.5F, 100, 119).down(150, 121, 141).down(250, 101, 139);
  model.text(60, 115, "甲").text(160, 115, "乙").text(60, 135, "丙").text(160, 135, "1");
  EXPECT_EQ(layout(model), (Words{"甲|乙/丙|1"}));
}

TEST(PdfRules, ATableWithoutSideBorders) {
  ModelPage model;
  model.across(100, 50, 350).across(120, 50, 350).across(140, 50, 350).down(150, 100, 140).down(250, 100, 140);
  model.text(60, 115, "甲").text(160, 115, "乙").text(260, 115, "丙").text(60, 135, "丁").text(260, 135, "1");
  EXPECT_EQ(layout(model), (Words{"甲|乙|丙/丁||1"}));
}

TEST(PdfRules, ALineUnderAHeadingIsNoTable) {
  ModelPage model;
  EXPECT_EQ(layout(model.text(50, 100, "某局文件").across(105, 50, 500).text(50, 130, "正文")),
            (Words{"某局文件", "正文"}));
}

TEST(PdfRules, TwoTablesOnAPage) {
  ModelPage model;
  model.grid({50, 150, 250}, {100, 120}).grid({50, 150, 250}, {200, 220});
  model.text(60, 115, "甲").text(160, 115, "1").text(60, 150, "中间").text(60, 215, "乙").text(160, 215, "2");
  EXPECT_EQ(layout(model), (Words{"甲|1", "中间", "乙|2"}));
}

TEST(PdfRules, ManyLinesEndSoon) {
  ModelPage model;
  for (int index = 0; index < 100'000; ++index) {
    const auto at = static_cast<float>(index % 1000);
    model.across(at * 0.8F, 0, 500).down(at * 0.5F, 0, 800);
  }
  const auto start = std::chrono::steady_clock::now();
  cell_grids(model.page);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(PdfCells, AWrappedNameHasItsFigureOnTheMiddleLine) {
  ModelPage model;
  model.grid({50, 150, 250}, {100, 130});
  model.text(52, 112, "机关事业单位").text(52, 125, "养老保险").text(160, 118, "1.50");
  EXPECT_EQ(layout(model), (Words{"机关事业单位养老保险|1.50"}));
}

TEST(PdfCells, AFigureThatFillsItsColumnGoesOn) {
  ModelPage model;
  model.grid({50, 150, 178}, {100, 130});
  model.text(52, 112, "甲").text(52, 125, "乙").text(152, 112, "12345").text(152, 125, "67");
  EXPECT_EQ(layout(model), (Words{"甲乙|1234567"}));
}

TEST(PdfCells, RowsBetweenWhichNoLineIsDrawn) {
  ModelPage model;
  model.grid({50, 150, 250}, {100, 120, 200}).text(60, 115, "项目").text(160, 115, "决算数");
  model.text(60, 135, "办公费").text(160, 135, "1.00").text(60, 155, "差旅费").text(160, 155, "2.00");
  model.text(60, 170, "机关事业单位").text(60, 181, "养老保险").text(160, 175, "3.00");
  EXPECT_EQ(layout(model), (Words{"项目|决算数/办公费|1.00/差旅费|2.00/机关事业单位养老保险|3.00"}));
}

TEST(PdfCells, WordsThatRunUpwards) {
  ModelPage model;
  model.grid({50, 80, 250}, {100, 200}).text(100, 150, "数量指标");
  float y = 180;
  for (const char32_t point : {U'产', U'出', U'指', U'标'}) {
    model.page.glyphs.push_back({point, {60, y - 10, 70, y}, 10, 3});
    y -= 10;
  }
  EXPECT_EQ(layout(model), (Words{"产出指标|数量指标"}));
}

TEST(PdfAlign, ATableWithoutAnyLine) {
  ModelPage model;
  model.text(200, 80, "支出决算表").text(50, 95, "编制单位：某局").text(450, 95, "单位：万元");
  model.text(60, 110, "项目").text(200, 110, "合计").text(300, 110, "基本支出").text(400, 110, "项目支出");
  model.text(60, 130, "行政运行").text(200, 130, "3.00").text(300, 130, "1.00").text(400, 130, "2.00");
  model.text(60, 145, "机关事业单位").text(60, 157, "养老保险缴费").text(200, 151, "1.00").text(400, 151, "1.00");
  model.text(60, 175, "住房公积金").text(200, 175, "5.00").text(300, 175, "5.00");
  model.text(50, 200, "注：本表反映部门本年度各项支出情况，金额单位转换时可能存在尾数误差。");
  EXPECT_EQ(layout(model),
            (Words{"支出决算表", "编制单位：某局~单位：万元",
                   "项目|合计|基本支出|项目支出/行政运行|3.00|1.00|2.00/机关事业单位养老保险缴费|1.00|1.00/"
                   "住房公积金|5.00|5.00",
                   "注：本表反映部门本年度各项支出情况，金额单位转换时可能存在尾数误差。"}));
}

TEST(PdfAlign, BlankCellsKeepTheirColumn) {
  ModelPage model;
  for (const float y : {100.0F, 120.0F, 140.0F}) model.text(60, y, "甲").text(200, y, "1.00").text(400, y, "2.00");
  model.text(60, 160, "乙").text(400, 160, "3.00");
  const auto blocks = blocks_of(model.page).blocks;
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].table.rows.back().cells.back().column, 2U);
}

TEST(PdfAlign, ContentsAndProseAreNoTable) {
  ModelPage model;
  for (const float y : {100.0F, 120.0F, 140.0F, 160.0F}) model.text(60, y, "一、概况").text(500, y, "3");
  EXPECT_EQ(layout(model), (Words{"一、概况~3", "一、概况~3", "一、概况~3", "一、概况~3"}));
}

TEST(PdfAlign, WhatIsAFigure) {
  for (const char* yes : {"0", "1.50", "-3", "12,345.00", "164,978,640", "12.5%"}) EXPECT_TRUE(is_figure(yes)) << yes;
  for (const char* no : {"", "-", "12,34", ",123", "1.", "1.2.3", "1 2", "12,3456", "一"})
    EXPECT_FALSE(is_figure(no)) << no;
}

TEST(PdfTurn, ThereAndBack) {
  const Area area{10, 20, 30, 60};
  for (std::uint8_t turn = 0; turn < 4; ++turn) {
    const Shape shape{100, 200, turn};
    const Area back = as_seen(upright(area, shape), shape);
    EXPECT_EQ(back.x0, area.x0) << int{turn};
    EXPECT_EQ(back.y0, area.y0) << int{turn};
    EXPECT_EQ(back.x1, area.x1) << int{turn};
    EXPECT_EQ(back.y1, area.y1) << int{turn};
  }
}

/// A landscape page set on portrait paper.
TEST(PdfTurn, APageWhoseWritingRunsAnotherWayReadsTheSame) {
  const auto model = [] {
    ModelPage made(1, 842, 595);
    made.grid({50, 150, 250}, {100, 120, 140}).text(60, 90, "标题").text(60, 115, "甲").text(160, 115, "1");
    return made.text(60, 135, "乙").text(160, 135, "2");
  };
  for (const std::uint8_t turn : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}}) {
    ModelPage turned = model();
    const bool odd = turn % 2 == 1;
    const Shape shape{odd ? 595.0F : 842.0F, odd ? 842.0F : 595.0F, turn};
    for (Glyph& glyph : turned.page.glyphs) {
      glyph.box = as_seen(glyph.box, shape);
      glyph.turn = turn;
    }
    std::vector<Rule> across, down;
    const auto lay = [&](const Area& area) {
      const Area seen = as_seen(area, shape);
      if (seen.width() > seen.height())
        across.push_back({seen.y0, seen.x0, seen.x1});
      else
        down.push_back({seen.x0, seen.y0, seen.y1});
    };
    for (const Rule& rule : turned.page.across) lay({rule.from, rule.at, rule.to, rule.at});
    for (const Rule& rule : turned.page.down) lay({rule.at, rule.from, rule.at, rule.to});
    turned.page.across = across;
    turned.page.down = down;
    turned.page.shape = {shape.width, shape.height, 0};
    EXPECT_EQ(layout(turned), (Words{"标题", "甲|1/乙|2"})) << int{turn};
    EXPECT_EQ(turned.page.shape.turn, turn);
  }
}

}  // namespace
}  // namespace mingzhang::formats::pdf
