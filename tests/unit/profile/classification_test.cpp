#include "profile/classification.h"

#include <gtest/gtest.h>

#include "profile/names.h"
#include "support/documents.h"

namespace mingzhang::profile {
namespace {

using support::mistake;

Classification sample() {
  return Classification::parse(
      "code,name,note\r\n"
      "208,社会保障和就业支出,\r\n"
      "20805,行政事业单位养老支出,\r\n"
      "210,卫生健康支出,\r\n"
      "21011,行政事业单位医疗,\r\n"
      "2101101,行政单位医疗,\r\n"
      "2101102,事业单位医疗,\r\n"
      "2101199,其他行政事业单位医疗支出,\r\n"
      "\r\n"
      "21015,医疗保障管理事务,a note\r\n"
      "2101501,行政运行,\r\n",
      "sample.csv");
}

TEST(Classification, KnowsCodesNamesAndChildren) {
  const auto classes = sample();
  EXPECT_EQ(classes.name_of("21015"), "医疗保障管理事务");
  EXPECT_EQ(classes.name_of("215"), std::nullopt);
  EXPECT_TRUE(classes.knows("2101501"));
  EXPECT_FALSE(classes.knows("2101502"));
  EXPECT_EQ(classes.children(""), (std::vector<std::string>{"208", "210"}));
  EXPECT_EQ(classes.children("210"), (std::vector<std::string>{"21011", "21015"}));
  EXPECT_EQ(classes.children("21011").size(), 3u);
  EXPECT_TRUE(classes.children("2101501").empty());
}

TEST(Classification, FindsNamesBelowTheirParentOnly) {
  const auto classes = sample();
  EXPECT_EQ(classes.find("行政运行", "21015"), "2101501");
  EXPECT_EQ(classes.find("行政运行", "21011"), std::nullopt);
  EXPECT_EQ(classes.find("行政运行", ""), std::nullopt);
}

TEST(Classification, FindsNamesWithAndWithoutTheirEnding) {
  const auto classes = sample();
  EXPECT_EQ(classes.find("卫生健康", ""), "210");
  EXPECT_EQ(classes.find("行政单位医疗支出", "21011"), "2101101");
  EXPECT_EQ(classes.find("其他行政事业单位医疗", "21011"), "2101199");
  EXPECT_EQ(classes.find("支出", ""), std::nullopt);
}

TEST(Classification, ParentsAreTheCodesAbove) {
  EXPECT_EQ(parent_of("2101501"), "21015");
  EXPECT_EQ(parent_of("21015"), "210");
  EXPECT_EQ(parent_of("210"), "");
  EXPECT_EQ(parent_of(""), "");
}

TEST(Classification, MistakesHaveALine) {
  const auto parse = [](std::string_view csv) { return mistake([&] { Classification::parse(csv, "f.csv"); }); };
  EXPECT_EQ(parse("code,name\n208,甲\n20a,乙\n"), "f.csv:3: a code has 3, 5 or 7 digits and a name: 20a");
  EXPECT_EQ(parse("code,name\n2080,甲\n"), "f.csv:2: a code has 3, 5 or 7 digits and a name: 2080");
  EXPECT_EQ(parse("code,name\n208,\n"), "f.csv:2: a code has 3, 5 or 7 digits and a name: 208");
  EXPECT_EQ(parse("code,name\n\n208\n"), "f.csv:3: expected code,name");
  EXPECT_EQ(parse(""), "");
}

TEST(Paths, AreReadLevelByLevel) {
  const auto path = read_path("卫生健康支出(类)医疗保障管理事务(款)行政运行(项)", sample());
  EXPECT_EQ(path.code, "2101501");
  EXPECT_TRUE(path.exact);
  EXPECT_EQ(path.names, (std::vector<std::string>{"卫生健康支出", "医疗保障管理事务", "行政运行"}));
}

TEST(Paths, NearlyRightNamesAreTakenForTheOnlyOneMeant) {
  const auto missing_word = read_path("卫生健康支出(类)医疗保障事务(款)行政运行(项)", sample());
  EXPECT_EQ(missing_word.code, "2101501");
  EXPECT_FALSE(missing_word.exact);
  const auto unknown = read_path("卫生健康支出(类)林业保护(款)行政运行(项)", sample());
  EXPECT_EQ(unknown.code, "210");
  EXPECT_EQ(unknown.official.size(), 1u);
  EXPECT_EQ(unknown.names.size(), 3u);
}

TEST(Names, TheNearestMustBeTheOnlyOne) {
  const std::vector<std::string> names = {"行政单位医疗", "事业单位医疗", "公务员医疗补助"};
  EXPECT_EQ(nearest_name("行政单位医疗", names), 0u);
  EXPECT_EQ(nearest_name("公务员医疗", names), 2u);
  EXPECT_EQ(nearest_name("单位医疗", names), std::nullopt);  // of two alike
  EXPECT_EQ(nearest_name("住房公积金", names), std::nullopt);
  EXPECT_EQ(nearest_name("", names), std::nullopt);
}

TEST(Names, ListsAreSplitOutsideBrackets) {
  const std::string text = "办公费、维修(护)费,差旅费(含市内、市外)、会议费";
  std::vector<std::string> names;
  for (const auto& part : split_names(text)) names.push_back(text.substr(part.begin, part.end - part.begin));
  EXPECT_EQ(names, (std::vector<std::string>{"办公费", "维修(护)费", "差旅费(含市内、市外)", "会议费"}));
}

TEST(Names, TheEndOfAListMayBeJoined) {
  const auto count = [](const std::string& text) { return split_names(text).size(); };
  EXPECT_EQ(count("综合科、基金科和稽核科"), 3u);
  EXPECT_EQ(count("办公室及医保科"), 2u);
  EXPECT_EQ(count("办公费、会议费以及培训费"), 3u);
  EXPECT_EQ(count("人事部和财务部"), 2u);
  EXPECT_EQ(count("办公室、规划和财务科"), 2u);
  EXPECT_EQ(count("基本工资、对个人和家庭的补助"), 2u);
  EXPECT_EQ(count("会议费、商品和服务支出"), 2u);
  EXPECT_EQ(count("和、及"), 2u);
}

TEST(Names, LabelsLoseTheirNumbering) {
  EXPECT_EQ(bare_label("一、财政拨款收入"), "财政拨款收入");
  EXPECT_EQ(bare_label("其中:1.一般公共预算"), "一般公共预算");
  EXPECT_EQ(bare_label("(二)其他收入"), "其他收入");
  EXPECT_EQ(bare_label("三公经费"), "三公经费");
}

TEST(Names, UnitsKeepTheirPower) {
  EXPECT_EQ(unit_of("万元").power, 4);
  EXPECT_EQ(unit_of("万元").unit, "元");
  EXPECT_EQ(unit_of("元").power, 0);
  EXPECT_EQ(unit_of("台（套）").unit, "台(套)");
}

}  // namespace
}  // namespace mingzhang::profile
