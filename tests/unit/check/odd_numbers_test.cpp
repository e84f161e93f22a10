// Numbers of lists: the reading in which the fewest are wrong.
#include "check/odd_numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace mingzhang::check {
namespace {

/// "2:3" for the one at index 2, which should be 3; "+" behind it where one was left out.
std::string odd(const std::vector<long>& numbers, const std::vector<Opening>& openings = {}) {
  std::string out;
  for (const auto& one : odd_numbers(numbers, openings))
    out += std::to_string(one.index) + ":" + std::to_string(one.expected) + (one.left_out ? "+ " : " ");
  return out;
}

TEST(OddNumbers, ListsOneAfterTheOther) {
  EXPECT_EQ(odd({}), "");
  EXPECT_EQ(odd({1, 2, 3, 1, 2, 1, 1, 2}), "");
  EXPECT_EQ(odd({4, 5, 6}), "");
}

TEST(OddNumbers, TheOneThatItsNeighboursDeny) {
  EXPECT_EQ(odd({1, 2, 8, 4}), "2:3 ");
  EXPECT_EQ(odd({1, 2, 1, 4}), "2:3 ");
  EXPECT_EQ(odd({1, 2, 3, 4, 5, 6, 1, 8, 9}), "6:7 ");
  EXPECT_EQ(odd({1, 2, 7}), "2:3 ");
  EXPECT_EQ(odd({3, 2, 3}), "0:1 ");
  EXPECT_EQ(odd({1, 2, 3, 7, 2, 3}), "3:1 ");
}

TEST(OddNumbers, OneThatWasLeftOut) {
  EXPECT_EQ(odd({1, 2, 4, 5}), "2:3+ ");
  EXPECT_EQ(odd({1, 2, 2, 3}), "2:3+ ");
}

TEST(OddNumbers, WhereNoListIsLikelyToBegin) {
  EXPECT_EQ(odd({1, 2, 1}), "");
  const auto no = Opening::unlikely, yes = Opening::likely, announced = Opening::announced;
  EXPECT_EQ(odd({1, 2, 1}, {yes, no, no}), "2:3 ");
  EXPECT_EQ(odd({1, 2, 1, 2, 3}, {yes, no, no, no, no}), "");
  EXPECT_EQ(odd({1, 2, 3, 2}, {announced, no, no, no}), "3:4 ");
  EXPECT_EQ(odd({1, 2, 3, 2}, {announced, no, announced, no}), "2:1 ");
  EXPECT_EQ(odd({1, 2, 3, 4}, {announced, no, announced, no}), "");
}

}  // namespace
}  // namespace mingzhang::check
