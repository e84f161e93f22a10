#include "cube/performance_value.h"

#include <gtest/gtest.h>

namespace mingzhang::cube {
namespace {

using money::Decimal;

PerformanceValue read(std::string_view text, int year = 2030) {
  return read_performance_value(text, year);
}

Fulfilment reached(std::string_view target, std::string_view actual) {
  const auto [wanted, got] = read_pair(target, actual, 2030);
  return fulfilment(wanted, got);
}

TEST(PerformanceValue, OperatorsInEverySpelling) {
  const std::pair<const char*, Bound> spellings[] = {
      {">=95%", Bound::at_least},
      {"≥95%", Bound::at_least},
      {"＞=95%", Bound::at_least},
      {"＞＝95％", Bound::at_least},
      {"=>95%", Bound::at_least},
      {"大于等于95%", Bound::at_least},
      {"不低于95%", Bound::at_least},
      {"95%以上", Bound::at_least},
      {"95%（含）以上", Bound::at_least},
      {">=95%以上", Bound::at_least},
      {"达到95%", Bound::at_least},
      {"不低于百分之九十五", Bound::at_least},
      {"<=95%", Bound::at_most},
      {"≤95%", Bound::at_most},
      {"＜=95%", Bound::at_most},
      {"不超过95%", Bound::at_most},
      {"控制在95%以内", Bound::at_most},
      {"95%以下", Bound::at_most},
      {"=95%", Bound::equal},
      {"＝95%", Bound::equal},
      {">95%", Bound::above},
      {"超过95%", Bound::above},
      {"<95%", Bound::below},
      {"95%", Bound::none},
  };
  for (const auto& [text, bound] : spellings) {
    const PerformanceValue value = read(text);
    EXPECT_EQ(value.type, ValueType::rate) << text;
    EXPECT_EQ(value.bound, bound) << text;
    EXPECT_EQ(value.quantity.value, Decimal(95)) << text;
  }
}

TEST(PerformanceValue, NumbersInTheUnitOfTheirDimension) {
  struct Case {
    const char* text;
    Decimal value;
    const char* unit;
  };
  const Case cases[] = {
      {">=12.5万人", Decimal(125000), "人"},
      {"≥1,250人", Decimal(1250), "人"},
      {"15名", Decimal(15), "人"},
      {"=6.35元/人", Decimal(635, 2), "元/人"},
      {"3000元/名", Decimal(3000), "元/人"},
      {"36.5万元", Decimal(365000), "元"},
      {"<=2年", Decimal(24), "月"},
      {"12个月", Decimal(12), "月"},
      {"=11人次数", Decimal(11), "人次"},
      {"5‰", Decimal(5, 1), "%"},
      {"3个乡镇", Decimal(3), "个"},
      {"7版", Decimal(7), "版"},
      {"15个工作日内", Decimal(15), "工作日"},
      {"80万", Decimal(800000), ""},
      {"318", Decimal(318), ""},
  };
  for (const Case& entry : cases) {
    const PerformanceValue value = read(entry.text);
    EXPECT_TRUE(value.type == ValueType::number || value.type == ValueType::rate) << entry.text;
    EXPECT_EQ(value.quantity.value, entry.value) << entry.text;
    EXPECT_EQ(value.quantity.unit, entry.unit) << entry.text;
  }
}

TEST(PerformanceValue, WhatIsNotWhollyAValueIsText) {
  for (const char* text : {"各1次", "≤预算", "≥90%-95%", "2次3人", "<=95%以上", "=95%以上", "按时完成率100%", "2030.12",
                           "3次以上会议", "1-12月", "覆盖全部乡镇并按要求配备人员"}) {
    EXPECT_EQ(read(text).type, ValueType::text) << text;
  }
  EXPECT_EQ(read("—").type, ValueType::empty);
  EXPECT_EQ(read("").type, ValueType::empty);
}

TEST(PerformanceValue, Days) {
  struct Case {
    const char* text;
    Day from, surely, to;
  };
  const Case cases[] = {
      {"2030年11月30日前", {}, {2030, 11, 30}, {2030, 11, 30}},
      {"2030年11月30日之前", {}, {2030, 11, 30}, {2030, 11, 30}},
      {"=2030年11月30日前", {}, {2030, 11, 30}, {2030, 11, 30}},
      {"2032年2月底前", {}, {2032, 2, 29}, {2032, 2, 29}},
      {"2030年底", {2030, 12, 31}, {2030, 12, 31}, {2030, 12, 31}},
      {"2030年", {2030, 1, 1}, {2030, 12, 31}, {2030, 12, 31}},
      {"2030年11月", {2030, 11, 1}, {2030, 11, 30}, {2030, 11, 30}},
      {"2030年11月前", {}, {2030, 10, 31}, {2030, 11, 30}},
      {"9月底", {2030, 9, 30}, {2030, 9, 30}, {2030, 9, 30}},
      {"6月15号前完成", {}, {2030, 6, 15}, {2030, 6, 15}},
      {"2030-11-05", {2030, 11, 5}, {2030, 11, 5}, {2030, 11, 5}},
      {"2030.11.5", {2030, 11, 5}, {2030, 11, 5}, {2030, 11, 5}},
  };
  for (const Case& entry : cases) {
    const PerformanceValue value = read(entry.text);
    EXPECT_EQ(value.type, ValueType::date) << entry.text;
    EXPECT_EQ(value.from, entry.from) << entry.text;
    EXPECT_EQ(value.surely, entry.surely) << entry.text;
    EXPECT_EQ(value.to, entry.to) << entry.text;
  }
  EXPECT_EQ(read("2030年2月30日").type, ValueType::text);
  EXPECT_EQ(read("12月").type, ValueType::number);  // a duration
}

TEST(PerformanceValue, RecurringDays) {
  for (const char* text : {"每月20日前", "每季度结束后10日内", "自立案之日起45日内", "受理之日起30日内"}) {
    EXPECT_EQ(read(text).type, ValueType::recurring) << text;
  }
}

TEST(PerformanceValue, WordsOfQuality) {
  const std::pair<const char*, Grade> words[] = {
      {"完全达到预期", Grade::complete}, {"部分达到预期", Grade::partial}, {"未达到预期", Grade::missed},
      {"达成预期指标", Grade::achieved}, {"有效提升", Grade::aim},         {"提高明显", Grade::aim},
      {"不断增强", Grade::aim},          {"成效明显", Grade::aim},         {"长期", Grade::aim},
      {"全年持续实施", Grade::aim},      {"明显的提升", Grade::none},
  };
  for (const auto& [text, grade] : words) {
    EXPECT_EQ(read(text).grade, grade) << text;
    EXPECT_EQ(read(text).type, grade == Grade::none ? ValueType::text : ValueType::quality) << text;
  }
}

TEST(PerformanceValue, OneUnitIsTheUnitOfBoth) {
  EXPECT_EQ(reached("80万元", "80"), Fulfilment::met);
  EXPECT_EQ(reached("80", "80万元"), Fulfilment::met);
  EXPECT_EQ(reached(">=95%", "96"), Fulfilment::met);
  EXPECT_EQ(reached(">=95%", "0.96"), Fulfilment::unknown);  // the same rate, or less than one per cent
  EXPECT_EQ(reached(">=2年", "3"), Fulfilment::met);
  EXPECT_EQ(reached(">=12.5万人", "126,000"), Fulfilment::met);
  EXPECT_EQ(reached(">=12.5万人", "124,000"), Fulfilment::missed);
}

TEST(PerformanceValue, ComparesOneDimensionOnly) {
  EXPECT_EQ(reached(">=12.5万人", "124,999人"), Fulfilment::missed);
  EXPECT_EQ(reached(">=12.5万人", "125,000人"), Fulfilment::met);
  EXPECT_EQ(reached("<=0.5万元", "5000元"), Fulfilment::met);
  EXPECT_EQ(reached("<=0.5万元", "5001元"), Fulfilment::missed);
  EXPECT_EQ(reached("=12个月", "1年"), Fulfilment::met);
  EXPECT_EQ(reached(">=12人", "12人次"), Fulfilment::other_dimension);
  EXPECT_EQ(reached("<=100元", "90元/人"), Fulfilment::other_dimension);
  EXPECT_EQ(reached(">=95%", "95人"), Fulfilment::other_dimension);
}

TEST(PerformanceValue, MeetsItsBound) {
  EXPECT_EQ(reached("=2人", "=2人"), Fulfilment::met);
  EXPECT_EQ(reached("=2人", "1人"), Fulfilment::missed);
  EXPECT_EQ(reached("=2人", "3人"), Fulfilment::beyond);
  EXPECT_EQ(reached(">2人", "2人"), Fulfilment::missed);
  EXPECT_EQ(reached("<2人", "2人"), Fulfilment::missed);
  EXPECT_EQ(reached(">=85%", ">=98%"), Fulfilment::met);
  EXPECT_EQ(reached(">=85%", ">=80%"), Fulfilment::unknown);
  EXPECT_EQ(reached("<=85%", "<=80%"), Fulfilment::met);
  EXPECT_EQ(reached("=85%", ">=85%"), Fulfilment::unknown);
}

TEST(PerformanceValue, DaysAreKeptOrMissed) {
  EXPECT_EQ(reached("2030年11月30日前", "2030年11月30日"), Fulfilment::met);
  EXPECT_EQ(reached("2030年11月30日前", "2030年11月30日前"), Fulfilment::met);
  EXPECT_EQ(reached("2030年11月30日前", "2030年12月"), Fulfilment::missed);
  EXPECT_EQ(reached("2030年11月15日前", "2030年11月"), Fulfilment::unknown);
  EXPECT_EQ(reached("2030年11月前", "2030年11月20日"), Fulfilment::unknown);
  EXPECT_EQ(reached("2030年", "2030年底"), Fulfilment::met);
  EXPECT_EQ(reached("2030年11月前", "完全达到预期"), Fulfilment::met);
}

TEST(PerformanceValue, WordsMeetThemselves) {
  EXPECT_EQ(reached("有效提升", "有效提升"), Fulfilment::met);
  EXPECT_EQ(reached("不断增强", "增强"), Fulfilment::unknown);
  EXPECT_EQ(reached("有效提升", "部分达到预期"), Fulfilment::missed);
  EXPECT_EQ(reached("长期", "100%"), Fulfilment::unknown);
}

}  // namespace
}  // namespace mingzhang::cube
