#include "text/number.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <stdexcept>
#include <vector>

#include "text/normal.h"

namespace mingzhang::text {
namespace {

struct Case {
  std::string text;
  std::string digits;
  int power;
  std::string unit;
  std::string before;
  std::string after;
  std::string spelled;  ///< empty: the whole text
};

void expect_read(const Case& c) {
  const auto number = read_number(c.text);
  ASSERT_TRUE(number.has_value()) << c.text;
  const std::string spelled = c.spelled.empty() ? c.text : c.spelled;
  EXPECT_EQ(number->digits, c.digits) << c.text;
  EXPECT_EQ(number->power, c.power) << c.text;
  EXPECT_EQ(number->unit, c.unit) << c.text;
  EXPECT_EQ(number->before, c.before) << c.text;
  EXPECT_EQ(number->after, c.after) << c.text;
  EXPECT_EQ(number->spelled, spelled) << c.text;
  EXPECT_EQ(number->length, spelled.size()) << c.text;
  EXPECT_EQ(read_number(write_number(*number)), number) << c.text;
}

TEST(ReadNumber, AmountsAndCounts) {
  for (const Case& c : std::vector<Case>{
           {"12.59万人", "12.59", 4, "人", "", "", ""},
           {"1,092.78万元", "1,092.78", 4, "元", "", "", ""},
           {"4000元", "4000", 0, "元", "", "", ""},
           {"0.00万元", "0.00", 4, "元", "", "", ""},
           {"137.7", "137.7", 0, "", "", "", ""},
           {"640元/人", "640", 0, "元/人", "", "", ""},
           {"2912.02元/人", "2912.02", 0, "元/人", "", "", ""},
           {"50元/人/年", "50", 0, "元/人/年", "", "", ""},
           {"3万元/人次,", "3", 4, "元/人次", "", "", "3万元/人次"},
           {"2批次", "2", 0, "批次", "", "", ""},
           {"10人次", "10", 0, "人次", "", "", ""},
           {"10人次数", "10", 0, "人次数", "", "", ""},
           {"3台(套)", "3", 0, "台(套)", "", "", ""},
           {"3台(含)", "3", 0, "台", "", "", "3台"},
           {"3个月", "3", 0, "个月", "", "", ""},
           {"5个百分点", "5", 0, "个百分点", "", "", ""},
           {"5百分点", "5", 0, "百分点", "", "", ""},
           {"2024年度", "2024", 0, "年", "", "", "2024年"},
           {"2024部门预算", "2024", 0, "", "", "", "2024"},
           {"1.5万亿元", "1.5", 12, "元", "", "", ""},
           {"3千万元", "3", 7, "元", "", "", ""},
           {"3百万", "3", 6, "", "", "", ""},
           {"2亿人", "2", 8, "人", "", "", ""},
           {"5万人次。", "5", 4, "人次", "", "", "5万人次"},
           {"3千元", "3", 3, "元", "", "", ""},
           {"3千克", "3", 0, "千克", "", "", ""},
           {"3万千瓦时", "3", 4, "千瓦时", "", "", ""},
           {"3千伏", "3", 0, "", "", "", "3"},
           {"123456789012345678901234567890元", "123456789012345678901234567890", 0, "元", "", "", ""},
       }) {
    expect_read(c);
  }
}

TEST(ReadNumber, SignsAndPercentages) {
  for (const Case& c : std::vector<Case>{
           {"-26.35%", "-26.35", 0, "%", "", "", ""},
           {"+3", "+3", 0, "", "", "", ""},
           {"1,826.12%", "1,826.12", 0, "%", "", "", ""},
           {"3‰", "3", 0, "‰", "", "", ""},
           {"95%以上", "95", 0, "%", "", "以上", ""},
           {">=95%", "95", 0, "%", ">=", "", ""},
           {"百分之三十", "30", 0, "%", "百分之", "", ""},
           {"百分之99.5", "99.5", 0, "%", "百分之", "", ""},
           {"百分之三点五五,", "3.55", 0, "%", "百分之", "", "百分之三点五五"},
           {"百分之零点五", "0.5", 0, "%", "百分之", "", ""},
           {"百分之一百零五", "105", 0, "%", "百分之", "", ""},
           {"百分之百", "100", 0, "%", "百分之", "", ""},
           {"千分之二", "2", 0, "‰", "千分之", "", ""},
           {"不低于百分之八十", "80", 0, "%", "不低于百分之", "", ""},
           {"百分之三十左右", "30", 0, "%", "百分之", "左右", ""},
           {"百分之三点", "3", 0, "%", "百分之", "", "百分之三"},
       }) {
    expect_read(c);
  }
}

TEST(ReadNumber, Qualifiers) {
  for (const Case& c : std::vector<Case>{
           {"约3.5亿元", "3.5", 8, "元", "约", "", ""},
           {"不低于2批次", "2", 0, "批次", "不低于", "", ""},
           {"大于等于5", "5", 0, "", "大于等于", "", ""},
           {"小于-5", "-5", 0, "", "小于", "", ""},
           {"=5", "5", 0, "", "=", "", ""},
           {"130多万元", "130", 4, "元", "", "多", ""},
           {"3百多万元", "3", 6, "元", "", "多", ""},
           {"13万余元", "13", 4, "元", "", "余", ""},
           {"30余人", "30", 0, "人", "", "余", ""},
           {"3千多人", "3", 3, "人", "", "多", ""},
           {"5000元左右", "5000", 0, "元", "", "左右", ""},
           {"100万元余", "100", 4, "元", "", "余", ""},
           {"100万元余额", "100", 4, "元", "", "", "100万元"},
           {"3人多次", "3", 0, "人", "", "", "3人"},
           {"100万元(含)以上", "100", 4, "元", "", "", "100万元"},
           {"95%及以上", "95", 0, "%", "", "及以上", ""},
           {"30多人左右", "30", 0, "人", "", "多", "30多人"},
       }) {
    expect_read(c);
  }
}

TEST(ReadNumber, EndsWhereTheNumberEnds) {
  for (const Case& c : std::vector<Case>{
           {"1,25", "1", 0, "", "", "", "1"},
           {"1,2345", "1", 0, "", "", "", "1"},
           {"1,234,56", "1,234", 0, "", "", "", "1,234"},
           {"1234,567", "1234", 0, "", "", "", "1234"},
           {"12,345,678.90元", "12,345,678.90", 0, "元", "", "", ""},
           {"12.", "12", 0, "", "", "", "12"},
           {"1..2", "1", 0, "", "", "", "1"},
           {"1.2.", "1.2", 0, "", "", "", "1.2"},
           {"1.5,300", "1.5", 0, "", "", "", "1.5"},
       }) {
    expect_read(c);
  }
}

TEST(ReadNumber, RefusesWhatIsNone) {
  for (const char* text :
       {"",          "-",   "+",         "-.5",   ".5",  "元",     "三十",     "1.2.3",       "-1.2.3万元",
        "1,234.5.6", "约",  "约元",      "约约3", "+-3", "百分之", "百分之元", "百分之1.2.3", "不低于",
        ">",         "==5", "预算3万元", "１",    "点五"}) {
    EXPECT_FALSE(read_number(text).has_value()) << text;
  }
}

TEST(ReadNumber, ApproximateIsWhatSaysSo) {
  for (const char* text : {"约3元", "近百分之三十", "30余人", "3万多元", "5元左右", "约百分之3"}) {
    EXPECT_TRUE(read_number(text).value().approximate()) << text;
  }
  for (const char* text : {"3元", "超过3元", "95%以上", ">=5", "百分之三十"}) {
    EXPECT_FALSE(read_number(text).value().approximate()) << text;
  }
}

TEST(WriteNumber, ComposesWhatWasNotRead) {
  for (const std::string text :
       {"约3.5亿元", "130万余元", "5000元左右", "百分之30", "-1,254.76万元", "3千元", "2台(套)以上", "不低于95%"}) {
    WrittenNumber number = read_number(text).value();
    number.spelled.clear();
    EXPECT_EQ(write_number(number), text);
  }
  WrittenNumber unnamed;
  unnamed.digits = "1";
  unnamed.power = 20;
  EXPECT_THROW(write_number(unnamed), std::out_of_range);
}

TEST(NumberProperty, WritingIsTheInverseOfReading) {
  static constexpr std::array<std::string_view, 48> pieces{
      "1",  "23",   "456",    "0",      ",",    ".",    "-",  "+",    "万",   "亿", "千",     "百",
      "十", "三",   "五",     "零",     "点",   "元",   "人", "次",   "个",   "月", "百分点", "%",
      "/",  "(套)", "台",     "年",     "余",   "多",   "额", "左右", "以上", "约", "近",     "不低于",
      ">=", ">",    "百分之", "千分之", "以下", "千克", "批", "两",   "预",   "。", "、",     "的"};
  std::mt19937_64 random(20240612);
  int read = 0;
  for (int i = 0; i < 100000; ++i) {
    std::string text;
    for (auto count = 1 + random() % 9; count > 0; --count) text += pieces[random() % pieces.size()];
    const auto number = read_number(text);
    if (!number) continue;
    ++read;
    ASSERT_EQ(number->spelled, text.substr(0, number->length));
    ASSERT_FALSE(number->digits.empty());
    ASSERT_EQ(read_number(write_number(*number)), number) << text;
  }
  EXPECT_GT(read, 5000);
}

TEST(NumberProperty, NormalisedWidthsReadAlike) {
  EXPECT_EQ(read_number(normal_text("１，０９２．７８ 万元")), read_number("1,092.78万元"));
  EXPECT_EQ(read_number(normal_text("—26.35％")), read_number("-26.35%"));
  EXPECT_EQ(read_number(normal_text("≥ 3台（套）")), read_number(">=3台(套)"));
}

}  // namespace
}  // namespace mingzhang::text
