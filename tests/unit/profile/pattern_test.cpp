#include "profile/pattern.h"

#include <gtest/gtest.h>

#include "support/documents.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

using support::mistake;

const std::vector<std::string> funds = {"一般公共预算", "一般公共预算财政拨款", "其他收入"};
const NameSource fund_names = [](const std::string& slot) { return slot == "fund" ? &funds : nullptr; };

struct Found {
  std::string whole;
  std::vector<std::string> slots;
  std::vector<std::uint8_t> choices;
};

Found taken(const Pattern& pattern, const std::string& text, const std::optional<Match>& match) {
  Found out;
  if (!match) return out;
  out.whole = text.substr(match->begin, match->end - match->begin);
  for (const auto& capture : match->captures)
    out.slots.push_back(text.substr(capture.begin, capture.end - capture.begin));
  out.choices = match->choices;
  EXPECT_LE(match->captures.size(), pattern.slots().size());
  return out;
}

/// The match at the beginning of `original`.
Found match(const std::string& source, const std::string& original) {
  const Pattern pattern = Pattern::compile(source);
  const std::string text = text::normal_text(original);
  return taken(pattern, text, pattern.match_at(text, 0, fund_names));
}

/// The first match anywhere in `original`.
Found find(const std::string& source, const std::string& original) {
  const Pattern pattern = Pattern::compile(source);
  const std::string text = text::normal_text(original);
  Search search;
  return taken(pattern, text, pattern.find(text, 0, fund_names, search));
}

TEST(PatternWords, AreNormalisedLikeDocuments) {
  EXPECT_EQ(match("收入总计（万元）：", "收入 总计(万元):").whole, "收入总计(万元):");
  EXPECT_EQ(match("“三公”经费", "\"三公\"经费").whole, "\"三公\"经费");
  EXPECT_EQ(match("收入总计", "收入合计").whole, "");
}

TEST(PatternChoices, TakeTheFirstThatFitsAndRecordIt) {
  EXPECT_EQ(match("内设[科室|股室]{count n}", "内设股室3个").choices, std::vector<std::uint8_t>{1});
  EXPECT_EQ(match("预算[为|]{amount a}", "预算为3.00万元").choices, std::vector<std::uint8_t>{0});
  EXPECT_EQ(match("预算[为|]{amount a}", "预算3.00万元").choices, std::vector<std::uint8_t>{1});
  EXPECT_EQ(match("[甲[乙|丙]|丁]戊", "甲丙戊").choices, (std::vector<std::uint8_t>{0, 1}));
}

TEST(PatternChoices, AreTriedAgainWhenWhatFollowsDoesNotFit) {
  EXPECT_EQ(match("[支出|支出决算]数", "支出决算数").choices, std::vector<std::uint8_t>{1});
  EXPECT_EQ(match("[{text a}。|]其他", "其他").slots.size(), 0u);
}

TEST(PatternPhrases, ArePutInWhereTheyAreNamed) {
  const std::map<std::string, std::string> phrases = {{"yoy", "{direction up}{amount change}<tail>"},
                                                      {"tail", ",下同"}};
  const auto pattern = Pattern::compile("比上年<yoy>", phrases);
  EXPECT_TRUE(pattern.matches_whole("比上年增加1.00万元,下同"));
  EXPECT_EQ(pattern.slots().size(), 2u);
  EXPECT_EQ(pattern.slots()[1].name, "change");
}

struct SlotCase {
  const char* type;
  const char* text;
  const char* taken;  ///< empty: does not match
};

class Slots : public testing::TestWithParam<SlotCase> {};

/// Before and behind the slot stand 甲 and 乙.
TEST_P(Slots, TakeTheirKindOfWords) {
  const auto& [type, text, taken] = GetParam();
  const auto found = match("甲{" + std::string(type) + " fund}乙", "甲" + std::string(text) + "乙");
  if (*taken == '\0')
    EXPECT_EQ(found.whole, "") << type << " took " << text;
  else
    EXPECT_EQ(found.slots, std::vector<std::string>{taken}) << type << " of " << text;
}

INSTANTIATE_TEST_SUITE_P(
    All, Slots,
    testing::Values(
        SlotCase{"amount", "1,254.76 万元", "1,254.76万元"}, SlotCase{"amount", "-3.00 元", "-3.00元"},
        SlotCase{"amount", "约12万元", "约12万元"}, SlotCase{"amount", "若干万元", ""},
        SlotCase{"percent", "12.50％", "12.50%"}, SlotCase{"percent", "百分之三十", "百分之三十"},
        SlotCase{"count", "15人", "15人"}, SlotCase{"count", "十五人", ""}, SlotCase{"year", "2023", "2023"},
        SlotCase{"year", "1998", "1998"}, SlotCase{"year", "2123", ""}, SlotCase{"year", "203", ""},
        SlotCase{"ordinal", "１．", "1."}, SlotCase{"ordinal", "（三）", "(三)"}, SlotCase{"ordinal", "(12)", "(12)"},
        SlotCase{"ordinal", "十一、", "十一、"}, SlotCase{"ordinal", "1.5", ""}, SlotCase{"ordinal", "(三", ""},
        SlotCase{"ordinal", "1234.", ""}, SlotCase{"unit", "云岭县医疗保障局", "云岭县医疗保障局"},
        SlotCase{"unit", "云岭县，局", ""}, SlotCase{"unit", "2023云岭县", ""}, SlotCase{"unit", "局", ""},
        SlotCase{"direction", "增加", "增加"}, SlotCase{"direction", "持平", "持平"}, SlotCase{"direction", "变化", ""},
        SlotCase{"member", "其他收入", "其他收入"}, SlotCase{"member", "一般公共预算财政拨款", "一般公共预算财政拨款"},
        SlotCase{"member", "一般公共预算", "一般公共预算"}, SlotCase{"member", "事业收入", ""},
        SlotCase{"path", "卫生（类）医疗（款）行政运行（项）", "卫生(类)医疗(款)行政运行(项)"},
        SlotCase{"path", "卫生（类）。医疗（项）", ""}, SlotCase{"path", "（项）", ""},
        SlotCase{"names", "综合股、基金股", "综合股、基金股"}, SlotCase{"names", "", ""},
        SlotCase{"names", "综合股。基金股", ""}, SlotCase{"text", "人员增加，工资上调", "人员增加,工资上调"},
        SlotCase{"text", "增加；减少", ""}, SlotCase{"prose", "一句。又一句；", "一句。又一句;"}),
    [](const auto& test) { return std::string(test.param.type) + std::to_string(test.index); });

TEST(PatternSlots, ShorterNamesAreTriedWhereTheLongestDoesNotLeadOn) {
  EXPECT_EQ(match("{member fund}财政拨款收入", "一般公共预算财政拨款收入").slots,
            std::vector<std::string>{"一般公共预算"});
}

TEST(PatternSlots, FreeTextIsAsShortAsWhatFollowsAllows) {
  EXPECT_EQ(match("原因{text a}增加{amount b}", "原因人员增加、工资增加3万元").slots,
            (std::vector<std::string>{"人员增加、工资", "3万元"}));
  EXPECT_EQ(match("原因是{text a}", "原因是人员增加。另外").slots, std::vector<std::string>{"人员增加"});
}

struct BadCase {
  const char* source;
  const char* says;
};

class BadPatterns : public testing::TestWithParam<BadCase> {};

TEST_P(BadPatterns, AreRefusedWithTheirPlace) {
  const std::string what = mistake([] { Pattern::compile(GetParam().source, {{"a", "<b>"}, {"b", "<a>"}}); });
  EXPECT_NE(what.find(GetParam().says), std::string::npos) << GetParam().source << " said: " << what;
}

INSTANTIATE_TEST_SUITE_P(
    All, BadPatterns,
    testing::Values(BadCase{"收入{amount total", "\"收入{amount#total\", character 7: '{' without '}'"},
                    BadCase{"收入{sum total}", "character 7: unknown slot type 'sum'"},
                    BadCase{"收入{}", "unknown slot type ''"}, BadCase{"收入[甲|乙", "character 15: '[' without ']'"},
                    BadCase{"收入]", "character 7: '|' and ']' have a meaning only inside [ ]"},
                    BadCase{"收入｜支出", "character 7: '|' and ']'"}, BadCase{"甲[]", "a choice without words"},
                    BadCase{"甲[|]", "a choice without words"}, BadCase{"甲<c>", "unknown phrase <c>"},
                    BadCase{"<a>", "phrases without end"}));

TEST(BadPatterns, WhatNobodyCouldReadIsRefused) {
  const std::string deep = std::string(20, '[') + "甲" + std::string(20, ']');
  EXPECT_NE(mistake([&] { Pattern::compile(deep); }).find("nested too deeply"), std::string::npos);
  std::string wide = "[甲", longest;
  for (int i = 0; i < 300; ++i) wide += "|乙", longest += "甲{amount a}";
  EXPECT_NE(mistake([&] { Pattern::compile(wide + "]"); }).find("too many alternatives"), std::string::npos);
  EXPECT_NE(mistake([&] { Pattern::compile(longest); }).find("too long"), std::string::npos);
  // Ten uses of ten uses of ten uses ...
  std::map<std::string, std::string> phrases;
  for (int i = 0; i < 10; ++i)
    for (int use = 0; use < 10; ++use) phrases["p" + std::to_string(i)] += "<p" + std::to_string(i + 1) + ">";
  phrases["p10"] = "";
  EXPECT_NE(mistake([&] { Pattern::compile("甲<p0>", phrases); }).find("phrases without end"), std::string::npos);
}

TEST(PatternFind, TakesTheFirstInTheText) {
  EXPECT_EQ(find("收入{amount a}", "收入若干，收入3万元，收入4万元").slots, std::vector<std::string>{"3万元"});
  EXPECT_EQ(find("[支出|收入]{amount a}", "前面收入3万元，支出4万元").slots, std::vector<std::string>{"3万元"});
  EXPECT_EQ(find("收入{amount a}", "没有").whole, "");
}

TEST(PatternFind, BeginsWithSlotsBeforeTheFixedWords) {
  EXPECT_EQ(find("{year y}年度收入{amount a}", "说明2023年度收入3万元").whole, "2023年度收入3万元");
  EXPECT_EQ(find("[{year y}年|本年]收入{amount a}", "说明2023年收入3万元").whole, "2023年收入3万元");
}

TEST(PatternFind, NeedsNoWordsWhereTheFirstOnesAreOptional) {
  EXPECT_EQ(find("[共|]{amount a}[整|]", "说明三万元即3万元整").slots, std::vector<std::string>{"3万元"});
}

TEST(PatternFind, DoesNotTakeNothing) {
  EXPECT_EQ(find("[共|]", "说明共三项").whole, "共");
  EXPECT_EQ(find("[共|]", "说明").whole, "");
}

TEST(PatternFind, GoesOnWhereItStood) {
  const Pattern pattern = Pattern::compile("[甲|乙]{amount a}");
  const std::string text = "乙1元甲2元乙3元";
  Search search;
  std::size_t at = 0;
  std::string order;
  while (const auto match = pattern.find(text, at, {}, search)) {
    order += text.substr(match->begin, match->end - match->begin) + " ";
    at = match->end;
  }
  EXPECT_EQ(order, "乙1元 甲2元 乙3元 ");
}

TEST(PatternWrite, GivesBackWhatWasMatched) {
  const Pattern pattern = Pattern::compile("{year y}年[度|]收入[合计|总计]{amount a}");
  const std::string text = "2023年收入总计3.00万元";
  const auto match = pattern.match_at(text, 0, {});
  ASSERT_TRUE(match);
  const auto slot = [&](std::size_t index, std::uint32_t) {
    return text.substr(match->captures[index].begin, match->captures[index].end - match->captures[index].begin);
  };
  EXPECT_EQ(pattern.write(match->choices, slot), text);
  EXPECT_EQ(pattern.write({}, slot), "2023年度收入合计3.00万元");
}

// Each of these took time with the square or a power of the length; the test's time limit is what fails.
TEST(PatternFind, IsBoundedOnHostileText) {
  std::string ends, firsts, titles;
  for (int i = 0; i < 200'000; ++i) {
    ends += "甲乙";
    titles += "1.丙绩效";
  }
  for (int i = 0; i < 1'000'000; ++i) firsts += "甲3元";
  EXPECT_EQ(find("{text a}甲{text b}乙{text c}丙{text d}丁", ends).whole, "");
  EXPECT_EQ(find("{prose a}甲{prose b}乙{prose c}丙{prose d}丁", ends).whole, "");
  EXPECT_EQ(find("{ordinal o}{text p}绩效综述", titles).whole, "");
  EXPECT_EQ(find("{ordinal o}{path p}支出", titles + "支出").whole, "");
  const Pattern pattern = Pattern::compile("[甲|永无]{amount a}");
  Search search;
  std::size_t at = 0, count = 0;
  while (const auto match = pattern.find(firsts, at, {}, search)) {
    at = match->end;
    ++count;
  }
  EXPECT_EQ(count, 1'000'000u);
}

}  // namespace
}  // namespace mingzhang::profile
