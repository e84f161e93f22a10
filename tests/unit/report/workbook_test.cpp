#include "report/workbook.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "report/places.h"
#include "sample.h"

namespace mingzhang::report {
namespace {

using document::Sheet;

std::vector<Sheet> sheets(const std::vector<Entry>& entries, Language language = Language::chinese) {
  static const check::Rules rules{profile::DataFiles()};
  CheckSheets all(rules, language);
  for (const auto& entry : entries) all.add(entry);
  return all.take();
}

/// The text under a header.
std::string cell(const Sheet& sheet, const std::string& header, std::uint32_t row) {
  std::uint32_t column = sheet.columns;
  for (const auto& cell : sheet.cells)
    if (cell.row == 0 && cell.text == header) column = cell.column;
  EXPECT_LT(column, sheet.columns) << header;
  for (const auto& cell : sheet.cells)
    if (cell.row == row && cell.column == column) return cell.text;
  return {};
}

TEST(Workbook, HasARowAFinding) {
  Sample sample({"收入 100.00 万元"});
  auto& finding = sample.add("agreement", check::Severity::error, sample.place(1, "100.00"));
  finding.expected = "110.00";
  finding.section = "收入";
  finding.because = {{"甲 = 乙", {}, "1 ≠ 2"}, {"丙", {}, ""}};
  const auto sheet = sheets({sample.entry()})[1];
  EXPECT_TRUE(sheet.filter);
  EXPECT_EQ(sheet.header_rows, 1u);
  EXPECT_EQ(cell(sheet, "程度", 1), "错误");
  EXPECT_EQ(cell(sheet, "规则编号", 1), "agreement");
  EXPECT_EQ(cell(sheet, "行号", 1), "1");
  EXPECT_EQ(cell(sheet, "页", 1), "");
  EXPECT_EQ(cell(sheet, "写为", 1), "100.00");
  EXPECT_EQ(cell(sheet, "应为", 1), "110.00");
  EXPECT_EQ(cell(sheet, "计算", 1), "甲 = 乙：1 ≠ 2\n丙");
  EXPECT_EQ(cell(sheet, "单位", 1), "云岭县医疗保障局");
}

TEST(Workbook, SummaryListsFilesThatCouldNotBeRead) {
  Sample sample({"甲"});
  sample.result.coverage = {9, 5, 3, 1, 0};
  Entry failed{"坏.pdf", nullptr, "damaged", 0, "文件已损坏"};
  const auto sheet = sheets({failed, sample.entry()})[0];
  EXPECT_EQ(cell(sheet, "文件", 1), "坏.pdf");
  EXPECT_EQ(cell(sheet, "无法读取的原因", 1), "文件已损坏");
  EXPECT_EQ(cell(sheet, "参与核对", 2), "5");
  EXPECT_EQ(cell(sheet, "错误", 2), "0");
  EXPECT_EQ(cell(sheet, "无法读取的原因", 2), "");
}

TEST(Workbook, ListsWhatWasNotRead) {
  Sample sample({"甲 12"});
  sample.result.reading.facts.unread.push_back({sample.place(1, "12"), "no-clause", 1});
  const auto sheet = sheets({sample.entry()}, Language::english)[2];
  EXPECT_EQ(cell(sheet, "quote", 1), "12");
  EXPECT_EQ(cell(sheet, "code", 1), "no-clause");
}

TEST(Workbook, NumbersOfPersonsAreNotShown) {
  Sample sample({"联系人 13800000000"});
  sample.add("personal-data", check::Severity::warning, sample.place(1, "13800000000"));
  for (const auto& sheet : sheets({sample.entry()}))
    for (const auto& cell : sheet.cells) EXPECT_EQ(cell.text.find("13800000000"), std::string::npos) << cell.text;
}

TEST(Places, OfWorkbooksAreCells) {
  Sample sample({"甲\t1.00"});
  auto& document = sample.document();
  document.format = document::Format::xlsx;
  document.sheets = {"公开01表"};
  document.lines[0].page = 1;
  document.lines[0].number = 7;
  document.lines[0].fragments = {{0, 3, 0, 0}, {4, 8, 27, 0}};
  const auto place = profile::place_in_line(document.lines[0], 4, 8);
  EXPECT_EQ(cell_reference(place, document), "AB7");
  EXPECT_EQ(place_words(place, document, Language::chinese), "“公开01表” AB7");
  document.format = document::Format::pdf;
  EXPECT_EQ(place_words(place, document, Language::english), "page 1, line 7");
}

}  // namespace
}  // namespace mingzhang::report
