#include "document/join.h"

#include <gtest/gtest.h>

namespace mingzhang::document {
namespace {

Line line(std::uint32_t page, std::uint32_t number, std::uint32_t grid = 0) {
  Line out;
  out.page = page;
  out.number = number;
  out.grid = grid;
  out.text = "x";
  out.fragments = {{0, 1, 0, 0}};
  return out;
}

Document narrative() {
  Document out;
  out.path = "说明.docx";
  out.format = Format::docx;
  out.line_count = 9;
  out.lines = {line(0, 1), line(0, 9, 1)};
  return out;
}

Document workbook(const std::string& path) {
  Document out;
  out.path = path;
  out.format = Format::xlsx;
  out.line_count = 4;
  out.sheets = {"一", "二", "空"};
  out.lines = {line(1, 2, 1), line(2, 4, 2)};
  out.notices = {{4, 2, "formula-errors", "1"}};
  return out;
}

TEST(Join, PagesLinesAndGridsStayApart) {
  const auto whole = join({narrative(), workbook("甲.xlsx"), workbook("乙.xlsx")});
  ASSERT_EQ(whole.lines.size(), 6U);
  std::pair<std::uint32_t, std::uint32_t> last{0, 0};
  for (const auto& one : whole.lines) {
    EXPECT_LT(last, std::pair(one.page, one.number));
    last = {one.page, one.number};
  }
  EXPECT_EQ(whole.lines[1].grid, 1U);
  EXPECT_EQ(whole.lines[2].grid, 2U);
  EXPECT_EQ(whole.lines[5].grid, 5U);
  EXPECT_EQ(whole.line_count, 9U);
}

TEST(Join, TheWayBackNamesFileSheetAndPage) {
  const auto whole = join({narrative(), workbook("甲.xlsx"), workbook("乙.xlsx")});
  const auto first = origin_of(whole, whole.lines[0].page);
  EXPECT_EQ(first.path, "说明.docx");
  EXPECT_EQ(first.page, 0U);
  EXPECT_EQ(first.sheet, "");
  const auto last = origin_of(whole, whole.lines[5].page);
  EXPECT_EQ(last.path, "乙.xlsx");
  EXPECT_EQ(last.page, 2U);
  EXPECT_EQ(last.sheet, "二");
  EXPECT_EQ(origin_of(whole, whole.notices[0].page).path, "甲.xlsx");
  EXPECT_EQ(origin_of(whole, whole.notices[0].page).sheet, "二");
}

TEST(Join, FiguresOfWorkbooksHaveCells) {
  Document sheet = workbook("甲.xlsx");
  sheet.columns = {{0}, {27}};
  EXPECT_EQ(cell_of(sheet, sheet.lines[0], 0), "A2");
  EXPECT_EQ(cell_of(sheet, sheet.lines[1], 0), "AB4");
  EXPECT_EQ(cell_of(sheet, sheet.lines[1], 1), "");  // behind its words
  const auto whole = join({narrative(), sheet, sheet});
  EXPECT_EQ(cell_of(whole, whole.lines[1], 0), "");
  EXPECT_EQ(cell_of(whole, whole.lines[2], 0), "A2");
  EXPECT_EQ(cell_of(whole, whole.lines[5], 0), "AB4");
}

TEST(Join, ASingleFileIsItself) {
  const auto one = workbook("甲.xlsx");
  EXPECT_EQ(origin_of(one, 2).path, "");
  EXPECT_EQ(origin_of(one, 2).sheet, "二");
  EXPECT_EQ(origin_of(narrative(), 3).sheet, "");
}

}  // namespace
}  // namespace mingzhang::document
