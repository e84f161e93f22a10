#include "performance/examine.h"

#include "kept.h"
#include "performance/answer.h"

namespace mingzhang::performance {
namespace {

std::vector<Remark> remarks(Kept& kept) {
  const books::BooksSource source(kept.books, tests::slices(), {2030, "outturn", 1});
  const auto plan = load_plan(kept.books, 2030);
  const Answers answers(kept.books, tests::vocabulary(), {2030, "2030-12-31", 0, 0});
  return examine({plan, kept.rules, source, [&](const Query& query) { answers.check(query); }});
}

/// "code(indicator)!" - ! is refused, * an error.
std::string told(Kept& kept) {
  std::string out;
  for (const auto& remark : remarks(kept)) {
    const auto* sign = remark.gravity == Gravity::refused ? "!" : remark.gravity == Gravity::error ? "*" : "";
    out += remark.code + "(" + remark.indicator + ")" + sign + " ";
  }
  return out;
}

Kept& with_goal(Kept& kept, const std::string& goal = "做好救助") {
  kept.add("goal", {{"year", "2030"}, {"project", "城乡医疗救助"}, {"goal", goal}});
  return kept;
}

/// 40 + 20 + 20 + 10, nothing to say.
void add_right_table(Kept& kept) {
  kept.indicator("救助人次", "≥1500人次", "40", {{"last_value", "1400人次"}, {"method", "按照完成比例赋分"}});
  kept.indicator("救助总成本", "≤63万元", "20", {}, "经济成本指标", "成本指标");
  kept.indicator("群众负担", "有效减轻", "20", {{"method", "按评判等级赋分"}}, "社会效益指标", "效益指标");
  kept.indicator("群众满意度", "≥95%", "10", {{"method", "满意度赋分"}}, "满意度指标", "满意度指标");
}

TEST(Examine, SaysNothingOfARightTable) {
  Kept kept;
  add_right_table(with_goal(kept, "救助1500人次，项目资金63万元，满意度不低于95%。"));
  EXPECT_EQ(told(kept), "");
}

TEST(Examine, WeightsSum) {
  Kept kept;
  add_right_table(with_goal(kept));
  kept.indicator("培训", "≥1次", "5");
  EXPECT_EQ(told(kept), "weights-sum()* ");
  kept.indicator("宣传", "≥1场", "50");
  EXPECT_EQ(told(kept), "weights-exceed()! ");
}

TEST(Examine, BlocksFollowAScheme) {
  Kept kept;
  with_goal(kept);
  kept.indicator("救助人次", "≥1500人次", "60");
  kept.indicator("群众满意度", "≥95%", "30", {}, "满意度指标", "满意度指标");
  EXPECT_EQ(told(kept), "scheme() ");
}

/// One row beside the right table; its weight is taken from the others.
std::string of_row(const std::string& name, const std::string& target, std::vector<books::Pair> more = {},
                   const std::string& level2 = "数量指标", const std::string& level1 = "产出指标") {
  Kept kept;
  add_right_table(with_goal(kept));
  kept.indicator("救助人次", "≥1500人次", "35");
  kept.indicator(name, target, "5", std::move(more), level2, level1);
  std::string out;
  for (const auto& remark : remarks(kept))
    if (remark.indicator == name)
      out += remark.code + (remark.gravity == Gravity::refused ? "! " : remark.gravity == Gravity::error ? "* " : " ");
  return out;
}

TEST(Examine, RowsAlone) {
  EXPECT_EQ(of_row("办结时间", "2030年11月底前", {{"method", "按照完成比例赋分"}}, "时效指标"), "method! ");
  EXPECT_EQ(of_row("办结时间", "2030年11月底前", {{"method", "直接赋分"}}, "时效指标"), "");
  EXPECT_EQ(of_row("办结时间", "2029年11月底前", {}, "时效指标"), "date-year ");
  EXPECT_EQ(of_row("救助成本", "≥500元/人次", {}, "经济成本指标", "成本指标"), "cost-direction* ");
  EXPECT_EQ(of_row("成本节约率", "≥5%", {}, "经济成本指标", "成本指标"), "");
  EXPECT_EQ(of_row("参保人数", "≥100万元"), "unit* ");
  EXPECT_EQ(of_row("参保人数", "≥12.5万人"), "");
  EXPECT_EQ(of_row("参保人数", "≥12.5人"), "fraction* ");
  EXPECT_EQ(of_row("参保人数", "稳步提升"), "target-kind* ");
  EXPECT_EQ(of_row("救助及时率", "≥95"), "unit* ");
  EXPECT_EQ(of_row("培训", "2次"), "no-operator ");
  EXPECT_EQ(of_row("培训", "≥2次", {{"last_value", "3次"}}), "below-last ");
  EXPECT_EQ(of_row("培训", "≥2次", {{"last_value", "20次"}}), "below-last implausible-last ");
  EXPECT_EQ(of_row("培训", "≥2次", {{"formula", "计数 没有"}}), "formula-table! ");
  EXPECT_EQ(of_row("培训", "≥2次", {{"formula", "多少"}}), "formula-form! ");
  EXPECT_EQ(of_row("培训", "≥2次", {{"start", "2030-06-01"}, {"due", "2030-05-01"}}), "dates! ");
  EXPECT_EQ(of_row("培训", "≥2次", {}, "履职指标"), "level2! ");
  EXPECT_EQ(of_row("培训", "≥2次", {}, "数量指标", "产出"), "level1! ");
  EXPECT_EQ(of_row("培训", "≥2次", {}, "数量指标", "履职效能"), "level1! ");  // of whole units only
  EXPECT_EQ(of_row("医疗救助人次", "≥1500人次"), "alike ");
}

TEST(Examine, GoalsAgainstIndicatorsAndMoney) {
  Kept kept;
  add_right_table(with_goal(kept, "救助人次达到1600人次，总投入70万元，降低群众满意度。"));
  EXPECT_EQ(told(kept), "goal-figure() goal-amount() goal-direction() ");
}

TEST(Examine, ProjectsAgainstTheList) {
  Kept kept;
  add_right_table(with_goal(kept));
  kept.add("project",
           {{"project", "城乡医疗救助"}, {"project_code", "001"}, {"year", "2030"}, {"allocation", "共 64.00 万元"}});
  kept.add("budget",
           {{"year", "2030"}, {"fund", "general"}, {"function", "2101301"}, {"project", "另一个"}, {"amount", "1"}});
  kept.add("project", {{"project", "没有预算"}, {"year", "2030"}});
  kept.add("goal", {{"year", "2030"}, {"project", "没有预算"}, {"goal", "做好"}});
  EXPECT_EQ(told(kept), "list-amount() no-money() no-targets() ");
}

TEST(Examine, ActualValuesHaveTheirIndicator) {
  Kept kept;
  add_right_table(with_goal(kept));
  kept.actual("没有的指标", "1次");
  EXPECT_EQ(told(kept), "no-indicator()! ");
}

TEST(Examine, FiguresThatDoNotFitAreTold) {
  Kept kept;
  add_right_table(with_goal(kept, "救助99999999999999999999人次"));
  EXPECT_EQ(told(kept), "");
  kept.indicator("救助人次", "≥99999999999999999999人次", "40");
  EXPECT_EQ(told(kept), "too-large()! ");
}

TEST(Examine, TheWholeUnitAndItsProjectsSayTheSame) {
  Kept kept;
  add_right_table(with_goal(kept));
  kept.add("indicator", {{"year", "2030"},
                         {"project", "整体"},
                         {"level1", "产出指标"},
                         {"level2", "数量指标"},
                         {"name", "救助人次"},
                         {"target", "≥1600人次"},
                         {"weight", "90"}});
  const auto all = told(kept);
  EXPECT_NE(all.find("other-target(救助人次)"), std::string::npos) << all;
}

}  // namespace
}  // namespace mingzhang::performance
