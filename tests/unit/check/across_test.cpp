// Performance tables of two documents of one unit: targets of the year, results of the year before.
#include <gtest/gtest.h>

#include <algorithm>

#include "check/check.h"
#include "support/performance.h"

namespace mingzhang::check {
namespace {

using Rows = std::vector<std::string>;

std::string evaluation(const std::string& rows, const std::string& name = "业务培训项目",
                       const std::string& money = "8.00|8.50|6.80|10|80.00%|8.00") {
  return "十一、预算绩效的情况说明\n" +
         support::rows({"项目支出绩效自评表", "（2031年度）", "项目名称||" + name + "||||||",
                        "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
                        "||年度资金总额|" + money,
                        "|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"}) +
         support::rows({rows});
}

std::string targets(const std::string& rows, const std::string& year = "2031") {
  return "(四)预算绩效情况\n" +
         support::rows(
             {"项目支出绩效目标表", "（" + year + "年）", "预算单位||云岭市数据局||||||",
              "项目名称||业务培训项目|||项目负责人|||",
              "项目资金（万元）||年度预算总额|8.00|其中：财政拨款|8.00|其他资金|0.00|",
              "一级指标|二级指标|三级指标|指标值|指标值设置依据|上年完成值|指标分值权重|指标赋分规则|佐证资料"}) +
         support::rows({rows});
}

const std::string trainings = "|产出指标|数量指标|培训期数|≥8期|9期|50|50|", aimed = "产出指标|数量指标|培训期数|";
const std::string ends = "|产出指标|时效指标|完成时间|2031年11月30日前|2031年11月|40|40|";
const std::string ends_aimed = "\n产出指标|时效指标|完成时间|2031年11月30日前|计划标准|-|40|直接赋分|工作资料";

/// "≥8期 -> ≥9期": what the first document says otherwise than the second.
Rows told(const std::string& text, const std::string& form, const std::string& other, const std::string& other_form) {
  const profile::DataFiles data;
  auto read = support::read(text, data, form);
  const auto there = support::read(other, data, other_form);
  Rows out;
  for (const auto& finding : check(std::move(read.reading), {{"other.txt", &there.reading}}).findings)
    if (finding.rule.starts_with("cross-")) {
      EXPECT_EQ(finding.severity, Severity::warning);
      EXPECT_EQ(finding.places.back().document, "other.txt");
      out.push_back(finding.stated + " -> " + finding.expected);
    }
  return out;
}

Rows evaluated(const std::string& text, const std::string& other) {
  return told(text, "xinjiang-final", other, "xinjiang-budget");
}

TEST(IndicatorsAcross, TargetsOfTheYearStandInItsSelfEvaluation) {
  const auto with = [](const std::string& rest) { return targets(aimed + rest + ends_aimed); };
  const std::string text = evaluation(trainings + "\n" + ends);
  const std::string end = "|计划标准|7期|50|按照完成比例赋分|工作资料";
  EXPECT_EQ(evaluated(text, with("≥8期" + end)), Rows{});
  EXPECT_EQ(evaluated(text, with("8期" + end)), Rows{}) << "an operator that is not printed says nothing";
  EXPECT_EQ(evaluated(text, with("≥10期" + end)), (Rows{"≥8期 -> ≥10期"}));
  EXPECT_EQ(evaluated(text, with("≤8期" + end)), (Rows{"≥8期 -> ≤8期"}));
  EXPECT_EQ(evaluated(text, targets(aimed + "≥8期" + end +
                                    "\n产出指标|时效指标|完成时间|2031年10月31日前|计划标准|-|40|直接赋分|工作资料")),
            (Rows{"2031年11月30日前 -> 2031年10月31日前"}));
}

TEST(IndicatorsAcross, WeightsAreComparedWhereTheyAreOfOneScale) {
  const std::string text =
      evaluation(trainings + "\n" + ends + "\n|效益指标|社会效益指标|能力|有效提升|有效提升|10|10|");
  const auto with = [](const std::string& first, const std::string& second) {
    return targets(aimed + "≥8期|计划标准|7期|" + first + "|按照完成比例赋分|工作资料" +
                   "\n产出指标|时效指标|完成时间|2031年11月30日前|计划标准|-|" + second + "|直接赋分|工作资料" +
                   "\n效益指标|社会效益指标|能力|有效提升|计划标准|-|10|按评判等级赋分|工作资料");
  };
  EXPECT_EQ(evaluated(text, with("50", "40")), Rows{});
  EXPECT_EQ(evaluated(text, with("45", "40")), (Rows{"50 -> 45"}));
  EXPECT_EQ(evaluated(text, with("45", "45")), Rows{}) << "another scale";
}

TEST(IndicatorsAcross, TheBudgetOfTheTargetsIsWhatTheYearBeganWith) {
  const std::string same = targets(aimed + "≥8期|计划标准|7期|50|按照完成比例赋分|工作资料");
  EXPECT_EQ(evaluated(evaluation(trainings), same), Rows{}) << "the budget was adjusted to 8.50";
  EXPECT_EQ(evaluated(evaluation(trainings, "业务培训项目", "9.00|8.50|6.80|10|80.00%|8.00"), same),
            (Rows{"9.00 -> 8.00"}));
  EXPECT_EQ(told(same, "xinjiang-budget", evaluation(trainings), "xinjiang-final"), Rows{});
}

TEST(IndicatorsAcross, ResultsAreLastValuesOfTheNextYear) {
  const auto next = [](const std::string& last) {
    return targets(aimed + "≥12期|计划标准|" + last + "|50|按照完成比例赋分|工作资料", "2032");
  };
  const std::string text = evaluation(trainings);
  EXPECT_EQ(told(next("9期"), "xinjiang-budget", text, "xinjiang-final"), Rows{});
  EXPECT_EQ(told(next("-"), "xinjiang-budget", text, "xinjiang-final"), Rows{});
  EXPECT_EQ(told(next("8期"), "xinjiang-budget", text, "xinjiang-final"), (Rows{"8期 -> 9期"}));
  EXPECT_EQ(evaluated(text, next("8期")), (Rows{"9期 -> 8期"}));
}

TEST(IndicatorsAcross, OtherNamesAreOtherThings) {
  const std::string other = targets(aimed + "≥10期|计划标准|7期|50|按照完成比例赋分|工作资料");
  EXPECT_EQ(evaluated(evaluation(trainings, "设备购置项目"), other), Rows{});
  EXPECT_EQ(evaluated(evaluation("|产出指标|数量指标|培训场次|≥8期|9期|50|50|"), other), Rows{});
  const std::string twice =
      evaluation(trainings) + evaluation(trainings).substr(std::string("十一、预算绩效的情况说明\n").size());
  EXPECT_EQ(evaluated(twice, other), Rows{}) << "two tables of one name may be two projects";
}

}  // namespace
}  // namespace mingzhang::check
