#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "formats/xlsx/exact.h"
#include "formats/xlsx/names.h"
#include "formats/xlsx/write.h"

namespace mingzhang::formats {
namespace {

using document::Sheet;
using document::SheetCell;

SheetCell header(std::uint32_t row, std::uint32_t column, std::string text, std::uint32_t rows = 1,
                 std::uint32_t columns = 1) {
  SheetCell cell{row, column, rows, columns, std::move(text)};
  cell.header = true;
  return cell;
}

SheetCell number(std::uint32_t row, std::uint32_t column, std::string text, int decimals = 2) {
  SheetCell cell{row, column, 1, 1, std::move(text)};
  cell.is_number = true;
  cell.decimals = decimals;
  return cell;
}

Sheet income() {
  Sheet sheet;
  sheet.name = "公开02表";
  sheet.title = "收入决算表";
  sheet.left_and_right = {"编制单位：某县医疗保障局", "金额单位：万元"};
  sheet.note = "注：本表反映收入。\n第二行。";
  sheet.header_rows = 2;
  sheet.columns = 3;
  sheet.cells = {header(0, 0, "项目", 2), header(0, 1, "收入", 1, 2),    header(1, 1, "财政拨款"),
                 header(1, 2, "其他"),    SheetCell{2, 0, 1, 1, "合计"}, number(2, 1, "1,254.76"),
                 number(2, 2, "0.00"),    SheetCell{3, 0, 1, 1, "=1+1"}, number(3, 1, "-12")};
  return sheet;
}

/// The facts that the script finds in a workbook; empty if there is no python3 here.
std::string contents(const std::string& bytes) {
  if (std::system("python3 -c 'import zipfile' >/dev/null 2>&1") != 0) return "";
  const std::string path = testing::TempDir() + "xlsx_write_test.xlsx";
  std::ofstream(path, std::ios::binary) << bytes;
  const std::string command = "python3 '" SOURCE_DIR "/tests/unit/formats/xlsx_contents.py' '" + path + "' 2>&1";
  std::string output;
  std::array<char, 4096> buffer{};
  FILE* pipe = popen(command.c_str(), "r");
  while (fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) output += buffer.data();
  EXPECT_EQ(pclose(pipe), 0) << output;
  std::remove(path.c_str());
  return output;
}

void expect_lines(const std::string& output, std::initializer_list<const char*> lines) {
  for (const std::string line : lines) {
    EXPECT_NE(("\n" + output).find("\n" + line + "\n"), std::string::npos) << line << "\nis not in\n" << output;
  }
}

TEST(XlsxWrite, HoldsTheTable) {
  const std::string output = contents(write_workbook({income()}));
  if (output.empty()) GTEST_SKIP() << "no python3";
  expect_lines(output, {
                           "sheet 公开02表",
                           "cell A1 text 收入决算表",
                           "merged A1:C1",
                           "cell A2 text 编制单位：某县医疗保障局",
                           "cell B2 text 金额单位：万元",
                           "merged B2:C2",
                           "cell A3 text 项目",
                           "merged A3:A4",
                           "merged B3:C3",
                           "cell B5 number 1254.76 #,##0.00",
                           "cell C5 number 0 #,##0.00",
                           "cell A6 text =1+1",
                           "cell B6 number -12 #,##0.00",
                           "cell C6 blank",
                           "cell A7 text 注：本表反映收入。|第二行。",
                           "merged A7:C7",
                           "frozen above A5",
                           "page portrait paper 9 high 0",
                           "fit 1",
                           "name _xlnm.Print_Area '公开02表'!$A$1:$C$7",
                           "name _xlnm.Print_Titles '公开02表'!$1:$4",
                           "created 2000-01-01T00:00:00Z",
                       });
}

TEST(XlsxWrite, WideTablesLieOnTheirSide) {
  Sheet sheet;
  sheet.columns = 7;
  sheet.cells = {number(0, 6, "7", 0), number(0, 5, "0.0001", 4)};
  const std::string output = contents(write_workbook({sheet}));
  if (output.empty()) GTEST_SKIP() << "no python3";
  expect_lines(output, {"page landscape paper 9 high 0", "cell G1 number 7 #,##0", "sheet Sheet",
                        "cell F1 number 0.0001 #,##0.0000"});
}

TEST(XlsxWrite, WhatADoubleCannotHoldIsText) {
  Sheet sheet;
  sheet.cells = {number(0, 0, "9007199254740.93"), number(1, 0, "92233720368547758.07"), number(2, 0, "n/a")};
  const std::string output = contents(write_workbook({sheet}));
  if (output.empty()) GTEST_SKIP() << "no python3";
  expect_lines(output,
               {"cell A1 number 9007199254740.93 #,##0.00", "cell A2 text 92233720368547758.07", "cell A3 text n/a"});
}

TEST(XlsxWrite, SameTablesAreTheSameBytes) {
  EXPECT_EQ(write_workbook({income(), income()}), write_workbook({income(), income()}));
}

TEST(XlsxWrite, MergedNumbersAreNumbers) {
  Sheet sheet;
  SheetCell merged = number(0, 0, "12.50");
  merged.rows = 2;
  sheet.cells = {merged};
  const std::string output = contents(write_workbook({sheet}));
  if (output.empty()) GTEST_SKIP() << "no python3";
  expect_lines(output, {"cell A1 number 12.5 #,##0.00", "merged A1:A2"});
}

TEST(XlsxWrite, RefusesWhatWouldBeADamagedWorkbook) {
  EXPECT_THROW(write_workbook({}), WriteError);
  Sheet sheet;
  sheet.name = "表";
  sheet.cells = {header(0, 0, "a", 2, 2), number(1, 1, "1.00")};
  try {
    write_workbook({sheet});
    ADD_FAILURE() << "overlapping cells were written";
  } catch (const WriteError& error) {
    EXPECT_STREQ(error.what(), "sheet \"表\", row 2, column 2: two cells in one place");
  }
  sheet.cells = {number(2'000'000, 0, "1.00")};
  EXPECT_THROW(write_workbook({sheet}), WriteError);
  sheet.cells = {number(0, 4'000'000'000, "1.00")};
  EXPECT_THROW(write_workbook({sheet}), WriteError);
  sheet.cells = {SheetCell{0, 0, 0, 1, ""}};
  EXPECT_THROW(write_workbook({sheet}), WriteError);
  sheet.cells = {SheetCell{0, 0, 1, 1, std::string(40'000, 'x')}};
  EXPECT_THROW(write_workbook({sheet}), WriteError);
}

TEST(XlsxWrite, EmptyTablesAreWritten) {
  Sheet sheet;
  sheet.title = "政府性基金预算财政拨款支出决算表";
  sheet.columns = 4;
  sheet.note = "注：本单位无此项支出。";
  EXPECT_FALSE(write_workbook({sheet}).empty());
}

TEST(ExactDouble, KeepsEveryPrintedDigit) {
  EXPECT_EQ(exact_double("1,254.76", 2), 1254.76);
  EXPECT_EQ(exact_double("+0012.5", 2), 12.5);
  EXPECT_EQ(exact_double("-0.00", 2), 0.0);
  EXPECT_EQ(exact_double("0.001", 2), 0.001);
  EXPECT_EQ(exact_double("123456789012345.6", 1), 123456789012345.6);
  EXPECT_FALSE(exact_double("1234567890123456.78", 2).has_value());
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "12a", "1e5", "inf", "--1"}) {
    EXPECT_FALSE(exact_double(text, 2).has_value()) << text;
  }
}

TEST(SheetNames, AreLegalAndUnique) {
  EXPECT_EQ(legal_sheet_names({"公开01表", "公开01表", "a/b:c", "A/B:C", "", "", "'x'", "History"}),
            (std::vector<std::string>{"公开01表", "公开01表(2)", "a_b_c", "A_B_C(2)", "Sheet", "Sheet(2)", "_x_",
                                      "History(2)"}));
  const std::string longer = "一般公共预算财政拨款基本支出决算明细表（按部门预算支出经济分类科目列示）";
  const auto names = legal_sheet_names({longer, longer});
  EXPECT_EQ(names[0], "一般公共预算财政拨款基本支出决算明细表（按部门预算支出经济分类");
  EXPECT_EQ(names[1], "一般公共预算财政拨款基本支出决算明细表（按部门预算支出经(2)");
  Sheet sheet;
  sheet.name = longer;
  EXPECT_FALSE(write_workbook({sheet, sheet}).empty());
}

}  // namespace
}  // namespace mingzhang::formats
