#include <gtest/gtest.h>

#include "figures.h"

namespace mingzhang::laws {
namespace {

using Quantities = std::vector<cube::Quantity>;

TEST(Spell, Sums) {
  EXPECT_EQ(spell(sum_of({0, 1, 2}), Quantities{wan("37.40"), wan("24.47"), wan("12.95")}),
            "24.47 + 12.95 = 37.42 ≠ 37.40");
  EXPECT_EQ(spell(sum_of({0, 1, 2}), Quantities{wan("37.42"), wan("24.47"), wan("12.95")}), "24.47 + 12.95 = 37.42");
  EXPECT_EQ(spell(sum_of({0, 1, 2}), Quantities{wan("37.43"), wan("24.47"), wan("12.95")}),
            "24.47 + 12.95 = 37.42 ≈ 37.43");
  EXPECT_EQ(spell(sum_of({0, 1, 2}), Quantities{wan("21.47"), wan("24.47"), wan("-3")}), "24.47 + (-3) = 21.47");
}

TEST(Spell, ZerosAreLeftOutOfLongSums) {
  EXPECT_EQ(spell(sum_of({0, 1, 2, 3, 4}), Quantities{wan("7.00"), wan("0.00"), wan("4.00"), wan("0.00"), wan("2.00")}),
            "4.00 + 2.00 = 6.00 ≠ 7.00");
  EXPECT_EQ(spell(sum_of({0, 1, 2, 3}), Quantities{wan("7.00"), wan("0.00"), wan("4.00"), wan("2.00")}),
            "0.00 + 4.00 + 2.00 = 6.00 ≠ 7.00");
  EXPECT_EQ(spell(sum_of({0, 1, 2, 3, 4}), Quantities{wan("7.00"), wan("0.00"), wan("0.00"), wan("0.00"), wan("0.00")}),
            "0.00 + 0.00 + 0.00 + 0.00 = 0.00 ≠ 7.00");
}

TEST(Spell, SignsOfEquations) {
  Law law = sum_of({0, 1, 2, 3}, Rule::equation);
  law.terms[1].sign = 1;
  EXPECT_EQ(spell(law, Quantities{wan("10.00"), wan("1.00"), wan("4.00"), wan("7.00")}), "4.00 - 1.00 + 7.00 = 10.00");
}

TEST(Spell, OpenLists) {
  Law law = sum_of({0, 1, 2}, Rule::open_list);
  law.open = true;
  EXPECT_EQ(spell(law, Quantities{wan("30.00"), wan("24.47"), wan("12.95")}), "24.47 + 12.95 = 37.42 > 30.00");
  EXPECT_EQ(spell(law, Quantities{wan("40.00"), wan("24.47"), wan("12.95")}), "24.47 + 12.95 = 37.42 ≤ 40.00");
}

TEST(Spell, Copies) {
  EXPECT_EQ(spell(same(0, 1), Quantities{wan("154.78"), wan("160.72")}), "160.72 ≠ 154.78");
  EXPECT_EQ(spell(same(0, 1), Quantities{wan("160.72"), wan("160.72")}), "160.72 = 160.72");
  EXPECT_EQ(spell(same(0, 1), Quantities{wan("160.73"), wan("160.72")}), "160.72 ≠ 160.73");
  EXPECT_EQ(spell(same(0, 1), Quantities{wan("160.72"), yuan("1607234.56")}), "1,607,234.56元 ≈ 160.72万元");
}

TEST(Spell, Quotients) {
  EXPECT_EQ(spell(growth_of(0, 1, 2), Quantities{wan("1016.01"), wan("620.97"), percent("63.26")}),
            "(1,016.01 - 620.97) / 620.97 × 100 = 63.62 ≠ 63.26");
  EXPECT_EQ(spell(rate_of(0, 1, 2), Quantities{wan("36.30"), wan("356.99"), percent("10.17")}),
            "36.30 / 356.99 × 100 = 10.17");
  EXPECT_EQ(spell(growth_of(0, 1, 2, -1), Quantities{wan("90.00"), wan("100.00"), percent("11.00")}),
            "(100.00 - 90.00) / 100.00 × 100 = 10.00 ≠ 11.00");
  EXPECT_EQ(spell(rate_of(0, 1, 2, Rule::completion), Quantities{wan("5.00"), wan("0.00"), percent("100.00")}),
            "5.00 / 0.00 × 100 ≠ 100.00");
  Law of_two = rate_of(0, 1, 2);
  of_two.denominator.push_back({0, 1});
  EXPECT_EQ(spell(of_two, Quantities{wan("25.00"), wan("75.00"), percent("25.00")}),
            "25.00 / (75.00 + 25.00) × 100 = 25.00");
}

TEST(Spell, Directions) {
  EXPECT_EQ(spell(direction_of(0, 1, 1), Quantities{wan("11.00"), wan("12.00")}), "11.00 < 12.00");
  EXPECT_EQ(spell(direction_of(0, 1, 0), Quantities{wan("12.00"), wan("12.00")}), "12.00 = 12.00");
}

TEST(Spell, ABrokenLawNeverLooksEqual) {
  // Exact figures, as targets are: 12.3456 would print as 12.35, and is not 12.35.
  cube::Quantity whole = wan("12.35");
  whole.half = money::Decimal();
  cube::Quantity part = yuan("123456.00");
  part.half = money::Decimal();
  EXPECT_EQ(spell(sum_of({0, 1, 2}), Quantities{whole, part, yuan("0.00")}),
            "123,456.00元 + 0.00元 = 12.3456万元 ≠ 12.35万元");
}

}  // namespace
}  // namespace mingzhang::laws
