// Performance tables that are true grids: cells stand in their columns, merged ones once.
#include <gtest/gtest.h>

#include "support/grid.h"
#include "support/performance.h"

namespace mingzhang::profile {
namespace {

using support::GridDocument;
using support::only_table;
using support::told;
using Rows = std::vector<std::string>;

const Rows head = {"项目名称{2}||采集数据{7}||||||",
                   "项目资金（万元）{2x3}|||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
                   "||年度资金总额|8.00|8.00|6.00|10|75.00%|7.50",
                   "||其中：当年财政拨款|8.00|8.00|6.00|—|—|—",
                   "||其他资金|0.00|0.00|0.00|—|—|—",
                   "年度总体目标{1x2}|预期目标{4}||||实际完成情况{4}|||",
                   "|采集12类数据。{4}||||采集11类数据。{4}|||"};

cube::PerformanceTable self_evaluation(const Rows& indicators) {
  Rows rows = head;
  rows.insert(rows.end(), indicators.begin(), indicators.end());
  return only_table(GridDocument().words("项目支出绩效自评表").words("（2031年度）").grid(rows).read("xinjiang-final"));
}

const std::string columns =
    "绩效指标{1x9}|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施";

/// 100 is a name here, 满意度 a name of an indicator, and 5 a target: only their columns tell.
TEST(PerfGrid, ColumnsTellWhatCellsLookLike) {
  const auto table = self_evaluation({columns, "|产出指标{1x3}|数量指标{1x2}|采集数据|12|11|20|18.33|未移交",
                                      "|||100|5|5|20|20|", "||质量指标|满意度|成效明显|成效明显|10|10|",
                                      "|效益指标|社会效益指标|知晓率|≥90%|95%|40|40|", "总分{6}||||||100|95.83|"});
  EXPECT_EQ(told(table),
            (Rows{"产出指标/数量指标: 采集数据; 12; 11; 20; 18.33; 未移交", "产出指标/数量指标: 100; 5; 5; 20; 20; ",
                  "产出指标/质量指标: 满意度; 成效明显; 成效明显; 10; 10; ",
                  "效益指标/社会效益指标: 知晓率; ≥90%; 95%; 40; 40; "}));
  EXPECT_EQ(table.goal.text, "采集12类数据。");
  EXPECT_EQ(table.result.text, "采集11类数据。");
  EXPECT_EQ(table.total_score.text, "95.83");
  EXPECT_EQ(told(table.money).front(), "年度资金总额 total: 8.00; 8.00; 6.00; 10; 75.00%; 7.50");
}

/// A level that no vocabulary has is one, and a cell that is left out moves none of the others.
TEST(PerfGrid, UnknownLevelsAndBlankCells) {
  const auto table = self_evaluation({columns, "|数据治理指标(50分)|归集指标|采集数据||11|20|18.33|",
                                      "|||汇总数据|3|||20|", "总分{6}||||||100|95.83|"});
  EXPECT_EQ(told(table), (Rows{"数据治理指标(50分)/归集指标: 采集数据; ; 11; 20; 18.33; ",
                               "数据治理指标(50分)/归集指标: 汇总数据; 3; ; ; 20; "}));
}

/// A header that spans two columns: its cells may begin in either.
TEST(PerfGrid, HeadersThatSpanColumns) {
  const auto table = self_evaluation({"绩效指标|一级指标|二级指标|三级指标{2}||年度指标值|实际完成值|分值|得分",
                                      "|产出指标|数量指标|采集数据{2}||12|11|20|18.33", "|||甲类|乙类|2|2|20|20"});
  EXPECT_EQ(told(table),
            (Rows{"产出指标/数量指标: 采集数据; 12; 11; 20; 18.33; ", "产出指标/数量指标: 甲类乙类; 2; 2; 20; 20; "}));
}

/// Forms without points, which divide the money of all years from that of this one.
TEST(PerfGrid, TargetsWithoutWeights) {
  const auto document =
      GridDocument()
          .words("项目支出绩效目标表")
          .words("（2031年度）")
          .grid({"项目名称|采集数据|项目性质|经常性项目|项目类别|特定目标类",
                 "主管部门|云岭市数据局||实施单位|云岭市数据局本级|",
                 "项目资金（元）{1x4}|项目资金总额|900.00|年度资金申请总额|400.00|",
                 "|其中：财政资金|800.00|其中：当年财政拨款|300.00|", "|||上年结转资金|50.00|",
                 "|其他资金|100.00|其他资金|50.00|", "项目绩效目标{1x2}|项目总目标{2}||年度总体目标{3}||",
                 "|采集全部数据。{2}||采集12类数据。{3}||",
                 "绩效指标{1x3}|一级指标|二级指标|三级指标|年度（/项目）指标值{2}|",
                 "|产出指标{1x2}|数量指标|采集数据|≥12.00（类）{2}|", "||质量指标|抽查合格|合格{2}|"})
          .read("xinjiang-budget");
  const auto table = only_table(document);
  EXPECT_EQ(told(table),
            (Rows{"产出指标/数量指标: 采集数据; ≥12.00（类）; ; ; ; ", "产出指标/质量指标: 抽查合格; 合格; ; ; ; "}));
  Rows money;
  for (const auto& row : table.money) money.push_back(row.member + " " + row.budget.text);
  EXPECT_EQ(money, (Rows{"lifetime 900.00", "total 400.00", "lifetime-fiscal 800.00", "current 300.00", "carried 50.00",
                         "lifetime-other 100.00", "other 50.00"}));
  EXPECT_EQ(table.money_unit, "元");
  EXPECT_EQ(table.long_goal.text + "; " + table.goal.text, "采集全部数据。; 采集12类数据。");
  std::vector<std::string> laws;
  for (const auto& list : document.reading.facts.lists) laws.push_back(list.law);
  EXPECT_EQ(laws, (Rows{"项目资金总额 = 资金来源之和", "年度资金申请总额 = 资金来源之和"}));
}

}  // namespace
}  // namespace mingzhang::profile
