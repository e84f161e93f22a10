#include "money/interval.h"

#include <gtest/gtest.h>

#include <random>

namespace mingzhang::money {
namespace {

Decimal d(std::string_view text) {
  return parse_decimal(text).value();
}

TEST(Interval, HoldsTheValuesThatRoundToAPrintedOne) {
  const Interval printed = Interval::around(d("12.50"), d("0.005"));
  EXPECT_EQ(printed.low, d("12.495"));
  EXPECT_EQ(printed.high, d("12.505"));
  EXPECT_TRUE(printed.contains(d("12.495")));
  EXPECT_TRUE(printed.contains(d("12.505")));
  EXPECT_FALSE(printed.contains(d("12.5051")));
  EXPECT_FALSE(printed.is_exact());
  EXPECT_TRUE(Interval::exactly(d("3")).is_exact());
}

TEST(Interval, AddsAndSubtractsWidths) {
  const Interval a = Interval::around(d("10"), d("0.5"));
  const Interval b = Interval::around(d("3"), d("0.25"));
  EXPECT_EQ(a + b, (Interval{d("12.25"), d("13.75")}));
  EXPECT_EQ(a - b, (Interval{d("6.25"), d("7.75")}));
  EXPECT_EQ(-a, (Interval{d("-10.5"), d("-9.5")}));
}

TEST(Interval, OverlapsAtItsEnds) {
  EXPECT_TRUE((Interval{d("1"), d("2")}.overlaps({d("2"), d("3")})));
  EXPECT_TRUE((Interval{d("1"), d("9")}.overlaps({d("2"), d("3")})));
  EXPECT_FALSE((Interval{d("1"), d("2")}.overlaps({d("2.01"), d("3")})));
}

TEST(Interval, MeasuresTheDistanceToTheNearestEnd) {
  const Interval interval{d("1.5"), d("2.5")};
  EXPECT_EQ(distance(d("1"), interval), d("0.5"));
  EXPECT_EQ(distance(d("3.25"), interval), d("0.75"));
  EXPECT_TRUE(distance(d("2"), interval).is_zero());
  EXPECT_TRUE(distance(d("2.5"), interval).is_zero());
}

TEST(Interval, ContainsTheSumsOfWhatItsPartsContain) {
  std::mt19937_64 random(20240608);
  const auto draw = [&random](std::int64_t most) {
    return Decimal(static_cast<std::int64_t>(random() % 20001) - most, 3);
  };
  for (int i = 0; i < 2000; ++i) {
    const Decimal a = draw(10000);
    const Decimal b = draw(10000);
    const Interval around_a = Interval::around(a, Decimal(static_cast<std::int64_t>(random() % 500), 3));
    const Interval around_b = Interval::around(b, Decimal(static_cast<std::int64_t>(random() % 500), 3));
    EXPECT_TRUE((around_a + around_b).contains(around_a.low + around_b.high));
    EXPECT_TRUE((around_a - around_b).contains(a - b));
    EXPECT_EQ(around_a.overlaps(around_b), (around_a - around_b).contains(Decimal()));
    EXPECT_EQ(around_a.contains(b), distance(b, around_a).is_zero());
  }
}

}  // namespace
}  // namespace mingzhang::money
