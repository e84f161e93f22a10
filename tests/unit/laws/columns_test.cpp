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
