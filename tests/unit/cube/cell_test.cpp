#include "cube/cell.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "cube/statement.h"

namespace mingzhang::cube {
namespace {

TEST(Dimension, NamesGoBothWays) {
  for (std::size_t index = 0; index < dimension_count; ++index) {
    const auto dimension = static_cast<Dimension>(index);
    EXPECT_FALSE(name_of(dimension).empty());
    EXPECT_EQ(dimension_named(name_of(dimension)), dimension);
  }
  EXPECT_EQ(name_of(Dimension::item), "item");
  EXPECT_FALSE(dimension_named("").has_value());
  EXPECT_FALSE(dimension_named("colour").has_value());
}

TEST(Member, EqualNamesAreOneMember) {
  EXPECT_EQ(Member("income"), Member(std::string("inco") + "me"));
  EXPECT_NE(Member("income"), Member("expenditure"));
  EXPECT_EQ(Member("income").name(), "income");
  EXPECT_EQ(Member("income").hash(), Member("income").hash());
}

TEST(Member, RootIsUnnamedAndFirst) {
  EXPECT_TRUE(Member().is_root());
  EXPECT_TRUE(Member("").is_root());
  EXPECT_EQ(Member(), Member(""));
  EXPECT_LT(Member(), Member("a"));
}

TEST(Member, OrderIsThatOfNamesNotOfReading) {
  const Member later("zz-read-first");
  const Member earlier("aa-read-second");
  EXPECT_LT(earlier, later);
}

TEST(Member, ThreadsMayInternAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::vector<Member>> seen(4);
  for (auto& members : seen) {
    threads.emplace_back([&members] {
      for (int index = 0; index < 500; ++index) members.emplace_back("thread-" + std::to_string(index));
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& members : seen) EXPECT_EQ(members, seen.front());
}

TEST(Cell, PrintsDimensionsInTheirOrderWithoutRoots) {
  Cell cell;
  EXPECT_EQ(to_string(cell), "");
  cell[Dimension::fund] = Member("fiscal");
  cell[Dimension::year] = Member("2023");
  cell[Dimension::flow] = Member("income");
  EXPECT_EQ(to_string(cell), "year=2023 flow=income fund=fiscal");
}

TEST(Cell, WithTakesWhatTheOtherNames) {
  const Cell base = Cell().with(Dimension::year, Member("2022")).with(Dimension::flow, Member("income"));
  const Cell other = Cell().with(Dimension::year, Member("2023")).with(Dimension::fund, Member("fiscal"));
  EXPECT_EQ(to_string(base.with(other)), "year=2023 flow=income fund=fiscal");
  EXPECT_EQ(to_string(base.with(Dimension::flow, Member())), "year=2022");
  EXPECT_EQ(base.with(Cell()), base);
}

TEST(Cell, OrdersAndHashes) {
  const Cell income = Cell().with(Dimension::flow, Member("income"));
  const Cell outturn = Cell().with(Dimension::stage, Member("income"));
  EXPECT_NE(income, outturn);
  EXPECT_NE(CellHash()(income), CellHash()(outturn));  // the same member elsewhere is another cell
  EXPECT_TRUE(income < outturn || outturn < income);
  std::unordered_set<Cell, CellHash> cells;
  for (int year = 1900; year < 2100; ++year) cells.insert(income.with(Dimension::year, Member(std::to_string(year))));
  EXPECT_EQ(cells.size(), 200U);
  EXPECT_TRUE(cells.contains(income.with(Dimension::year, Member("2023"))));
}

}  // namespace
}  // namespace mingzhang::cube
