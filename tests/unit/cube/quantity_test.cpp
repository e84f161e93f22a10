#include "cube/quantity.h"

#include <gtest/gtest.h>

namespace mingzhang::cube {
namespace {

using money::Decimal;

/// What read_number leaves of a number; only the parts that give a quantity its meaning.
text::WrittenNumber written(std::string digits, int power, std::string unit, std::string before = "",
                            std::string after = "") {
  text::WrittenNumber number;
  number.digits = std::move(digits);
  number.power = power;
  number.unit = std::move(unit);
  number.before = std::move(before);
  number.after = std::move(after);
  return number;
}

Quantity of(const text::WrittenNumber& number) {
  return quantity_of(number, "", 0);
}

TEST(Quantity, AmountsHaveTwoDecimalsOfTheirUnit) {
  const Quantity amount = of(written("12.50", 4, "元"));
  EXPECT_EQ(amount.value, Decimal(125000));
  EXPECT_EQ(amount.half, Decimal(50));
  EXPECT_EQ(amount.step(), Decimal(100));
  EXPECT_EQ(of(written("137.7", 4, "元")).half, Decimal(50));  // a writer left the last zero out
  EXPECT_EQ(of(written("80", 4, "元")).half, Decimal(50));
  EXPECT_EQ(of(written("-1,254.76", 4, "元")).value, Decimal(-12547600));
  EXPECT_EQ(of(written("4000", 0, "元")).half, Decimal(5, 3));
}

TEST(Quantity, MoreThanTwoDecimalsAreAllMeant) {
  EXPECT_EQ(of(written("0.800000", 4, "元")).half, Decimal(5, 3));
  EXPECT_EQ(of(written("7.0957", 0, "元/人")).half, Decimal(5, 5));
}

TEST(Quantity, AWrittenZeroAmountIsExact) {
  EXPECT_TRUE(of(written("0.00", 4, "元")).half.is_zero());
  EXPECT_EQ(of(written("0.00", 4, "元")).step(), Decimal(100));
  EXPECT_EQ(of(written("0", 4, "元")).step(), Decimal(10000));
}

TEST(Quantity, RatesHaveThePlacesThatArePrinted) {
  EXPECT_EQ(of(written("63.26", 0, "%")).half, Decimal(5, 3));
  EXPECT_EQ(of(written("63", 0, "%")).half, Decimal(5, 1));
  EXPECT_EQ(of(written("0.00", 0, "%")).half, Decimal(5, 3));
  EXPECT_EQ(of(written("1.5", 0, "个百分点")).half, Decimal(5, 2));
  EXPECT_EQ(of(written("30", 0, "", "百分之")).unit, "%");
}

TEST(Quantity, CountsAreExactUnlessInWan) {
  EXPECT_TRUE(of(written("1,259", 0, "人")).half.is_zero());
  EXPECT_TRUE(of(written("148.50", 0, "平方米")).half.is_zero());
  const Quantity persons = of(written("12.59", 4, "人"));
  EXPECT_EQ(persons.value, Decimal(125900));
  EXPECT_EQ(persons.half, Decimal(50));
  EXPECT_EQ(of(written("13", 4, "人")).half, Decimal(5000));
}

TEST(Quantity, ApproximateNumbersHaveThePlacesThatArePrinted) {
  EXPECT_EQ(of(written("80", 4, "元", "约")).half, Decimal(5000));
  EXPECT_EQ(of(written("300", 0, "人", "近")).half, Decimal(5, 1));
  EXPECT_EQ(of(written("80.25", 4, "元", "约")).half, Decimal(50));
  EXPECT_EQ(of(written("80", 4, "元", "不低于")).half, Decimal(50));  // a relation, not a precision
}

TEST(Quantity, TheTableSaysTheUnitOfABareNumber) {
  const Quantity amount = quantity_of(written("356.99", 0, ""), "元", 4);
  EXPECT_EQ(amount.value, Decimal(3569900));
  EXPECT_EQ(amount.unit, "元");
  EXPECT_EQ(quantity_of(written("12", 0, "人"), "元", 4).value, Decimal(12));  // its own unit wins
  EXPECT_EQ(quantity_of(written("3", 8, ""), "元", 4).value, Decimal(300000000));
}

TEST(Quantity, SpellsOtherValuesAsItWouldPrintThem) {
  const Quantity amount = of(written("1016.01", 4, "元"));
  EXPECT_EQ(amount.spell(), "1,016.01");
  EXPECT_EQ(amount.spell(Decimal(3742000)), "374.20");
  EXPECT_EQ(amount.spell(Decimal(3742050)), "374.205");
  EXPECT_EQ(amount.spell(Decimal()), "0.00");
  EXPECT_EQ(of(written("80", 4, "元")).spell(), "80");
  EXPECT_EQ(of(written("137.7", 4, "元")).spell(Decimal(-1377500)), "-137.75");
  EXPECT_EQ(of(written("12", 0, "人")).spell(Decimal(1234)), "1,234");
}

TEST(Quantity, WhatDoesNotFitOverflows) {
  EXPECT_THROW(of(written("9,223,372,036,854,775,807", 8, "元")), money::Overflow);
  EXPECT_THROW(of(written("99999999999999999999", 0, "元")), money::Overflow);
  EXPECT_THROW(of(written("no number", 0, "元")), money::Overflow);
}

}  // namespace
}  // namespace mingzhang::cube
