// Columns that a text has lost: found again by the laws of their table.
#include "laws/columns.h"

#include <gtest/gtest.h>

#include <random>

#include "figures.h"

namespace mingzhang::laws {
namespace {

using Columns = std::vector<std::uint32_t>;

ColumnRow row(const std::vector<std::string>& numbers, std::vector<std::uint32_t> parts = {}) {
  ColumnRow out;
  for (const auto& number : numbers) out.numbers.push_back(wan(number));
  out.parts = std::move(parts);
  return out;
}

/// 合计 = 基本 + 项目 in every row.
ColumnTable three_columns(std::vector<ColumnRow> rows) {
  ColumnTable table;
  table.columns = 3;
  table.rows = std::move(rows);
  table.sums = {{0, {1, 2}, {1, 1}}};
  return table;
}

TEST(Columns, ARowThatFillsAllNeedsNoSearch) {
  const auto answer = find_columns(three_columns({row({"10.00", "6.00", "4.00"})}));
  EXPECT_EQ(answer.rows[0].column, (Columns{0, 1, 2}));
  EXPECT_EQ(answer.broken, 0u);
}

TEST(Columns, PartsFollowFromTheirWhole) {
  const auto answer = find_columns(
      three_columns({row({"10.00", "6.00", "4.00"}, {1, 2}), row({"6.00", "6.00"}), row({"4.00", "4.00"})}));
  EXPECT_EQ(answer.rows[1].column, (Columns{0, 1}));
  EXPECT_EQ(answer.rows[2].column, (Columns{0, 2}));
  EXPECT_EQ(answer.rows[2].options[1], Columns{2});
  EXPECT_EQ(answer.broken, 0u);
}

TEST(Columns, AWrongNumberMovesNothing) {
  const auto answer = find_columns(
      three_columns({row({"10.00", "6.00", "4.00"}, {1, 2}), row({"6.00", "7.00"}), row({"4.00", "4.00"})}));
  EXPECT_EQ(answer.rows[1].column, (Columns{0, 1}));
  EXPECT_EQ(answer.rows[2].column, (Columns{0, 2}));
  EXPECT_EQ(answer.broken, 2u);  // its row and its column
}

TEST(Columns, WhatIsPrintedElsewhereDecides) {
  auto lonely = row({"5.00", "5.00"});
  EXPECT_EQ(find_columns(three_columns({lonely})).rows[0].options[1], (Columns{1, 2}));
  lonely.elsewhere = {std::nullopt, std::nullopt, wan("5.00")};
  EXPECT_EQ(find_columns(three_columns({lonely})).rows[0].options[1], Columns{2});
}

TEST(Columns, RowsShareAColumnWhicheverItIs) {
  ColumnTable table;
  table.columns = 6;
  table.sums = {{0, {1, 2, 3, 4, 5}, {1, 1, 1, 1, 1}}};
  table.rows = {row({"9.00", "2.00", "7.00"}, {1, 2, 3}), row({"2.00", "2.00"}), row({"3.00", "3.00"}),
                row({"4.00", "4.00"})};
  const auto answer = find_columns(table);
  EXPECT_EQ(answer.rows[0].options[0], Columns{0});
  EXPECT_EQ(answer.rows[0].options[1].size(), 4u);  // the first of two columns out of five
  EXPECT_TRUE(answer.rows[2].grouped);
  EXPECT_EQ(answer.rows[2].column[1], answer.rows[3].column[1]);
  EXPECT_NE(answer.rows[1].column[1], answer.rows[2].column[1]);
}

TEST(Columns, TwoWaysThatAreEquallyGoodStayOpen) {
  const auto answer = find_columns(
      three_columns({row({"10.00", "5.00", "5.00"}, {1, 2}), row({"5.00", "5.00"}), row({"5.00", "5.00"})}));
  EXPECT_EQ(answer.rows[1].options[1], (Columns{1, 2}));
  EXPECT_FALSE(answer.rows[1].grouped);
}

TEST(Columns, MoreNumbersThanColumnsAreNotRead) {
  const auto answer =
      find_columns(three_columns({row({"1.00", "1.00", "1.00", "1.00"}), row({"3.00", "2.00", "1.00"})}));
  EXPECT_FALSE(answer.rows[0].known);
  EXPECT_TRUE(answer.rows[1].known);
  EXPECT_TRUE(answer.exhausted);
}

TEST(Columns, AHopelessTableIsGivenUpInTime) {
  std::vector<ColumnRow> rows = {row({"1.00", "2.00", "900.00"}, {})};
  for (std::uint32_t part = 1; part <= 400; ++part) {
    rows.push_back(row({std::to_string(part) + ".17", std::to_string(part * 7 % 90) + ".31"}));
    rows[0].parts.push_back(part);
  }
  const auto answer = find_columns(three_columns(std::move(rows)));
  EXPECT_TRUE(answer.exhausted);
  EXPECT_TRUE(answer.rows[0].known);  // it fills every column
  EXPECT_FALSE(answer.rows[1].known);
}

TEST(Columns, TheStepsOfASearchAreCountedAndBounded) {
  const auto easy = find_columns(three_columns({row({"10.00", "5.00"}, {1}), row({"10.00", "5.00"})}));
  EXPECT_FALSE(easy.exhausted);
  EXPECT_GT(easy.steps, 0U);
  ColumnLimits limits;
  limits.steps = easy.steps / 2;
  EXPECT_TRUE(find_columns(three_columns({row({"10.00", "5.00"}, {1}), row({"10.00", "5.00"})}), limits).exhausted);
}

/// A total over two classes of five columns, each over five rows that fill two of them; in both classes one amount is
/// wrong.
ColumnTable two_faults() {
  constexpr std::size_t lines = 13, second = 7;
  std::vector<std::vector<long>> truth(lines, std::vector<long>(6, 0));
  const auto put = [&](std::size_t line, std::size_t column, long value) {
    for (const std::size_t here : {line, line < second ? std::size_t{1} : second, std::size_t{0}}) {
      truth[here][column] += value;
      truth[here][0] += value;
    }
  };
  for (std::size_t line = 2; line < lines; ++line)
    for (std::size_t one = 0; one < 2 && line != second; ++one)
      put(line, 1 + (line + one * 2) % 5, static_cast<long>(line * 37 + one * 1009 + 11));
  truth[4][0] += 300;
  truth[10][0] += 70000;
  ColumnTable table;
  table.columns = 6;
  table.sums = {{0, {1, 2, 3, 4, 5}, {1, 1, 1, 1, 1}}};
  for (const auto& values : truth) {
    std::vector<std::string> numbers;
    for (const long value : values)
      if (value != 0) numbers.push_back(money::Decimal(value, 2).to_string());
    table.rows.push_back(row(numbers));
  }
  table.rows[0].parts = {1, second};
  for (std::uint32_t line = 2; line < lines; ++line)
    if (line != second) table.rows[line < second ? 1 : second].parts.push_back(line);
  return table;
}

TEST(Columns, WhereTheWholeIsTooMuchItsPartsAreStillFound) {
  const auto known = [](const ColumnLimits& limits) {
    const auto answer = find_columns(two_faults(), limits);
    return std::count_if(answer.rows.begin(), answer.rows.end(), [](const auto& places) { return places.known; });
  };
  EXPECT_FALSE(find_columns(two_faults()).exhausted);
  ColumnLimits limits;
  limits.steps = 20'000;
  EXPECT_TRUE(find_columns(two_faults(), limits).exhausted);
  EXPECT_EQ(known(limits), 13);
  limits.broken = 1;            // what breaks more laws than these is no table that anyone understood
  EXPECT_LE(known(limits), 3);  // rows that fill every column
}

/// Tables grown from a seed whose truth is known: what is found is the truth wherever only one way is possible.
TEST(Columns, WhatIsUniqueIsTrue) {
  std::mt19937_64 random(20230615);
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
  int unique = 0, open = 0;
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t columns = 3 + static_cast<std::uint32_t>(below(3));
    const int parts = 1 + below(6);
    std::vector<std::vector<long>> truth(static_cast<std::size_t>(parts) + 1, std::vector<long>(columns, 0));
    for (int part = 1; part <= parts; ++part)
      for (std::uint32_t column = 1; column < columns; ++column) {
        const long value = below(3) == 0 ? 1 + below(9000) : 0;
        auto& here = truth[static_cast<std::size_t>(part)];
        here[column] = value;
        here[0] += value;
        truth[0][column] += value;
        truth[0][0] += value;
      }
    ColumnTable table;
    table.columns = columns;
    ColumnSum sum;
    for (std::uint32_t column = 1; column < columns; ++column) {
      sum.parts.push_back(column);
      sum.signs.push_back(1);
    }
    table.sums = {sum};
    std::vector<Columns> filled;
    for (const auto& values : truth) {
      std::vector<std::string> numbers;
      Columns where;
      for (std::uint32_t column = 0; column < columns; ++column) {
        if (values[column] == 0) continue;
        numbers.push_back(money::Decimal(values[column], 2).to_string());
        where.push_back(column);
      }
      table.rows.push_back(row(numbers));
      filled.push_back(where);
    }
    for (int part = 1; part <= parts; ++part) table.rows[0].parts.push_back(static_cast<std::uint32_t>(part));
    // The total of a published table tells the columns in use.
    for (std::uint32_t column = 0; column < columns; ++column)
      table.rows[0].elsewhere.push_back(wan(money::Decimal(truth[0][column], 2).to_string()));
    const auto answer = find_columns(table);
    EXPECT_EQ(answer.broken, 0u);
    for (std::size_t line = 0; line < filled.size(); ++line) {
      for (std::size_t number = 0; number < filled[line].size(); ++number) {
        const auto& options = answer.rows[line].options[number];
        EXPECT_NE(std::find(options.begin(), options.end(), filled[line][number]), options.end());
        ++(options.size() == 1 ? unique : open);
      }
    }
  }
  EXPECT_GT(unique, 20 * open);
}

}  // namespace
}  // namespace mingzhang::laws
