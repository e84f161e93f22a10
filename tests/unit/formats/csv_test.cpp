#include <gtest/gtest.h>

#include "formats/csv/csv_format.h"
#include "rejection.h"
#include "support/shown.h"

namespace mingzhang::formats {
namespace {

using testing_support::shown;

document::Document parse(const std::string& text, const TextLimits& limits = {}) {
  static const Converters converters;
  return parse_csv(text, converters, limits);
}

TEST(Csv, FieldsQuotesAndTitles) {
  const auto document = parse(
      "收入决算表,,\r\n,,金额单位：万元\r\n科目,\"合\r\n计\",\"说“\"\"”\"\r\n甲,\"1,254.76\",\r\n\r\n乙,,2."
      "00\r\n注：无。\r\n");
  EXPECT_EQ(shown(document),
            "1 收入决算表\n2 金额单位：万元\n3 #1 科目|合计|说“\"”\n5 #1 甲|1,254.76|\n7 #1 乙||2.00\n8 注：无。\n");
  EXPECT_EQ(document.format, document::Format::csv);
}

TEST(Csv, SemicolonsAndTabs) {
  EXPECT_EQ(shown(parse("a;b\n1,5;2\n")), "1 #1 a|b\n2 #1 1,5|2\n");
  EXPECT_EQ(shown(parse("a\tb\n1\t2\n")), "1 #1 a|b\n2 #1 1|2\n");
}

TEST(Csv, BadOnes) {
  const auto rejected = [](const std::string& text, const TextLimits& limits = {}) {
    return rejection_of([&] { parse(text, limits); });
  };
  EXPECT_EQ(rejected(",,,\n"), "empty: 0");
  EXPECT_EQ(rejected(std::string("a,b") + std::string(1, '\0')).substr(0, 6), "binary");
  EXPECT_EQ(rejected("%PDF-1.7").substr(0, 11), "unsupported");
  TextLimits limits;
  limits.lines = 2;
  EXPECT_EQ(rejected("a,b\nc,d\ne,f\n", limits), "too-many-lines: > 2");
  limits = {};
  limits.fragments = 3;
  EXPECT_EQ(rejected("a,b\nc,d\n", limits), "too-many-lines: cells");
  EXPECT_EQ(shown(parse("\"open\nquote,a\nb")), "1 open quote,a b\n");
}

}  // namespace
}  // namespace mingzhang::formats
