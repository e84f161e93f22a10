#include "check/slip.h"

#include <gtest/gtest.h>

namespace mingzhang::check {
namespace {

TEST(SlipOfPen, IsWhatFingersDo) {
  EXPECT_TRUE(is_slip_of_pen("58.35", "58.25"));         // a digit
  EXPECT_TRUE(is_slip_of_pen("458.85", "485.85"));       // two in the wrong order
  EXPECT_TRUE(is_slip_of_pen("26.40", "2.64"));          // the point
  EXPECT_TRUE(is_slip_of_pen("26.40", "126.40"));        // one left out
  EXPECT_TRUE(is_slip_of_pen("1,006.74", "10,006.74"));  // one too much, and commas
  EXPECT_TRUE(is_slip_of_pen("12", "21"));
}

TEST(SlipOfPen, IsNotAnyOtherNumber) {
  EXPECT_FALSE(is_slip_of_pen("9.23", "26.06"));
  EXPECT_FALSE(is_slip_of_pen("9.23", "438.03"));
  EXPECT_FALSE(is_slip_of_pen("2.60", "2.91"));
  EXPECT_FALSE(is_slip_of_pen("1.00", "100.00"));  // two places at once
}

}  // namespace
}  // namespace mingzhang::check
