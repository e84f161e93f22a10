#include "money/fen.h"

#include <gtest/gtest.h>

#include <limits>

namespace mingzhang::money {
namespace {

Fen yuan(std::string_view text) {
  return Fen::from_yuan(parse_decimal(text).value());
}

TEST(Fen, RoundsToWanYuanAsPublished) {
  EXPECT_EQ(yuan("50").wan_yuan().to_string(), "0.01");
  EXPECT_EQ(yuan("49.99").wan_yuan().to_string(), "0.00");
  EXPECT_EQ(yuan("-50").wan_yuan().to_string(), "-0.01");
  EXPECT_EQ(yuan("-49.99").wan_yuan().to_string(), "0.00");
  EXPECT_EQ(yuan("12547600").wan_yuan().to_string(), "1254.76");
  EXPECT_EQ(yuan("12345.67").wan_yuan(6).to_string(), "1.234567");
  EXPECT_EQ(yuan("12345.67").wan_yuan(0).to_string(), "1");
}

TEST(Fen, ComesFromYuanExactlyOrNotAtAll) {
  EXPECT_EQ(yuan("12").count(), 1200);
  EXPECT_EQ(yuan("-0.07").count(), -7);
  EXPECT_EQ(yuan("12.340000").count(), 1234);
  EXPECT_THROW(yuan("12.345"), Overflow);
  EXPECT_THROW(yuan("92233720368547759"), Overflow);
  EXPECT_EQ(yuan("92233720368547758.07").count(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(yuan("1,234.50").yuan().to_string(), "1234.50");
}

TEST(Fen, AddsWithoutWrapping) {
  const Fen largest(std::numeric_limits<std::int64_t>::max());
  const Fen smallest(std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(yuan("0.01") + yuan("0.02"), yuan("0.03"));
  EXPECT_EQ(yuan("0.01") - yuan("0.02"), Fen(-1));
  EXPECT_THROW(largest + Fen(1), Overflow);
  EXPECT_THROW(smallest - Fen(1), Overflow);
  EXPECT_THROW(Fen(0) - smallest, Overflow);
  EXPECT_EQ(largest + smallest, Fen(-1));
  EXPECT_LT(smallest, largest);
}

}  // namespace
}  // namespace mingzhang::money
