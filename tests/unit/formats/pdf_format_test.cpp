// Whole PDFs, made by support/pdf_writer.h, to Documents.
#include "formats/pdf/pdf_format.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/pdf_writer.h"

namespace mingzhang::formats {
namespace {

using document::Document;
using test::Mapping;
using test::PdfPage;
using test::PdfWriter;

const pdf::Library& library() {
  static const pdf::Library made;
  return made;
}

Document read(const PdfWriter& pdf, const PdfLimits& limits = {}) {
  return parse_pdf(pdf.bytes(), library(), limits);
}

std::string refusal(const std::string& bytes, const PdfLimits& limits = {}) {
  try {
    parse_pdf(bytes, library(), limits);
  } catch (const Rejected& why) {
    return why.code();
  }
  return "read";
}

std::vector<std::string> words(const Document& document) {
  std::vector<std::string> lines;
  for (const auto& line : document.lines) lines.push_back(std::to_string(line.page) + " " + line.text);
  return lines;
}

using Lines = std::vector<std::string>;

TEST(PdfFormat, LinesWithTheirPlaces) {
  PdfWriter pdf;
  pdf.add().text(50, 100, 16, "收入决算表").text(50, 130, 12, "单位：某局").text(400, 130, 12, "金额：万元");
  const Document document = read(pdf);
  ASSERT_EQ(document.lines.size(), 2U);
  EXPECT_EQ(document.format, document::Format::pdf);
  const auto& line = document.lines[1];
  EXPECT_EQ(line.page, 1U);
  EXPECT_EQ(line.number, 2U);
  EXPECT_EQ(line.grid, 0U);
  ASSERT_EQ(line.fragments.size(), 2U);
  EXPECT_EQ(line.fragment(1), "金额：万元");
  EXPECT_NEAR(line.boxes[1].x0, 400, 0.1);
  EXPECT_NEAR(line.boxes[1].x1, 460, 0.1);
  EXPECT_GT(line.boxes[1].y1, 130);
  EXPECT_LT(line.boxes[1].y0, 120);
}

TEST(PdfFormat, FontsWhoseMapIsKnownByName) {
  if (!std::filesystem::exists(pdf::data_folder)) GTEST_SKIP() << "without poppler-data";
  PdfWriter pdf;
  pdf.add().text(50, 100, 16, "收入决算表", Mapping::by_collection);
  EXPECT_EQ(words(read(pdf)), Lines{"1 收入决算表"});
}

TEST(PdfFormat, FilesThatCannotBeRead) {
  EXPECT_EQ(refusal("%PDF-1.7\n"), "damaged");
  EXPECT_EQ(refusal(""), "damaged");
  PdfWriter scan;
  scan.add().picture = true;
  EXPECT_EQ(refusal(scan.bytes()), "scanned");
  PdfWriter unmapped;
  unmapped.add().text(50, 100, 12, "不明", Mapping::none);
  EXPECT_EQ(refusal(unmapped.bytes()), "scanned");
  PdfWriter blank;
  blank.add();
  EXPECT_EQ(refusal(blank.bytes()), "empty");
  PdfWriter pages;
  for (int page = 0; page < 3; ++page) pages.add().text(50, 100, 12, "一");
  PdfLimits limits;
  limits.pages = 2;
  EXPECT_EQ(refusal(pages.bytes(), limits), "too-many-pages");
  EXPECT_EQ(refusal(pages.bytes()), "read");
}

TEST(PdfFormat, ATableByItsLines) {
  PdfWriter pdf;
  PdfPage& page = pdf.add().grid({50, 150, 250, 350}, {100, 130, 160, 190});
  page.text(60, 120, 12, "项目").text(160, 120, 12, "基本支出").text(260, 120, 12, "项目支出");
  page.text(60, 150, 12, "行政运行").text(260, 150, 12, "1.00");
  page.text(60, 172, 12, "机关事业单位").text(60, 186, 12, "养老保险").text(160, 180, 12, "2.00");
  const Document document = read(pdf);
  EXPECT_EQ(words(document),
            (Lines{"1 项目\t基本支出\t项目支出", "1 行政运行\t\t1.00", "1 机关事业单位养老保险\t2.00\t"}));
  EXPECT_EQ(document.lines[1].grid, 1U);
  EXPECT_EQ(document.lines[1].tabs, 2U);
  EXPECT_EQ(document.lines[1].fragments[1].column, 2);
}

Lines codes(const Document& document) {
  Lines codes;
  for (const auto& notice : document.notices) {
    codes.push_back(std::to_string(notice.page) + " " + notice.code);
    if (!notice.detail.empty()) codes.back() += " " + notice.detail;
  }
  return codes;
}

TEST(PdfFormat, WhatCannotBeSeenIsToldAndNotTaken) {
  PdfWriter pdf;
  pdf.add().text(50, 300, 12, "看得见").raw("3 Tr\n").text(50, 130, 12, "隐藏");
  pdf.add().text(50, 300, 12, "看得见").text(590, 300, 12, "纸外的字");
  pdf.add().text(50, 300, 12, "看得见").clipped(50, 200, 74, 220, [](PdfPage& page) {
    page.text(50, 215, 12, "剪掉一半的字");
  });
  pdf.add();
  pdf.add().picture = true;
  pdf.add().text(50, 300, 12, "看得见").text(50, 130, 12, "不明", Mapping::none);
  pdf.add().text(50, 300, 12, "看得见").raw("BT /F0 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <8349> Tj ET\n");
  const Document document = read(pdf);
  EXPECT_EQ(codes(document), (Lines{"1 hidden-text 2", "2 text-off-page 4", "3 clipped-text 4", "4 blank-page",
                                    "5 picture-page", "6 unmapped-font 2", "7 slanted-text 1"}));
  EXPECT_EQ(words(document), (Lines{"1 看得见", "2 看得见", "3 剪掉", "3 看得见", "6 看得见", "7 看得见"}));
}

TEST(PdfFormat, TextBehindAPictureIsTaken) {
  PdfWriter pdf;
  pdf.add().raw("3 Tr\n").text(50, 100, 12, "识别出来的字").picture = true;
  const Document document = read(pdf);
  EXPECT_EQ(words(document), Lines{"1 识别出来的字"});
  EXPECT_EQ(codes(document), Lines{"1 text-behind-picture"});
  PdfWriter alone;
  alone.add().text(50, 300, 12, "看得见");
  alone.add().raw("3 Tr\n").text(50, 100, 12, "隐藏");
  EXPECT_EQ(codes(read(alone)), (Lines{"2 blank-page", "2 hidden-text 2"}));
}

TEST(PdfFormat, BoxesAreOnThePageAsItIsSeen) {
  PdfWriter pdf;
  pdf.add(595, 842).text_upwards(100, 800, 12, "甲乙");  // a landscape page on portrait paper
  PdfPage& turned = pdf.add(595, 842);                   // the same, shown as landscape
  turned.rotate = 90;
  turned.text_upwards(100, 800, 12, "甲乙");
  const Document document = read(pdf);
  ASSERT_EQ(words(document), (Lines{"1 甲乙", "2 甲乙"}));
  const auto& upwards = document.lines[0].boxes.at(0);
  EXPECT_NEAR(upwards.y0, 776, 0.1);
  EXPECT_NEAR(upwards.y1, 800, 0.1);
  EXPECT_LT(upwards.x0, 100);
  EXPECT_GT(upwards.x1, 100);
  const auto& shown = document.lines[1].boxes.at(0);
  EXPECT_NEAR(shown.x1 - shown.x0, 24, 0.1);
  EXPECT_NEAR(shown.x0, 42, 0.1);
}

TEST(PdfFormat, MergedCellsHaveTheirExtent) {
  PdfWriter pdf;
  PdfPage& page = pdf.add();
  page.line(50, 100, 350, 100).line(150, 120, 350, 120).line(50, 140, 350, 140).line(50, 160, 350, 160);
  page.line(50, 100, 50, 160).line(150, 100, 150, 160).line(250, 120, 250, 160).line(350, 100, 350, 160);
  page.text(60, 125, 10, "项目").text(200, 115, 10, "支出").text(160, 135, 10, "基本").text(260, 135, 10, "项目");
  page.text(60, 155, 10, "甲").text(260, 155, 10, "1.00");
  const Document document = read(pdf);
  ASSERT_EQ(words(document), (Lines{"1 项目\t支出\t", "1 \t基本\t项目", "1 甲\t\t1.00"}));
  EXPECT_EQ(document.lines[0].fragments[0].rows, 2U);
  EXPECT_EQ(document.lines[0].fragments[1].columns, 2U);
}

TEST(PdfFormat, FilledBarsAreLinesAndBackgroundsAreNot) {
  PdfWriter pdf;
  PdfPage& page = pdf.add().bar(40, 90, 300, 200);
  for (const double y : {100, 120, 140}) page.bar(50, y, 250, y + 0.5);
  for (const double x : {50, 150, 250}) page.bar(x, 100, x + 0.5, 140);
  page.text(60, 115, 10, "甲").text(160, 115, 10, "乙").text(160, 135, 10, "1");
  EXPECT_EQ(words(read(pdf)), (Lines{"1 甲\t乙", "1 \t1"}));
}

TEST(PdfFormat, LimitsHold) {
  PdfWriter pdf;
  PdfPage& page = pdf.add();
  for (int line = 0; line < 40; ++line) page.text(50, 20 + 20 * line, 12, "一二三");
  PdfLimits limits;
  limits.lines = 39;
  EXPECT_EQ(refusal(pdf.bytes(), limits), "too-many-lines");
  limits = {};
  limits.fragments = 39;
  EXPECT_EQ(refusal(pdf.bytes(), limits), "too-many-lines");
  limits = {};
  limits.page.glyphs = 100;
  EXPECT_EQ(codes(read(pdf, limits)), Lines{"1 page-too-full"});
  EXPECT_EQ(read(pdf).lines.size(), 40U);
}

/// Whatever is cut off or changed: a refusal or a document, and soon.
TEST(PdfFormat, DamagedFilesEndSoon) {
  PdfWriter pdf;
  pdf.add().grid({50, 150, 250}, {100, 130}).text(60, 120, 12, "项目").text(160, 120, 12, "1.00");
  const std::string whole = pdf.bytes();
  for (std::size_t size = 0; size < whole.size(); size += 97) refusal(whole.substr(0, size));
  for (std::size_t at = 0; at < whole.size(); at += 13) {
    std::string changed = whole;
    changed[at] = '9';
    refusal(changed);
  }
}

}  // namespace
}  // namespace mingzhang::formats
