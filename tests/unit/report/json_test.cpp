#include "report/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.h"

namespace mingzhang::report {
namespace {

using nlohmann::json;

class JsonReport : public testing::Test {
 protected:
  JsonReport() : rules(profile::DataFiles()), sample({"本年收入合计 58.35 万元"}) {}

  check::Rules rules;
  Sample sample;
};

TEST_F(JsonReport, HasTheKeysThatArePromised) {
  sample.result.coverage = {5, 3, 1, 0, 1};
  sample.result.reading.facts.unread = {{sample.place(1, "收入"), "outside", 1}};
  auto& finding = sample.add("closed-list", check::Severity::error, sample.place(1, "58.35 万元"));
  finding.expected = finding.words["expected"] = "58.25";
  finding.because = {{"本年收入", {"58.35", "50.76", "7.49"}, "50.76 + 7.49 = 58.25 ≠ 58.35"}};
  const auto report = json::parse(check_json(sample.entry(), rules, Language::chinese));
  EXPECT_EQ(
      report["document"],
      json::parse(R"({"path": "样例.txt", "unit": "云岭县医疗保障局", "year": 2023, "kind": "final", "level": null,
                                               "profile": "xinjiang-final"})"));
  EXPECT_EQ(report["coverage"], json::parse(R"({"numbers": 5, "bound": 3, "placed": 1, "free_text": 0, "unread": 1})"));
  const auto& told = report["findings"][0];
  EXPECT_EQ(told["id"], "closed-list:1");
  EXPECT_EQ(told["rule"], "closed-list");
  EXPECT_EQ(told["severity"], "error");
  EXPECT_EQ(told["stated"], "58.35 万元");
  EXPECT_EQ(told["expected"], "58.25");
  EXPECT_EQ(told["places"], json::parse(R"([{"line": 1, "last_line": 1, "quote": "58.35 万元"}])"));
  EXPECT_EQ(told["because"][0]["figures"].size(), 3u);
  EXPECT_FALSE(told["message"].get<std::string>().empty());
  EXPECT_EQ(report["unread"][0]["line"], 1);
  EXPECT_EQ(report["unread"][0]["why"], "不在格式规定的任何章节或报表之内");
}

TEST_F(JsonReport, SeveralFilesAreAnArrayWithTheUnreadableOnes) {
  const Entry missing{"没有.txt", nullptr, "missing", 0, "没有这个文件。"};
  const auto report = json::parse(array_json(
      {check_json(sample.entry(), rules, Language::chinese), check_json(missing, rules, Language::chinese)}));
  ASSERT_EQ(report.size(), 2u);
  EXPECT_EQ(report[1]["error"]["code"], "missing");
  EXPECT_EQ(report[1]["document"]["path"], "没有.txt");
}

TEST_F(JsonReport, APathThatIsNoTextIsStillJson) {
  const Entry odd{"\xff\xfe.txt", nullptr, "missing", 0, "x"};
  EXPECT_TRUE(json::accept(check_json(odd, rules, Language::chinese)));
}

TEST_F(JsonReport, PagesAndBoxesStandWhereThereAreSome) {
  auto place = sample.place(1, "58.35");
  place.page = 38;
  place.boxes = {{1.5, 2, 3, 4}};
  sample.add("year", check::Severity::note, place);
  const auto told = json::parse(check_json(sample.entry(), rules, Language::english))["findings"][0]["places"][0];
  EXPECT_EQ(told["page"], 38);
  EXPECT_EQ(told["boxes"], json::parse("[[1.5, 2.0, 3.0, 4.0]]"));
}

TEST_F(JsonReport, StatementsTellTheirCellAndState) {
  cube::Statement statement;
  statement.has_figure = true;
  statement.state = cube::State::bound;
  statement.quantity = cube::quantity_of(*text::read_number("58.35万元"), "元", 4);
  statement.cell[cube::Dimension::flow] = cube::Member("income");
  statement.place = sample.place(1, "58.35 万元");
  sample.result.reading.facts.statements = {statement};
  sample.result.reading.facts.lists = {{"本年收入 = 各项之和", 0, {0}, {1}, {}, true, true}};
  sample.result.reading.facts.free_text = {{sample.place(1, "收入"), "", 1}};
  const auto report = json::parse(read_json(sample.entry(), Language::chinese));
  const auto& told = report["statements"][0];
  EXPECT_EQ(told["kind"], "value");
  EXPECT_EQ(told["cell"], json::parse(R"({"flow": "income"})"));
  EXPECT_EQ(told["value"], "58.35");
  EXPECT_EQ(told["unit"], "万元");
  EXPECT_EQ(told["state"], "bound");
  EXPECT_EQ(told["places"][0]["quote"], "58.35 万元");
  EXPECT_EQ(report["statements"][1]["kind"], "list");
  EXPECT_EQ(report["free_text"].size(), 1u);
  EXPECT_TRUE(report["unread"].is_array());
}

}  // namespace
}  // namespace mingzhang::report
