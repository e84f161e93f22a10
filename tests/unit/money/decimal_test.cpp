#include "money/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace mingzhang::money {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Decimal d(std::string_view text) {
  return parse_decimal(text).value();
}

TEST(Decimal, AddsAndSubtractsAcrossScales) {
  EXPECT_EQ((d("12.5") + d("0.05")).to_string(), "12.55");
  EXPECT_EQ((d("1092.78") - d("1092.78")).to_string(), "0.00");
  EXPECT_EQ((d("0.1") + d("0.2")).to_string(), "0.3");
  EXPECT_EQ((d("1") - d("0.000000000001")).to_string(), "0.999999999999");
  EXPECT_EQ((d("-5") + d("4.99")).to_string(), "-0.01");
}

TEST(Decimal, MultipliesExactly) {
  EXPECT_EQ((d("2912.02") * d("12")).to_string(), "34944.24");
  EXPECT_EQ((d("-0.5") * d("0.5")).to_string(), "-0.25");
  EXPECT_EQ((d("0.000001") * d("1.0000000")).to_string(), "0.000001000000");
  EXPECT_THROW(d("0.000001") * d("0.0000001"), Overflow);
}

TEST(Decimal, ComparesByValueAcrossScales) {
  EXPECT_EQ(d("12.50"), d("12.5"));
  EXPECT_EQ(d("-0.00"), d("0"));
  EXPECT_LT(d("12.49"), d("12.5"));
  EXPECT_GT(d("-12.49"), d("-12.5"));
  EXPECT_LT(Decimal(smallest, 0), Decimal(largest, 12));
  EXPECT_GT(Decimal(largest, 0), Decimal(smallest, 12));
  EXPECT_LT(Decimal(largest, 12), Decimal(largest, 0));
}

TEST(Decimal, OverflowsInsteadOfWrapping) {
  EXPECT_THROW(Decimal(largest) + Decimal(1), Overflow);
  EXPECT_THROW(Decimal(smallest) - Decimal(1), Overflow);
  EXPECT_EQ((Decimal(largest) + Decimal(smallest)).mantissa(), -1);
  EXPECT_EQ((Decimal(smallest) + Decimal(1)).mantissa(), smallest + 1);
  EXPECT_THROW(Decimal(largest) * Decimal(2), Overflow);
  EXPECT_THROW(Decimal(smallest) * Decimal(-1), Overflow);
  EXPECT_EQ((Decimal(smallest) * Decimal(1)).mantissa(), smallest);
  EXPECT_THROW(Decimal(smallest) * Decimal(smallest), Overflow);
  EXPECT_THROW(Decimal(largest) + Decimal(1, 12), Overflow);
}

TEST(Decimal, NegatesAllButTheSmallest) {
  EXPECT_EQ((-Decimal(largest)).mantissa(), -largest);
  EXPECT_THROW(-Decimal(smallest), Overflow);
  EXPECT_THROW(Decimal(smallest, 3).abs(), Overflow);
  EXPECT_EQ(Decimal(smallest).to_string(), "-9223372036854775808");
  EXPECT_EQ(Decimal(smallest, 12).grouped(), "-9,223,372.036854775808");
}

TEST(Decimal, GivesUpTrailingZerosToFit) {
  const Decimal million_of_fine_units(1000000 * std::int64_t{1000000000000}, 12);
  EXPECT_EQ(million_of_fine_units * Decimal(1000), d("1000000000"));
  EXPECT_EQ(Decimal(100000000000, 6) * Decimal(100000000000, 6), d("10000000000"));
}

TEST(Decimal, RefusesScalesOutOfRange) {
  EXPECT_THROW(Decimal(1, 13), Overflow);
  EXPECT_THROW(Decimal(1, -1), Overflow);
  EXPECT_THROW(d("1.5").rounded(13), Overflow);
  EXPECT_THROW(d("1.5").rounded(-1), Overflow);
}

TEST(Decimal, Shifts) {
  EXPECT_EQ(d("12.50").shifted(4).to_string(), "125000");
  EXPECT_EQ(d("12.59").shifted(1).to_string(), "125.9");
  EXPECT_EQ(d("5").shifted(-4).to_string(), "0.0005");
  EXPECT_EQ(d("-3.5").shifted(8).to_string(), "-350000000");
  EXPECT_EQ(d("50000000").shifted(-19).to_string(), "0.000000000005");
  EXPECT_EQ(d("0.00").shifted(1000).to_string(), "0");
  EXPECT_EQ(d("0").shifted(-1000).scale(), Decimal::max_scale);
  EXPECT_THROW(d("5").shifted(-13), Overflow);
  EXPECT_THROW(d("5").shifted(std::numeric_limits<int>::min()), Overflow);
  EXPECT_THROW(d("5").shifted(std::numeric_limits<int>::max()), Overflow);
  EXPECT_THROW(d("92233720368547758.08").shifted(3), Overflow);
}

TEST(Decimal, RoundsHalfAwayFromZero) {
  EXPECT_EQ(d("2.345").rounded(2).to_string(), "2.35");
  EXPECT_EQ(d("-2.345").rounded(2).to_string(), "-2.35");
  EXPECT_EQ(d("2.3449").rounded(2).to_string(), "2.34");
  EXPECT_EQ(d("0.5").rounded(0).to_string(), "1");
  EXPECT_EQ(d("-0.5").rounded(0).to_string(), "-1");
  EXPECT_EQ(d("-0.4").rounded(0).to_string(), "0");
  EXPECT_EQ(d("137.7").rounded(2).to_string(), "137.70");
  EXPECT_EQ(Decimal(largest, 12).rounded(0).to_string(), "9223372");
  EXPECT_EQ(Decimal(smallest, 1).rounded(0).to_string(), "-922337203685477581");
  EXPECT_THROW(Decimal(largest).rounded(1), Overflow);
}

TEST(Decimal, TrimsOnlyBehindThePoint) {
  EXPECT_EQ(d("12.500").trimmed().to_string(), "12.5");
  EXPECT_EQ(d("1200").trimmed().to_string(), "1200");
  EXPECT_EQ(d("0.00").trimmed().to_string(), "0");
}

TEST(Decimal, Writes) {
  EXPECT_EQ(d("-1,254.76").to_string(), "-1254.76");
  EXPECT_EQ(d("-1254.76").grouped(), "-1,254.76");
  EXPECT_EQ(d("123456").grouped(), "123,456");
  EXPECT_EQ(d("1234567").grouped(), "1,234,567");
  EXPECT_EQ(d("999").grouped(), "999");
  EXPECT_EQ(d("-0.07").to_string(), "-0.07");
  EXPECT_EQ(d("12.50").unit().to_string(), "0.01");
}

TEST(ParseDecimal, ReadsWhatIsPrinted) {
  EXPECT_EQ(d("+3").to_string(), "3");
  EXPECT_EQ(d("0.00").scale(), 2);
  EXPECT_EQ(d("1,092.78").mantissa(), 109278);
  EXPECT_EQ(d("12,345,678").mantissa(), 12345678);
  EXPECT_EQ(d("-9223372036854775808").mantissa(), smallest);
  EXPECT_EQ(d("9223372.036854775807").mantissa(), largest);
  EXPECT_EQ(d("000000000000000000000000000007").mantissa(), 7);
}

TEST(ParseDecimal, RejectsWhatIsNoNumber) {
  for (const char* text :
       {"",        "-",      "+",        "1,25",    "1..2",   "1.",     ".5",    "-.5",
        "１",      "1,2345", "1234,567", ",123",    "1,,234", "1,234,", "1 ",    " 1",
        "--1",     "+-1",    "1.2.3",    "1.2,345", "1e5",    "0x10",   "12.5%", "99999999999999999999x",
        "1,234,56"}) {
    EXPECT_FALSE(parse_decimal(text).has_value()) << text;
  }
}

TEST(ParseDecimal, OverflowsOnNumbersTooLarge) {
  for (const char* text :
       {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999999999999999",
        "0.0000000000001", "922337203685477580.70000"}) {
    EXPECT_THROW(parse_decimal(text), Overflow) << text;
  }
}

struct Quotient {
  std::string numerator, denominator;
  std::int64_t factor;
  int scale;
  std::string floor, ceiling;
};

TEST(Divide, BoundsTheQuotient) {
  const std::vector<Quotient> cases{
      {"1", "3", 1, 2, "0.33", "0.34"},
      {"-1", "3", 1, 2, "-0.34", "-0.33"},
      {"1", "-3", 1, 2, "-0.34", "-0.33"},
      {"-1", "-3", 1, 2, "0.33", "0.34"},
      {"-1", "-3", -1, 0, "-1", "0"},
      {"0", "7", 100, 2, "0.00", "0.00"},
      {"0.00", "-7.5", -100, 0, "0", "0"},
      {"1254.76", "1254.76", 100, 2, "100.00", "100.00"},
      {"-26.35", "100", 1, 1, "-0.3", "-0.2"},
      {"1", "8", 1, 3, "0.125", "0.125"},
      {"0.000000000001", "1000000", 1, 12, "0.000000000000", "0.000000000001"},
      {"123.456", "0.5", 1, 0, "246", "247"},
      {"9223372036854775807", "9223372036854775807", 9223372036854775807, 0, "9223372036854775807",
       "9223372036854775807"},
  };
  for (const Quotient& c : cases) {
    const QuotientBounds bounds = divide(d(c.numerator), d(c.denominator), c.factor, c.scale);
    EXPECT_EQ(bounds.floor.to_string(), c.floor) << c.numerator << " / " << c.denominator;
    EXPECT_EQ(bounds.ceiling.to_string(), c.ceiling) << c.numerator << " / " << c.denominator;
  }
}

TEST(Divide, SurvivesProductsBeyond128Bits) {
  const Decimal numerator(largest);
  const Decimal denominator(largest, 12);
  EXPECT_EQ(divide(numerator, denominator, 1, 6).floor.to_string(), "1000000000000.000000");
}

TEST(Divide, OverflowsAtTheEdges) {
  EXPECT_THROW(divide(Decimal(largest), Decimal(1), 2, 0), Overflow);
  EXPECT_THROW(divide(Decimal(smallest), Decimal(-1), 1, 0), Overflow);
  EXPECT_EQ(divide(Decimal(smallest), Decimal(1), 1, 0).floor.mantissa(), smallest);
  EXPECT_THROW(divide(Decimal(1), Decimal(1), 1, 13), Overflow);
  EXPECT_THROW(divide(Decimal(largest), Decimal(3), 1, 12), Overflow);
  EXPECT_THROW(divide(Decimal(1), Decimal(0, 2), 1, 0), std::domain_error);
}

}  // namespace
}  // namespace mingzhang::money
