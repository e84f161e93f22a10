#include "laws/law.h"

#include <gtest/gtest.h>

#include "figures.h"

namespace mingzhang::laws {
namespace {

using money::Decimal;
using Quantities = std::vector<cube::Quantity>;

Outcome outcome(const Law& law, const Quantities& figures) {
  return judge(law, figures).outcome;
}

TEST(Rule, IdsArePromised) {
  EXPECT_EQ(id_of(Rule::agreement), "agreement");
  EXPECT_EQ(id_of(Rule::closed_list), "closed-list");
  EXPECT_EQ(id_of(Rule::open_list), "open-list");
  EXPECT_EQ(id_of(Rule::equation), "equation");
  EXPECT_EQ(id_of(Rule::change), "change");
  EXPECT_EQ(id_of(Rule::growth), "growth");
  EXPECT_EQ(id_of(Rule::deviation), "deviation");
  EXPECT_EQ(id_of(Rule::completion), "completion");
  EXPECT_EQ(id_of(Rule::share), "share");
  EXPECT_EQ(id_of(Rule::direction), "direction");
  EXPECT_EQ(id_of(Rule::name_count), "name-count");
  EXPECT_EQ(id_of(Rule::staff_over), "staff-over");
  EXPECT_EQ(rule_named("staff-over"), Rule::staff_over);
  EXPECT_EQ(rule_named("agreement"), Rule::agreement);
  EXPECT_EQ(rule_named("staff"), std::nullopt);
}

TEST(Linear, HoldsWithinTheRoundingOfItsFigures) {
  const Law law = sum_of({0, 1, 2});
  EXPECT_EQ(outcome(law, {wan("58.25"), wan("50.76"), wan("7.49")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("58.26"), wan("50.76"), wan("7.49")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("58.27"), wan("50.76"), wan("7.49")}), Outcome::broken);  // three halves are 0.015
  EXPECT_EQ(outcome(law, {wan("58.35"), wan("50.76"), wan("7.49")}), Outcome::broken);
}

TEST(Linear, TheWholeOfOnePartIsACopyOfIt) {
  const Law law = sum_of({0, 1, 2});
  EXPECT_EQ(outcome(law, {wan("58.26"), wan("58.26"), wan("0.00")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("58.27"), wan("58.26"), wan("0.00")}), Outcome::tail);
  EXPECT_EQ(outcome(law, {wan("58.27"), wan("58.25"), wan("0.01")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("58.28"), wan("58.26"), wan("0.00")}), Outcome::broken);
}

TEST(Linear, CountsAreExact) {
  EXPECT_EQ(outcome(sum_of({0, 1, 2}), {persons("12"), persons("7"), persons("5")}), Outcome::holds);
  EXPECT_EQ(outcome(sum_of({0, 1, 2}), {persons("13"), persons("7"), persons("5")}), Outcome::broken);
  EXPECT_EQ(outcome(sum_of({0, 1}, Rule::name_count), {persons("13"), persons("12")}), Outcome::broken);
}

TEST(Linear, PartsOfAnOpenListStayBelow) {
  Law law = sum_of({0, 1, 2}, Rule::open_list);
  law.open = true;
  EXPECT_EQ(outcome(law, {wan("100.00"), wan("30.00"), wan("20.00")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("50.00"), wan("30.00"), wan("20.01")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("50.00"), wan("30.00"), wan("20.02")}), Outcome::broken);
}

TEST(Agreement, CopiesInOneUnitAreEqual) {
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), wan("160.72")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {wan("160.7"), wan("160.70")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), wan("160.73")}), Outcome::tail);
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), wan("160.74")}), Outcome::broken);
  EXPECT_EQ(outcome(same(0, 1), {wan("0.00"), wan("0")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {wan("0.00"), wan("0.01")}), Outcome::tail);
  EXPECT_EQ(outcome(same(0, 1), {wan("0.00"), wan("0.02")}), Outcome::broken);
}

TEST(Agreement, CountsHaveNoTail) {
  EXPECT_EQ(outcome(same(0, 1), {persons("12"), persons("12")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {persons("12"), persons("13")}), Outcome::broken);
}

TEST(Agreement, OtherUnitsAndPrecisionsOverlap) {
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), yuan("1607234.56")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), yuan("1607250.00")}), Outcome::holds);  // touching counts
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), yuan("1607299.00")}), Outcome::tail);
  EXPECT_EQ(outcome(same(0, 1), {wan("160.72"), yuan("1607400.00")}), Outcome::broken);
  EXPECT_EQ(outcome(same(0, 1), {percent("63.26"), percent("63.3")}), Outcome::holds);
  EXPECT_EQ(outcome(same(0, 1), {percent("63.26"), percent("63.2")}), Outcome::tail);
  EXPECT_EQ(outcome(same(0, 1), {percent("63.26"), percent("63.0")}), Outcome::broken);
}

TEST(Quotient, HoldsWithinHalfAStepAndTailsWithinOne) {
  const Law law = rate_of(0, 1, 2);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10.17")}), Outcome::holds);  // 10.1683...
  // Attainable are 10.1668 to 10.1699.
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10.16")}), Outcome::tail);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10.15")}), Outcome::broken);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10.19")}), Outcome::broken);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10.2")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("10")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("36.30"), wan("356.99"), percent("11")}), Outcome::tail);
}

TEST(Quotient, ExactFiguresLeaveOnlyTheRoundingOfTheResult) {
  const Law law = rate_of(0, 1, 2);
  EXPECT_EQ(outcome(law, {persons("1"), persons("8"), percent("12.5")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {persons("1"), persons("8"), percent("13")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {persons("1"), persons("8"), percent("12")}), Outcome::holds);  // exactly between
  EXPECT_EQ(outcome(law, {persons("1"), persons("8"), percent("12.7")}), Outcome::broken);
  EXPECT_EQ(outcome(law, {persons("1"), persons("8"), printed("125", "‰")}), Outcome::holds);
}

TEST(Quotient, AFigureAboveAndBelowIsOneFigure) {
  const Law law = growth_of(0, 1, 2);
  EXPECT_EQ(outcome(law, {wan("1016.01"), wan("620.97"), percent("63.62")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("1016.01"), wan("620.97"), percent("63.26")}), Outcome::broken);
  // 0.05 to 0.06: the base alone may be 0.045 to 0.055, the rate then 0 to 44.4; independent choices would give more.
  EXPECT_EQ(outcome(law, {wan("0.06"), wan("0.05"), percent("44.4")}), Outcome::holds);
  EXPECT_EQ(outcome(law, {wan("0.06"), wan("0.05"), percent("44.6")}), Outcome::broken);
}

TEST(Quotient, AFallIsPrintedWithoutSign) {
  EXPECT_EQ(outcome(growth_of(0, 1, 2, -1), {wan("90.00"), wan("100.00"), percent("10.00")}), Outcome::holds);
  EXPECT_EQ(outcome(growth_of(0, 1, 2, 1), {wan("90.00"), wan("100.00"), percent("10.00")}), Outcome::broken);
  EXPECT_EQ(outcome(growth_of(0, 1, 2, 1), {wan("90.00"), wan("100.00"), percent("-10.00")}), Outcome::holds);
}

TEST(Quotient, ManyFiguresAreTakenAsIntervals) {
  Law law = rate_of(0, 0, 8, Rule::completion);
  law.terms = {{0, 1}, {1, 1}, {2, 1}, {3, 1}};
  law.denominator = {{4, 1}, {5, 1}, {6, 1}, {7, 1}};
  Quantities figures(8, wan("10.00"));
  figures.push_back(percent("100.00"));
  EXPECT_EQ(outcome(law, figures), Outcome::holds);
  figures[8] = percent("100.10");
  EXPECT_EQ(outcome(law, figures), Outcome::holds);  // 40.02 / 39.98
  figures[8] = percent("100.12");
  EXPECT_EQ(outcome(law, figures), Outcome::broken);
}

TEST(Quotient, BaseZeroHasItsOwnRules) {
  const Quantities grown = {wan("5.00"), wan("0.00"), percent("100.00")};
  EXPECT_EQ(outcome(growth_of(0, 1, 2), grown), Outcome::holds);
  EXPECT_EQ(outcome(growth_of(0, 1, 2), {wan("5.00"), wan("0.00"), percent("0.00")}), Outcome::broken);
  EXPECT_EQ(outcome(growth_of(0, 1, 2), {wan("0.00"), wan("0.00"), percent("0.00")}), Outcome::holds);
  EXPECT_EQ(outcome(growth_of(0, 1, 2), {wan("0.00"), wan("0.00"), percent("100.00")}), Outcome::broken);

  const Verdict completion = judge(rate_of(0, 1, 2, Rule::completion), grown);
  EXPECT_EQ(completion.outcome, Outcome::broken);
  EXPECT_TRUE(completion.base_zero);
  for (const char* result : {"0.00", "100.00"}) {
    const Quantities figures = {wan("0.00"), wan("0.00"), percent(result)};
    EXPECT_EQ(outcome(rate_of(0, 1, 2, Rule::completion), figures), Outcome::holds);
  }
  const Verdict deviation =
      judge(rate_of(0, 1, 2, Rule::deviation), Quantities{wan("5.00"), wan("0.00"), percent("20.00")});
  EXPECT_EQ(deviation.outcome, Outcome::broken);
  EXPECT_TRUE(deviation.base_zero);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("0.00"), wan("0.00"), percent("0.00")}), Outcome::holds);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("0.00"), wan("0.00"), percent("3.00")}), Outcome::broken);
}

TEST(Quotient, ABaseThatMayBeZeroHasNoEnd) {
  // The base may be anything above zero and up to 0.02: the share is 37,425 % at least, and has no greatest value.
  cube::Quantity tiny = wan("0.01");
  tiny.half = Decimal(100);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("7.49"), tiny, percent("900000")}), Outcome::holds);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("7.49"), tiny, percent("37425")}), Outcome::holds);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("7.49"), tiny, percent("37000")}), Outcome::broken);
}

TEST(Quotient, APartIsNeverMoreThanItsWhole) {
  // By rounding alone 0.25 of 0.25 could be 104 %.
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("0.25"), wan("0.25"), percent("101.00")}), Outcome::broken);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("0.25"), wan("0.25"), percent("100.00")}), Outcome::holds);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {wan("0.26"), wan("0.25"), percent("103.00")}), Outcome::holds);
}

TEST(Sign, IsBrokenOnlyIfNoValueHasIt) {
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {wan("12.00"), wan("11.00")}), Outcome::holds);
  EXPECT_EQ(outcome(direction_of(0, 1, -1), {wan("12.00"), wan("11.00")}), Outcome::broken);
  EXPECT_EQ(outcome(direction_of(0, 1, 0), {wan("12.00"), wan("11.00")}), Outcome::broken);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {wan("12.00"), wan("12.00")}), Outcome::holds);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {wan("12.00"), wan("12.01")}), Outcome::holds);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {wan("12.00"), wan("12.02")}), Outcome::broken);
  EXPECT_EQ(outcome(direction_of(0, 1, -1), {wan("12.02"), wan("12.00")}), Outcome::broken);
  EXPECT_EQ(outcome(direction_of(0, 1, 0), {wan("12.00"), wan("12.01")}), Outcome::holds);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {wan("0.00"), wan("0.00")}), Outcome::holds);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {persons("3"), persons("3")}), Outcome::broken);
  EXPECT_EQ(outcome(direction_of(0, 1, 0), {persons("3"), persons("3")}), Outcome::holds);
}

TEST(Judge, WhatDoesNotFitIsUntestable) {
  cube::Quantity huge = yuan("1");
  huge.value = Decimal(INT64_MAX);
  EXPECT_EQ(outcome(rate_of(0, 1, 2), {huge, yuan("0.01"), percent("1.00")}), Outcome::untestable);
  cube::Quantity low = huge;
  low.value = -huge.value;
  EXPECT_EQ(outcome(sum_of({0, 1}), {huge, low}), Outcome::untestable);
  EXPECT_EQ(outcome(direction_of(0, 1, 1), {huge, low}), Outcome::untestable);
  EXPECT_FALSE(mend(rate_of(0, 1, 2), Quantities{huge, yuan("0.01"), percent("1.00")}, 2).has_value());
}

TEST(Mend, SolvesSums) {
  const Quantities figures = {wan("58.35"), wan("50.76"), wan("7.49")};
  EXPECT_EQ(mend(sum_of({0, 1, 2}), figures, 0), Decimal(582500));
  EXPECT_EQ(mend(sum_of({0, 1, 2}), figures, 2), Decimal(75900));
  EXPECT_FALSE(mend(sum_of({0, 1, 2}), figures, 3).has_value());
  EXPECT_EQ(mend(same(0, 1), Quantities{wan("160.72"), yuan("1547834.56")}, 0), Decimal(1547800));
  EXPECT_EQ(mend(same(0, 1), Quantities{wan("0"), wan("12.50")}, 0), Decimal(125000));
  EXPECT_FALSE(mend(direction_of(0, 1, 1), figures, 0).has_value());
}

TEST(Mend, SolvesQuotients) {
  const Quantities figures = {wan("1016.01"), wan("620.97"), percent("63.26")};
  EXPECT_EQ(mend(growth_of(0, 1, 2), figures, 2), Decimal(6362, 2));
  EXPECT_EQ(mend(growth_of(0, 1, 2), figures, 0), Decimal(10138000));  // 620.97 * 1.6326 = 1013.7956
  EXPECT_EQ(mend(growth_of(0, 1, 2), figures, 1), Decimal(6223300));   // 1016.01 / 1.6326 = 622.3264
  EXPECT_EQ(mend(growth_of(0, 1, 2, -1), Quantities{wan("90"), wan("100"), percent("1")}, 2), Decimal(10));
  EXPECT_EQ(mend(rate_of(0, 1, 2), Quantities{persons("1"), persons("8"), percent("1")}, 2), Decimal(13));
}

TEST(Mend, OnBaseZero) {
  const Quantities figures = {wan("5.00"), wan("0.00"), percent("20.00")};
  EXPECT_EQ(mend(growth_of(0, 1, 2), figures, 2), Decimal(100));
  EXPECT_FALSE(mend(rate_of(0, 1, 2, Rule::completion), figures, 2).has_value());
  EXPECT_EQ(mend(rate_of(0, 1, 2, Rule::completion), figures, 1), Decimal(250000));
}

TEST(FiguresOf, NamesEachOnceInOrder) {
  EXPECT_EQ(figures_of(sum_of({7, 3, 5, 3})), (std::vector<std::uint32_t>{7, 3, 5}));
  EXPECT_EQ(figures_of(growth_of(4, 2, 9)), (std::vector<std::uint32_t>{4, 2, 9}));
}

}  // namespace
}  // namespace mingzhang::laws
