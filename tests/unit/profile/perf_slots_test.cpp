// Cells of indicators and the columns that they belong to.
#include "profile/perf_slots.h"

#include <gtest/gtest.h>

#include "support/performance.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

const PerformanceWords& words() {
  static const PerformanceWords loaded = PerformanceWords::load(DataFiles());
  return loaded;
}

std::vector<PerfCell> row(const std::string& line) {
  const auto document = support::document_of(support::rows({line}));
  return cells_of(document.lines.front());
}

/// "name=甲 weight=5", what belongs nowhere as "?=..."
std::string assigned(const std::string& header, const std::string& line, cube::PerformanceTable::Stage stage) {
  PerformanceForm form;
  form.stage = stage;
  form.level1 = {"产出指标", "成本指标", "效益指标", "满意度指标"};
  const auto slots = header.empty() ? usual_slots(form) : slots_of_header(row(header), words());
  const auto cells = row(line);
  const auto places = assign_slots(cells, slots, form, words(), "");
  std::string out;
  for (std::size_t index = 0; index < cells.size(); ++index)
    out += (out.empty() ? "" : " ") + (places[index] < 0 ? "?" : slots[static_cast<std::size_t>(places[index])].id) +
           "=" + cells[index].text;
  return out;
}

constexpr auto target = cube::PerformanceTable::Stage::target;
constexpr auto evaluation = cube::PerformanceTable::Stage::self_evaluation;

TEST(PerfSlots, ColumnsOfATargetTable) {
  const std::string header =
      "一级指标|二级指标|三级指标|指标值|指标值设置依据|上年完成值|指标分值权重|指标赋分规则|佐证资料";
  const std::string row = "产出指标|数量指标|采集数据|>=12类|计划标准|11类|20|按照完成比例赋分|工作资料";
  const std::string expected =
      "level1=产出指标 level2=数量指标 name=采集数据 target=>=12类 basis=计划标准 last=11类 weight=20 "
      "method=按照完成比例赋分 evidence=工作资料";
  EXPECT_EQ(assigned(header, row, target), expected);
  EXPECT_EQ(assigned("", row, target), expected);
}

TEST(PerfSlots, CostStandsOnTheLevelBelowWhoseHeadItStands) {
  const std::string header = "一级指标|二级指标|三级指标|指标值";
  EXPECT_EQ(assigned(header, "|成本指标|宣传成本|<=5万元", target), "level2=成本指标 name=宣传成本 target=<=5万元");
  EXPECT_EQ(assigned(header, "成本指标|成本指标|宣传成本|<=5万元", target),
            "level1=成本指标 level2=成本指标 name=宣传成本 target=<=5万元");
  EXPECT_EQ(assigned(header, "成本指标||宣传成本|<=5万元", target), "level1=成本指标 name=宣传成本 target=<=5万元");
}

TEST(PerfSlots, WithoutAValueOfTheYearBefore) {
  EXPECT_EQ(assigned("", "|质量指标|合格率|>=95%|行业标准||10|直接赋分|原始凭证", target),
            "level2=质量指标 name=合格率 target=>=95% basis=行业标准 weight=10 method=直接赋分 evidence=原始凭证");
}

TEST(PerfSlots, ColumnsInAnotherOrder) {
  EXPECT_EQ(
      assigned("一级指标|二级指标|三级指标|预期指标值|指标值设定依据|分值权重|实际完成指标值|得分",
               "产出指标|数量指标|采集数据|=12类|工作计划|15|11类|13.75", evaluation),
      "level1=产出指标 level2=数量指标 name=采集数据 target==12类 basis=工作计划 weight=15 actual=11类 score=13.75");
}

TEST(PerfSlots, WordsThatWereCutGoOnInTheNextCell) {
  EXPECT_EQ(assigned("", "采集|数据|=1个|=1个|10|10.00|原因一|原因二", evaluation),
            "name=采集 name=数据 target==1个 actual==1个 weight=10 score=10.00 reason=原因一 reason=原因二");
}

TEST(PerfSlots, ANameThatIsNearlyALevel) {
  EXPECT_EQ(assigned("", "满意度|>=90%|=95%|10|10", evaluation),
            "name=满意度 target=>=90% actual==95% weight=10 score=10");
  EXPECT_EQ(assigned("", "产出|质量|合格率|>=90%|=95%|10|10", evaluation),
            "level1=产出 level2=质量 name=合格率 target=>=90% actual==95% weight=10 score=10");
}

TEST(PerfSlots, ALabelBeforeTheLevels) {
  EXPECT_EQ(assigned("", "年度绩效指标完成情况|产出指标|数量指标|甲|=1个|=1个|10|10.00", evaluation),
            "block=年度绩效指标完成情况 level1=产出指标 level2=数量指标 name=甲 target==1个 actual==1个 weight=10 "
            "score=10.00");
}

TEST(PerfSlots, NothingIsNothing) {
  EXPECT_EQ(assigned("", "说明", evaluation), "name=说明");
  EXPECT_TRUE(assign_slots({}, {}, {}, words(), "").empty());
}

}  // namespace
}  // namespace mingzhang::profile
