// Numbers of lists: the reading in which the fewest are wrong.
#include "check/odd_numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace mingzhang::check {
namespace {

/// "2:3" for the one at index 2, which should be 3; "+" behind it where one was left out.
std::string odd(const std::vector<long>& numbers, const std::vector<bool>& opens = {}) {
  std::string out;
  for (const auto& one : odd_numbers(numbers, opens))
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
  EXPECT_EQ(odd({1, 2, 1}, {true, false, false}), "2:3 ");
  EXPECT_EQ(odd({1, 2, 1, 2, 3}, {true, false, false, false, false}), "");
}

}  // namespace
}  // namespace mingzhang::check
