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

}  // namespace
}  // namespace mingzhang::formats
