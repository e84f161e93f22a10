// Results that the document states twice: beside the money, a count, the words of the result, in another table.
#include <gtest/gtest.h>

#include "check/check.h"
#include "support/performance.h"

namespace mingzhang::check {
namespace {

using Rows = std::vector<std::string>;

std::string table(const std::string& title, const std::string& name, const Rows& indicators,
                  const std::string& result = "已完成。") {
  Rows all = {title,
              "（2031年度）",
              "项目名称||" + name + "||||||",
              "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
              "||年度资金总额|8.00|8.00|6.00|10|75.00%|7.50",
              "年度总体目标|预期目标||||实际完成情况",
              "|按计划完成。||||" + result,
              "|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"};
  all.insert(all.end(), indicators.begin(), indicators.end());
  return support::rows(all);
}

std::string project(const Rows& indicators, const std::string& result = "已完成。") {
  return table("项目支出绩效自评表", "业务培训项目", indicators, result);
}

/// "unit-cost 5万元 -> 6"
Rows told(const std::string& tables) {
  const profile::DataFiles data;
  auto read = support::read("十一、预算绩效的情况说明\n" + tables, data, "xinjiang-final");
  Rows out;
  for (const auto& finding : check(std::move(read.reading)).findings)
    for (const auto* rule : {"execution-rate", "unit-cost", "prose-share", "result-figure", "same-indicator"})
      if (finding.rule == rule) out.push_back(finding.rule + " " + finding.stated + " -> " + finding.expected);
  return out;
}

TEST(Echoes, TheRateOfExecutionIsThatOfTheMoney) {
  const auto with = [](const std::string& rate) {
    return told(project({"|产出指标|时效指标|预算执行率|≥70%|" + rate + "|10|10|"}));
  };
  EXPECT_EQ(with("75%"), Rows{});
  EXPECT_EQ(with("75.00%"), Rows{});
  EXPECT_EQ(with("74.98%"), (Rows{"execution-rate 74.98% -> 75.00"}));
}

TEST(Echoes, TheCostOfTheWholeProjectIsWhatWasSpent) {
  const auto with = [](const std::string& name, const std::string& cost) {
    return told(project({"|产出指标|成本指标|" + name + "|≤8万元|" + cost + "|10|10|"}));
  };
  EXPECT_EQ(with("项目总成本", "6万元"), Rows{});
  EXPECT_EQ(with("项目总成本", "5.9万元"), (Rows{"unit-cost 5.9万元 -> 6.0"}));
  EXPECT_EQ(with("业务培训项目支出", "5.99万元"), (Rows{"unit-cost 5.99万元 -> 6.00"}));
  EXPECT_EQ(with("教材成本", "2万元"), Rows{}) << "a part of it";
}

TEST(Echoes, ACostPerHeadThatNearlyMakesTheMoney) {
  const auto with = [](const std::string& cost) {
    return told(project({"|产出指标|数量指标|培训人数|≥100人|120人|10|10|",
                         "|产出指标|成本指标|人均培训费|≤550元/人|" + cost + "|10|10|"}));
  };
  EXPECT_EQ(with("500.00元/人"), Rows{});
  EXPECT_EQ(with("500.60元/人"), (Rows{"unit-cost 500.60元/人 -> 500.00"}));
  EXPECT_EQ(with("420.00元/人"), Rows{}) << "what one of many costs may be only a part";
}

TEST(Echoes, CompletionIsDoneByAimed) {
  const auto with = [](const std::string& rate) {
    return told(project({"|产出指标|数量指标|体检人数|≥200人|190人|10|9.5|场地所限。",
                         "|产出指标|质量指标|体检完成率|≥90%|" + rate + "|10|10|"}));
  };
  EXPECT_EQ(with("95.00%"), Rows{});
  EXPECT_EQ(with("95.02%"), (Rows{"prose-share 95.02% -> 95.00"}));
}

TEST(Echoes, WordsOfTheResultNameTheIndicator) {
  const Rows rows = {"|产出指标|数量指标|培训期数|≥8期|9期|10|10|", "|产出指标|质量指标|培训合格率|≥95%|99.46%|10|10|",
                     "|产出指标|时效指标|培训完成时间|2031年12月20日前|2031年12月8日|10|10|"};
  const auto with = [&](const std::string& result) { return told(project(rows, result)); };
  EXPECT_EQ(with("举办9期培训，培训合格率99.46%，12月8日完成培训。"), Rows{});
  EXPECT_EQ(with("培训10期。"), (Rows{"result-figure 10期 -> 9期"}));
  EXPECT_EQ(with("培训合格率达到99.64%。"), (Rows{"result-figure 99.64% -> 99.46%"}));
  EXPECT_EQ(with("12月8日前完成培训（第一批6月30日前）。"), Rows{}) << "its parts";
  EXPECT_EQ(with("12月9日完成培训。"), (Rows{"result-figure 12月9日 -> 2031年12月8日"}));
  EXPECT_EQ(with("其中下乡培训2期。"), Rows{}) << "a part of them";
  EXPECT_EQ(with("合格率99.64%，12月9日发文。"), Rows{}) << "named after something else";
}

TEST(Echoes, TheWholeUnitHasTheResultOfItsProject) {
  const auto with = [](const std::string& result, const std::string& aim = "≥95%", const std::string& more = "") {
    return told(table("部门整体支出绩效自评表", "云岭市数据局",
                      {"|履职效能|质量指标|来访事项办结率|≥95%|" + result + "|90|90|"}) +
                project({"|产出指标|质量指标|来访事项办结率|" + aim + "|98.17%|10|10|"}) + more);
  };
  EXPECT_EQ(with("98.17%"), Rows{});
  EXPECT_EQ(with("98.71%"), (Rows{"same-indicator 98.71% -> 98.17%"}));
  EXPECT_EQ(with("98.71%", "≥95%",
                 table("项目支出绩效自评表", "另一项目", {"|产出指标|质量指标|来访事项办结率|≥95%|99.2%|10|10|"})),
            Rows{})
      << "two projects make the result of the whole";
}

}  // namespace
}  // namespace mingzhang::check
