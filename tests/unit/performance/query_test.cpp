#include "books/registers.h"
#include "kept.h"
#include "performance/compute.h"

namespace mingzhang::performance {
namespace {

std::string refused(const std::string& formula) {
  try {
    parse_query(formula);
  } catch (const BadQuery& error) {
    return error.code();
  }
  return "";
}

TEST(Query, ReadsItsForms) {
  const auto share = parse_query("占比 计数 检查；整改=是，检查方式≠书面 ／ 计数 检查；发现问题=是");
  EXPECT_EQ(share.form, Query::Form::share);
  ASSERT_EQ(share.parts.size(), 2u);
  EXPECT_EQ(share.parts[0].conditions[1].sign, Condition::Sign::unequal);
  EXPECT_EQ(share.parts[1].conditions[0].column, "发现问题");
  const auto distinct = parse_query("去重 现场检查.机构编码；检查方式=现场、突击；不限期");
  EXPECT_EQ(distinct.parts[0].column, "机构编码");
  EXPECT_EQ(distinct.parts[0].conditions[0].values, (std::vector<std::string>{"现场", "突击"}));
  EXPECT_TRUE(distinct.parts[0].all_time);
  EXPECT_EQ(parse_query("sum 支付.金额; 日期<=2030-06-30").parts[0].conditions[0].sign, Condition::Sign::most);
  EXPECT_EQ(parse_query("取自 补助（本级），其他.参保人数").project, "补助（本级），其他");
  EXPECT_EQ(parse_query("执行率").parts.size(), 4u);
}

TEST(Query, RefusesWhatIsNone) {
  EXPECT_EQ(refused(" "), "empty");
  EXPECT_EQ(refused("SELECT * FROM entry"), "form");
  EXPECT_EQ(refused("计数"), "table");
  EXPECT_EQ(refused("合计 支付"), "column");
  EXPECT_EQ(refused("计数 检查；现场"), "condition");
  EXPECT_EQ(refused("计数 检查；=现场"), "condition");
  EXPECT_EQ(refused("计数 检查；检查日期<空"), "condition");
  EXPECT_EQ(refused("占比 计数 检查"), "form");
  EXPECT_EQ(refused("占比 最晚 检查.日期 / 计数 检查"), "form");
  EXPECT_EQ(refused("取自 项目"), "form");
  EXPECT_EQ(refused(std::string(3000, 'x')), "form");
}

/// A register of inspections: six rows of 2030, one of 2029.
struct Registered : Kept {
  Registered() {
    for (const auto& [name, type, required] : std::vector<std::array<const char*, 3>>{{"检查日期", "日期", "是"},
                                                                                      {"机构", "文字", "是"},
                                                                                      {"方式", "文字", "否"},
                                                                                      {"应付日", "日期", "否"},
                                                                                      {"追回", "金额", "否"}})
      expect(add("register", {{"register", "检查"}, {"field", name}, {"type", type}, {"required", required}}));
    records({{"检查日期", "机构", "方式", "应付日", "追回"},
             {"2030-02-01", "甲", "现场", "2030-02-10", "100.50"},
             {"2030-03-01", "甲", "现场", "2030-02-20", "1,000"},
             {"2030-04-01", "乙", "书面", "", ""},
             {"2030-05-01", "丙", "现场", "2030-05-01", "0.50"},
             {"2030-11-01", "丁", "", "2030-12-01", "3"},
             {"2030/12/2", "丁", "现场", "2030-12-01", ""},
             {"2029-12-31", "戊", "现场", "", "9"}});
  }

  books::Taken records(const std::vector<std::vector<std::string>>& rows) {
    books::Sheet sheet;
    for (const auto& cells : rows) sheet.rows.push_back({static_cast<std::uint32_t>(sheet.rows.size() + 1), cells});
    books::Taken taken;
    books::take_records(desk, *books::find_register(books, "检查"), sheet, taken);
    return taken;
  }

  std::string computed(const std::string& formula, const std::string& target, const std::string& until = "2030-12-31") {
    const std::string name = "指标" + std::to_string(++count_);
    indicator(name, target, "1", {{"formula", formula}});
    for (const auto& one : compute(load_plan(books, 2030), books, tests::vocabulary(), until))
      if (one.indicator == name)
        return one.problem.empty() ? one.result.actual + " | " + one.result.calculation : one.problem;
    return "not computed";
  }

 private:
  int count_ = 0;
};

TEST(Compute, CountsAndAddsUp) {
  Registered kept;
  EXPECT_EQ(kept.computed("计数 检查", "≥5次"), "6次 | 6（6 条记录）");
  EXPECT_EQ(kept.computed("计数 检查；不限期", "≥5次"), "7次 | 7（7 条记录）");
  EXPECT_EQ(kept.computed("计数 检查", "≥5次", "2030-04-01"), "3次 | 3（3 条记录）");
  EXPECT_EQ(kept.computed("计数 检查；方式=现场", "≥5次"), "4次 | 4（4 条记录）");
  EXPECT_EQ(kept.computed("计数 检查；方式≠现场", "≥5次"), "2次 | 2（2 条记录）");
  EXPECT_EQ(kept.computed("计数 检查；方式=空", "≥5次"), "1次 | 1（1 条记录）");
  EXPECT_EQ(kept.computed("去重 检查.机构；方式=现场", "≥3家"), "3家 | 3（4 条记录）");
  EXPECT_EQ(kept.computed("合计 检查.追回", "≥1元"), "1104.00元 | 1104.00（4 条记录）");
  EXPECT_EQ(kept.computed("合计 检查.追回；追回>=1", "≥0.1万元"), "0.11万元 | 1103.50（3 条记录）");
  EXPECT_EQ(kept.computed("最晚 检查.检查日期", "2030年12月底前"), "2030年12月2日 | 2030-12-02（6 条记录）");
}

TEST(Compute, SharesAndRatios) {
  Registered kept;
  // Three of five that have a day to be held to were in time.
  EXPECT_EQ(kept.computed("占比 计数 检查；检查日期<=应付日 / 计数 检查；应付日≠空", "≥95%"),
            "60.00% | 3 / 5 = 60.00%");
  EXPECT_EQ(kept.computed("比值 合计 检查.追回 / 去重 检查.机构", "≤500元/家"),
            "276.00元/家 | 1104.00 / 4 = 276.00元/家");
  EXPECT_EQ(kept.computed("占比 计数 检查；方式=无 / 计数 检查；方式=无", "≥95%"), "zero");
  EXPECT_EQ(kept.computed("执行率 城乡医疗救助", "≥95%"), "71.43% | 450000.00 / 630000.00 = 71.43%");
  EXPECT_EQ(kept.computed("执行率", "≥95%", "2030-06-29"), "0.00% | 0 / 630000.00 = 0.00%");
  EXPECT_EQ(kept.computed("合计 支付.金额；项目名称=城乡医疗救助，功能科目~21013", "≤63万元"),
            "45.00万元 | 450000.00（1 条记录）");
  EXPECT_EQ(kept.computed("计数 支付；资金性质=一般公共预算", "≥1笔"), "1笔 | 1（1 条记录）");
}

TEST(Compute, TakesFromOthers) {
  Registered kept;
  kept.indicator("检查次数", "≥5次", "1", {{"formula", "计数 检查"}});
  EXPECT_EQ(kept.computed("取自 城乡医疗救助.检查次数", "≥5次").substr(0, 4), "6次");
  EXPECT_EQ(kept.computed("取自 城乡医疗救助.没有", "≥5次"), "source");
  EXPECT_EQ(kept.computed("取自 城乡医疗救助.指标1", "≥5次"), "loop");
}

TEST(Compute, TellsWhatCannotBe) {
  Registered kept;
  EXPECT_EQ(kept.computed("计数 没有的台账", "≥5次"), "table");
  EXPECT_EQ(kept.computed("计数 检查；没有的列=1", "≥5次"), "column");
  EXPECT_EQ(kept.computed("计数 检查；检查日期=昨天", "≥5次"), "value");
  EXPECT_EQ(kept.computed("合计 检查.机构", "≥5次"), "type");
  EXPECT_EQ(kept.computed("计数 检查", "≥95%"), "unit");
  EXPECT_EQ(kept.computed("计数 检查", "≥5元"), "unit");
  EXPECT_EQ(kept.computed("合计 检查.追回", "≥5次"), "unit");
}

TEST(Compute, OpensToTheRowsAsTheyWereThen) {
  Registered kept;
  const auto number = kept.indicator("检查次数", "≥5次", "1", {{"formula", "计数 检查；方式=现场"}});
  EXPECT_GT(number, 0);
  kept.actual("检查次数", "4次", {{"date", "2030-12-31"}, {"formula", "计数 检查；方式=现场"}});
  kept.records({{"检查日期", "机构", "方式"}, {"2030-06-06", "己", "现场"}});
  const auto plan = load_plan(kept.books, 2030);
  const auto* indicator = plan.projects[0].find("检查次数");
  const auto rows = behind(plan, *indicator, kept.books, tests::vocabulary(), 2);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].tally.rows, 4);
  EXPECT_EQ(rows[0].tally.entries.size(), 2u);
  EXPECT_EQ(compute(plan, kept.books, tests::vocabulary(), "2030-12-31")[0].result.actual, "5次");
}

TEST(Register, RowsAreHeldToItsColumns) {
  Registered kept;
  const auto wrong = kept.records({{"标题"},
                                   {"机构", "检查日期", "追回", "别的"},
                                   {"甲", "2030-13-01", "", ""},
                                   {"", "2030-01-01", "", ""},
                                   {"甲", "2030-01-01", "1.005", ""},
                                   {"甲", "2030-01-01", "1", "", "多"}});
  std::string codes;
  for (const auto& problem : wrong.problems)
    codes += std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.problem.code + " ";
  EXPECT_EQ(codes, "3:2 bad-date 4:1 missing 5:3 bad-money 6:0 too-many-cells ");
  EXPECT_EQ(wrong.bad_rows, 4u);
  EXPECT_EQ(wrong.ignored, std::vector<std::string>{"别的"});
  EXPECT_EQ(kept.records({{"机构", "方式"}, {"甲", "现场"}}).problems[0].problem.code, "no-register-header");
  EXPECT_EQ(kept.add("register", {{"register", "检查"}, {"field", "机构"}, {"type", "文字"}}), 0);
  EXPECT_EQ(kept.first_problem(), "field described");
}

TEST(Register, AColumnThatIsTakenBackLeavesTheOthersInTheirPlaces) {
  Registered kept;
  const auto extra = kept.add("register", {{"register", "检查"}, {"field", "备用"}, {"type", "文字"}});
  kept.add("register", {{"register", "检查"}, {"field", "结论"}, {"type", "文字"}});
  kept.records({{"检查日期", "机构", "备用", "结论"}, {"2030-07-01", "庚", "x", "好"}});
  kept.desk.reverse(extra, "不用", kept.problems);
  EXPECT_EQ(kept.computed("计数 检查；结论=好", "≥1次"), "1次 | 1（1 条记录）");
  EXPECT_EQ(kept.computed("计数 检查；备用=x", "≥1次"), "column");
}

TEST(Register, RowsThatWereTakenBackDoNotCount) {
  Registered kept;
  const auto taken = kept.records({{"检查日期", "机构"}, {"2030-07-01", "庚"}});
  EXPECT_EQ(kept.computed("计数 检查", "≥1次").substr(0, 4), "7次");
  kept.desk.reverse(taken.first, "重复", kept.problems);
  EXPECT_EQ(kept.computed("计数 检查", "≥1次").substr(0, 4), "6次");
}

}  // namespace
}  // namespace mingzhang::performance
