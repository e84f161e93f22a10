#include "report/terminal.h"

#include <gtest/gtest.h>

#include "report/json.h"
#include "sample.h"

namespace mingzhang::report {
namespace {

class TextReport : public testing::Test {
 protected:
  TextReport()
      : rules(profile::DataFiles()), sample({"一、收入", "本年收入合计 58.35 万元", "联系人：13800000000，编号 5"}) {}

  std::string text(TextOptions options = {}) { return check_text(sample.entry(), rules, options); }

  check::Rules rules;
  Sample sample;
};

TEST_F(TextReport, ShowsTheLineTheMarksAndTheCalculation) {
  auto& finding = sample.add("closed-list", check::Severity::error, sample.place(2, "58.35 万元"));
  finding.section = "收入决算情况说明";
  finding.because = {{"本年收入 = 各项来源之和", {"58.35"}, "50.76 + 7.49 = 58.25 ≠ 58.35"}};
  finding.places.push_back(sample.place(1, "收入"));
  const std::string report = text();
  EXPECT_NE(report.find("── 收入决算情况说明 ──"), std::string::npos) << report;
  EXPECT_NE(report.find("     2 │ 本年收入合计 58.35 万元\n       │              ^~~~~~~~~~\n"), std::string::npos)
      << report;
  EXPECT_NE(report.find("依据 本年收入 = 各项来源之和：50.76 + 7.49 = 58.25 ≠ 58.35\n"), std::string::npos) << report;
  EXPECT_NE(report.find("另见 第 1 行  收入\n"), std::string::npos) << report;
  EXPECT_NE(report.find("错误 1，警告 0，提示 0。\n"), std::string::npos) << report;
}

TEST_F(TextReport, FindingsOfOneSectionStayTogether) {
  sample.add("year", check::Severity::error, sample.place(1, "一")).section = "甲";
  sample.add("year", check::Severity::error, sample.place(2, "本")).section = "乙";
  sample.add("year", check::Severity::error, sample.place(3, "联")).section = "甲";
  const std::string report = text();
  EXPECT_EQ(report.find("── 甲 ──"), report.rfind("── 甲 ──"));
  EXPECT_LT(report.find("── 甲 ──"), report.find("── 乙 ──"));
}

TEST_F(TextReport, SaysThatNothingWasFoundOnlyIfEverythingWasRead) {
  sample.result.coverage = {10, 8, 2, 0, 0};
  EXPECT_NE(text().find("未发现问题"), std::string::npos);
  sample.result.coverage = {10, 8, 1, 0, 1};
  sample.result.reading.facts.unread = {{sample.place(3, "5"), "no-clause", 1}};
  const std::string report = text();
  EXPECT_EQ(report.find("未发现问题"), std::string::npos) << report;
  EXPECT_NE(report.find("未读出的数字 1 个，没有检查："), std::string::npos) << report;
  EXPECT_NE(report.find("第 3 行  5（没有能读懂这句话的规定语句）"), std::string::npos) << report;
}

TEST_F(TextReport, TellsWhatTheCheckDidNotFinish) {
  EXPECT_EQ(text().find("诊断"), std::string::npos);
  sample.result.notices.push_back({0, 0, "diagnosis-stopped", ""});
  EXPECT_NE(text().find("注意：不成立的关系太多，诊断未能在步数上限内完成"), std::string::npos) << text();
  const auto json = check_json(sample.entry(), rules, Language::chinese);
  EXPECT_NE(json.find("\"code\": \"diagnosis-stopped\""), std::string::npos) << json;
}

TEST_F(TextReport, ADocumentOfNoKnownFormIsNeverClean) {
  sample.result.reading.recognition.profile.clear();
  const std::string report = text();
  EXPECT_EQ(report.find("未发现问题"), std::string::npos) << report;
  EXPECT_NE(report.find("未能识别这份文件的公开格式"), std::string::npos) << report;
}

TEST_F(TextReport, ColoursOnlyWhereTheyAreWanted) {
  sample.add("year", check::Severity::error, sample.place(2, "58.35"));
  EXPECT_EQ(text().find('\x1b'), std::string::npos);
  EXPECT_NE(text({Language::chinese, true}).find("\x1b[1;31m错误\x1b[0m"), std::string::npos);
  EXPECT_NE(text({Language::english, false}).find("error  "), std::string::npos);
}

TEST_F(TextReport, NumbersOfPersonsAreNotRepeatedAnywhere) {
  auto& personal = sample.add("personal-data", check::Severity::warning, sample.place(3, "13800000000"));
  personal.stated = personal.words["stated"] = "138********";
  sample.add("year", check::Severity::error, sample.place(3, "联系人：13800000000，编号 5"));
  for (const auto& report : {text(), check_json(sample.entry(), rules, Language::chinese)}) {
    EXPECT_EQ(report.find("13800000000"), std::string::npos) << report;
    EXPECT_NE(report.find("138********"), std::string::npos) << report;
  }
}

TEST_F(TextReport, AWrappedFigureIsShownOnBothLines) {
  auto place = sample.place(2, "万元");
  place.last_line = 3;
  place.end = 3;
  sample.add("year", check::Severity::error, place);
  const std::string report = text();
  EXPECT_NE(report.find("     2 │ 本年收入合计 58.35 万元\n"), std::string::npos) << report;
  EXPECT_NE(report.find("     3 │ 联系人"), std::string::npos) << report;
}

}  // namespace
}  // namespace mingzhang::report
