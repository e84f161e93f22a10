// Files of rows, and entries out into files and back.
#include "books/rows.h"

#include "books/csv.h"
#include "books/transfer.h"
#include "books/verify.h"
#include "support/books.h"

namespace mingzhang::books {
namespace {

using tests::OpenBooks;

Sheet sheet(const std::vector<std::vector<std::string>>& rows) {
  Sheet made;
  for (std::uint32_t line = 1; line <= rows.size(); ++line) made.rows.push_back({line, rows[line - 1]});
  return made;
}

TEST(Rows, ColumnsAreKnownByTheirHeadersInBothLanguages) {
  OpenBooks open;
  Taken taken;
  take_rows(
      open.desk, tests::vocabulary(),
      sheet({{"2025年预算指标"},
             {"fiscal_year", "fund_type_code", "exp_func_code", "pro_code", "pro_name", "is_deleted", "金额（万元）"},
             {"2025", "111", "2101501", "", "", "0", "12.5"},
             {"2025", "12", "2101502", "P1", "信息化", "0", "1"},
             {}}),
      find_kind("budget"), taken);
  EXPECT_TRUE(taken.problems.empty());
  EXPECT_EQ(taken.rows, 2U);
  EXPECT_EQ(taken.ignored, std::vector<std::string>{"is_deleted"});
  EXPECT_EQ(open.books.entry(1)->amount, 12500000);
  EXPECT_EQ(open.books.entry(3)->value("fund"), "govfund");
}

TEST(Rows, EveryBadCellIsToldWithItsPlace) {
  OpenBooks open;
  Taken taken;
  take_rows(open.desk, tests::vocabulary(),
            sheet({{"类型", "年度", "资金性质", "功能科目", "经济科目", "日期", "金额"},
                   {"年初预算", "2025", "111", "2101501", "", "", "100"},
                   {"支付", "2025", "111", "9", "30201", "2025-13-01", "-1.234"},
                   {"馈赠", "2025", "111", "2101501", "30201", "", "1"},
                   {"支付", "2025", "111", "2101501", "30201", "2025-01-01", "100.01"},
                   {"支付", "2025", "111", "2101501", "30201", "2025-01-01", "1", "多"}}),
            nullptr, taken);
  std::vector<std::string> told;
  for (const auto& one : taken.problems)
    told.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.header + " " +
                   one.problem.code);
  EXPECT_EQ(told, (std::vector<std::string>{"3:6 日期 bad-date", "3:7 金额 negative", "3:4 功能科目 unknown-code",
                                            "4:1 类型 unknown-kind", "5:7 金额 overspent", "6:0  too-many-cells"}));
  EXPECT_EQ(taken.bad_rows, 4U);
}

TEST(Rows, AColumnThatIsNotThereIsToldOnce) {
  OpenBooks open;
  Taken taken;
  take_rows(open.desk, tests::vocabulary(),
            sheet({{"年度", "资金性质", "功能科目", "金额数"},
                   {"2025", "111", "2101501", "1"},
                   {"2025", "111", "2101501", "2"}}),
            find_kind("budget"), taken);
  ASSERT_EQ(taken.problems.size(), 1U);
  EXPECT_EQ(taken.problems[0].problem.code, "no-column");
  EXPECT_EQ(taken.problems[0].problem.field, "amount");
  EXPECT_EQ(taken.bad_rows, 2U);
}

TEST(Rows, OfTwoColumnsNoneIsChosen) {
  OpenBooks open;
  Taken twice, amounts;
  take_rows(open.desk, tests::vocabulary(),
            sheet({{"年度", "年度", "资金性质", "功能科目", "金额"}, {"2025", "2024", "111", "2101501", "1"}}),
            find_kind("budget"), twice);
  ASSERT_EQ(twice.problems.size(), 1U);
  EXPECT_EQ(twice.problems[0].problem.code, "header-twice");
  EXPECT_EQ(twice.first, 0);
  take_rows(open.desk, tests::vocabulary(),
            sheet({{"年度", "资金性质", "功能科目", "预算金额", "支付金额"},
                   {"2025", "111", "2101501", "1", "2"},
                   {"2025", "111", "2101501", "", "2"}}),
            find_kind("budget"), amounts);
  ASSERT_EQ(amounts.problems.size(), 1U);
  EXPECT_EQ(amounts.problems[0].problem.code, "second-amount");
  EXPECT_EQ(amounts.by_kind[0], 1U);
}

TEST(Rows, WithoutHeadersNothingIsGuessed) {
  OpenBooks open;
  const std::vector<std::string> row = {"2025", "111", "2101501", "100"};
  Taken none, one;
  take_rows(open.desk, tests::vocabulary(), sheet({row, row}), find_kind("budget"), none);
  ASSERT_EQ(none.problems.size(), 1U);
  EXPECT_EQ(none.problems[0].problem.code, "no-header");
  take_rows(open.desk, tests::vocabulary(), sheet({row}), find_kind("budget"), one);
  ASSERT_EQ(one.problems.size(), 1U);
  EXPECT_EQ(one.problems[0].problem.code, "no-rows");
}

TEST(Csv, SplitsAndJoins) {
  std::vector<std::string> cells;
  EXPECT_TRUE(split_csv("a,\"b,\"\"c\"\"\",,d", cells));
  EXPECT_EQ(cells, (std::vector<std::string>{"a", "b,\"c\"", "", "d"}));
  EXPECT_FALSE(split_csv("a,\"b", cells));
  for (const std::string value : {"", "plain", "a,b", "\"", " blank ", "一\n二", "back\\slash\\n"}) {
    std::string line;
    append_csv(line, escaped(value));
    append_csv(line += ',', "end");
    ASSERT_TRUE(split_csv(line, cells)) << line;
    EXPECT_EQ(unescaped(cells[0]), value);
  }
}

Sheet parsed(const ExportFile& file) {
  Sheet made;
  made.name = file.name;
  std::istringstream lines(file.content);
  std::string line;
  while (std::getline(lines, line)) {
    made.rows.push_back({static_cast<std::uint32_t>(made.rows.size() + 1), {}});
    EXPECT_TRUE(split_csv(line, made.rows.back().cells));
  }
  return made;
}

class Transfer : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(open.add("unit", {{"name", "云岭县医疗保障局"}}), 0);
    ASSERT_NE(open.add("budget", {{"year", "2025"},
                                  {"fund", "general"},
                                  {"function", "2101501"},
                                  {"pro_name", "信息化，\"一期\""},
                                  {"amount", "1000"}}),
              0);
    ASSERT_NE(open.add("text", {{"year", "2025"}, {"role", "duties"}, {"words", "（一）一\n（二）二 \\n"}}), 0);
    ASSERT_NE(open.desk.reverse(3, "改", open.problems), 0);
    for (auto& file : export_books(open.books)) {
      if (file.name == manifest_name)
        manifest = read_manifest(parsed(file));
      else
        sheets.push_back(parsed(file));
    }
  }
  std::string restored_head() {
    tests::Scratch scratch;
    Books books = Books::create(scratch.path());
    auto transaction = books.begin();
    restore(books, manifest, sheets);
    EXPECT_TRUE(verify(books).broken.empty());
    return hex(books.head());
  }
  OpenBooks open;
  Manifest manifest;
  std::vector<Sheet> sheets;
};

TEST_F(Transfer, AnExportMakesTheSameBooks) {
  EXPECT_EQ(restored_head(), hex(open.books.head()));
}

TEST_F(Transfer, AnyChangedCellIsRefused) {
  std::size_t changed = 0;
  for (auto& one : sheets)
    for (std::size_t row = 1; row < one.rows.size(); ++row)
      for (auto& cell : one.rows[row].cells) {
        const std::string before = cell;
        cell += "1";
        EXPECT_THROW(restored_head(), Failure) << one.name << " " << before;
        cell = before;
        ++changed;
      }
  EXPECT_GT(changed, 50U);
  EXPECT_EQ(restored_head(), hex(open.books.head()));
}

TEST_F(Transfer, OnlyIntoNewBooks) {
  EXPECT_THROW(restore(open.books, manifest, sheets), Failure);
}

}  // namespace
}  // namespace mingzhang::books
