// Decimal against plain 128 bit arithmetic, on numbers from a fixed seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "money/decimal.h"
#include "money/wide.h"

namespace mingzhang::money {
namespace {

constexpr int rounds = 20000;

class DecimalProperty : public testing::Test {
 protected:
  /// Mantissas of all lengths, because evenly drawn ones would nearly all have nineteen digits.
  std::int64_t mantissa(int most_bits = 63) {
    const int bits = std::uniform_int_distribution<int>(0, most_bits)(random_);
    const auto drawn = static_cast<std::int64_t>(random_() >> (64U - static_cast<unsigned>(bits == 0 ? 1 : bits)));
    return random_() % 2 == 0 ? drawn : -drawn;
  }
  int scale(int most = Decimal::max_scale) { return std::uniform_int_distribution<int>(0, most)(random_); }
  Decimal decimal() { return Decimal(mantissa(), scale()); }

  /// The value as a whole number of units of 10^-places.
  static Wide fine(const Decimal& value, int places) {
    return times(value.mantissa(), power_of_ten(places - value.scale()));
  }

  std::mt19937_64 random_{20240607};
};

TEST_F(DecimalProperty, SumsAndDifferencesAreExactOrOverflow) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal a = decimal();
    const Decimal b = decimal();
    const Wide left = fine(a, 12);
    const Wide right = fine(b, 12);
    try {
      const Decimal sum = a + b;
      EXPECT_TRUE(fine(sum, 12) == left + right);
      EXPECT_EQ(sum - b, a);
    } catch (const Overflow&) {
      const int most = std::max(a.scale(), b.scale());
      EXPECT_FALSE(fits_64((left + right) / power_of_ten(12 - most)) && fits_64(left) && fits_64(right));
    }
    EXPECT_EQ(a < b, left < right);
    EXPECT_EQ(a == b, left == right);
  }
}

TEST_F(DecimalProperty, ProductsAreExact) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal a(mantissa(22), scale(6));
    const Decimal b(mantissa(22), scale(6));
    const Decimal product = a * b;
    EXPECT_EQ(product.scale(), a.scale() + b.scale());
    EXPECT_TRUE(product.mantissa() == times(a.mantissa(), b.mantissa()));
  }
}

TEST_F(DecimalProperty, LargeProductsAreExactOrOverflow) {
  int overflows = 0;
  for (int i = 0; i < rounds; ++i) {
    const Decimal a(mantissa(), scale());
    const Decimal b(mantissa(), scale());
    const Wide expected = times(a.mantissa(), b.mantissa());
    try {
      const Decimal product = a * b;
      const int dropped = a.scale() + b.scale() - product.scale();
      ASSERT_GE(dropped, 0);
      EXPECT_TRUE(times(product.mantissa(), power_of_ten(dropped)) == expected);
    } catch (const Overflow&) {
      ++overflows;
      EXPECT_TRUE(!fits_64(expected) || a.scale() + b.scale() > Decimal::max_scale);
    }
  }
  EXPECT_GT(overflows, 0);
  EXPECT_LT(overflows, rounds);
}

TEST_F(DecimalProperty, RoundingIsNearestAndHalfAwayFromZero) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal value = decimal();
    const int places = scale(value.scale());
    const Decimal rounded = value.rounded(places);
    const UnsignedWide size = magnitude(fine(value, 12));
    const UnsignedWide unit = static_cast<UnsignedWide>(power_of_ten(12 - places));
    const UnsignedWide expected = (size + unit / 2) / unit;
    EXPECT_EQ(rounded.scale(), places);
    EXPECT_TRUE(magnitude(rounded.mantissa()) == (places == 12 ? size : expected));
    EXPECT_TRUE(rounded.is_zero() || rounded.sign() == value.sign());
  }
}

TEST_F(DecimalProperty, DivisionEnclosesTheQuotient) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal numerator(mantissa(33), scale(2));
    const Decimal denominator(mantissa(33), scale(2));
    const std::int64_t factor = i % 3 == 0 ? 1 : i % 3 == 1 ? 100 : -7;
    const int places = scale(3);
    if (denominator.is_zero()) continue;
    const QuotientBounds bounds = divide(numerator, denominator, factor, places);
    // floor * denominator <= factor * numerator, with 10^8 for all scales; a negative denominator turns the sign.
    const Wide product = times(fine(numerator, 8), factor);
    const Wide low = times(bounds.floor.mantissa(), fine(denominator, 8 - places));
    const Wide high = times(bounds.ceiling.mantissa(), fine(denominator, 8 - places));
    const bool turned = denominator.sign() < 0;
    EXPECT_TRUE(turned ? low >= product : low <= product);
    EXPECT_TRUE(turned ? high <= product : high >= product);
    EXPECT_EQ(bounds.ceiling.mantissa() - bounds.floor.mantissa(), low == product ? 0 : 1);
  }
}

TEST_F(DecimalProperty, WritingAndReadingAgree) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal value = decimal();
    for (const std::string& text : {value.to_string(), value.grouped()}) {
      const auto again = parse_decimal(text);
      ASSERT_TRUE(again.has_value()) << text;
      EXPECT_EQ(again->mantissa(), value.mantissa()) << text;
      EXPECT_EQ(again->scale(), value.scale()) << text;
    }
  }
}

TEST_F(DecimalProperty, ShiftingThereAndBackKeepsTheValue) {
  for (int i = 0; i < rounds; ++i) {
    const Decimal value(mantissa(30), scale(4));
    const int power = scale(8);
    EXPECT_EQ(value.shifted(power).shifted(-power), value);
    EXPECT_EQ(value.shifted(-power).shifted(power), value);
    EXPECT_EQ(value.trimmed(), value);
  }
}

TEST_F(DecimalProperty, AnyTextIsReadOrRefused) {
  constexpr std::string_view alphabet = "0123456789,.-+ x";
  for (int i = 0; i < rounds; ++i) {
    std::string text;
    for (int length = scale(12); length > 0; --length) text += alphabet[random_() % alphabet.size()];
    const auto value = parse_decimal(text);
    if (!value) continue;
    EXPECT_EQ(text.find_first_of(" x"), std::string::npos);
    EXPECT_EQ(parse_decimal(value->to_string()), value);
  }
}

}  // namespace
}  // namespace mingzhang::money
