#include "formats/spreadsheet/number_format.h"

#include <gtest/gtest.h>

namespace mingzhang::formats {
namespace {

TEST(NumberFormat, GeneralShowsFifteenDigitsAndNoNoise) {
  EXPECT_EQ(shown_number("0.30000000000000004", "General"), "0.3");
  EXPECT_EQ(shown_number("1254.7600000000002", "General"), "1254.76");
  EXPECT_EQ(shown_number("123456789012345678", "General"), "123456789012346000");
  EXPECT_EQ(shown_number("-0", "General"), "0");
  EXPECT_EQ(shown_number("1E-3", ""), "0.001");
  EXPECT_EQ(shown_number("2.5E+25", "General"), "2.5E+25");
  EXPECT_EQ(shown_number("2080501", "G/通用格式"), "2080501");
  EXPECT_EQ(shown_number("不是数", "0.00"), "不是数");
}

TEST(NumberFormat, DecimalsAreRoundedAwayFromZeroByDecimalDigits) {
  EXPECT_EQ(shown_number("1.005", "0.00"), "1.01");
  EXPECT_EQ(shown_number("-1.005", "0.00"), "-1.01");
  EXPECT_EQ(shown_number("1.0049999999999999", "0.00"), "1.01");  // what the double of 1.005 is
  EXPECT_EQ(shown_number("999.995", "#,##0.00"), "1,000.00");
  EXPECT_EQ(shown_number("1234567.891", "#,##0.00"), "1,234,567.89");
  EXPECT_EQ(shown_number("0.5", "0"), "1");
  EXPECT_EQ(shown_number("0.04", "0"), "0");
  EXPECT_EQ(shown_number("12", "#,##0.##"), "12");
  EXPECT_EQ(shown_number("0.5", "#.##"), ".5");
  EXPECT_EQ(shown_number("7", "000"), "007");
}

TEST(NumberFormat, PercentThousandsAndExponents) {
  EXPECT_EQ(shown_number("0.9823", "0.00%"), "98.23%");
  EXPECT_EQ(shown_number("0.96500000000000008", "0.0%"), "96.5%");
  EXPECT_EQ(shown_number("12345678", "#,##0.00,"), "12,345.68");
  EXPECT_EQ(shown_number("12345", "0.00E+00"), "1.23E+04");
}

TEST(NumberFormat, SectionsBySignAndByCondition) {
  const auto* accounting = "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
  EXPECT_EQ(shown_number("1234.5", accounting), "1,234.50");
  EXPECT_EQ(shown_number("-1234.5", accounting), "-1,234.50");
  EXPECT_EQ(shown_number("0", accounting), "-");
  EXPECT_EQ(shown_number("-3", "0.00;(0.00)"), "(3.00)");
  EXPECT_EQ(shown_number("0", "0.00;-0.00;;@"), "");
  EXPECT_EQ(shown_number("0", "[=0]\"\";General"), "");
  EXPECT_EQ(shown_number("7", "[=0]\"\";General"), "7");
  EXPECT_EQ(shown_number("-7", "[Red]#,##0.00;[Blue]-#,##0.00"), "-7.00");
  EXPECT_EQ(shown_number("30", "0\"人\""), "30人");
  EXPECT_EQ(shown_number("5", "[$¥-804]#,##0.00"), "¥5.00");
  EXPECT_EQ(shown_number("5", "@"), "5");
}

TEST(NumberFormat, Dates) {
  EXPECT_EQ(shown_number("45291", "yyyy\"年\"m\"月\"d\"日\""), "2023年12月31日");
  EXPECT_EQ(shown_number("45292", "yyyy年m月d日"), "2024年1月1日");
  EXPECT_EQ(shown_number("45291", "yyyy/m/d"), "2023/12/31");
  EXPECT_EQ(shown_number("61", "yyyy-mm-dd"), "1900-03-01");  // 60 is a 29 February that never was
  EXPECT_EQ(shown_number("59", "yyyy-mm-dd"), "1900-02-28");
  EXPECT_EQ(shown_number("45291.75", "yyyy-mm-dd hh:mm"), "2023-12-31 18:00");
  EXPECT_EQ(shown_number("0.5", "h:mm AM/PM"), "12:00 PM");
  EXPECT_EQ(shown_number("1.5", "[h]:mm"), "36:00");
  EXPECT_EQ(shown_number("43829", "yyyy-mm-dd", DayZero::year_1904), "2023-12-31");
  EXPECT_EQ(shown_number("45291", "aaaa"), "星期日");
  EXPECT_EQ(shown_number("-5", "yyyy-mm-dd"), "-5");
  EXPECT_EQ(shown_number("99999999", "yyyy"), "99999999");
}

TEST(NumberFormat, BuiltIn) {
  EXPECT_EQ(shown_number("1234.5", built_in_format(4)), "1,234.50");
  EXPECT_EQ(shown_number("0.5", built_in_format(9)), "50%");
  EXPECT_EQ(shown_number("45291", built_in_format(14)), "2023/12/31");
  EXPECT_EQ(shown_number("45291", built_in_format(31)), "2023年12月31日");
  EXPECT_EQ(built_in_format(12345), "General");
}

TEST(NumberFormat, OddFormatsAreSurvived) {
  for (const auto* format : {"\"", "[", "\\", "_", "*", ";;;;;;;", "[>]0", "E+", "....", ",,,,", "%%%%", "[$", "年"})
    shown_number("1234.5", format);
  EXPECT_EQ(shown_number("1e999", "0.00"), "1e999");
  EXPECT_EQ(shown_number(std::string(1000, '9'), "0.00"), std::string(1000, '9'));
}

}  // namespace
}  // namespace mingzhang::formats
