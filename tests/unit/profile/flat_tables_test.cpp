// Tables whose shape the text has lost, of an invented unit: a blank line after every line that wraps, cells without
// columns, words and numbers cut anywhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/documents.h"

namespace mingzhang::profile {
namespace {

const std::string head = "第一部分 2025 年部门概况\n\n第二部分 2025 年部门预算公开表\n\n";

std::string table3(const std::string& rows) {
  return head +
         "表 3\n\n部门支出总体情况表\n\n编制部门：云岭县医疗保障局 单位：万元\n\n科目 支出预算\n\n功能分类科目编码\n" +
         "功能分类科目名称 合计 基本支出 项目支出\n\n类 款 项\n\n※ ※ ※ ※ 1 2 3\n\n" + rows;
}

class FlatTables : public testing::Test {
 protected:
  void read(const std::string& text) {
    document = support::read(text, DataFiles(), "xinjiang-budget");
    cells.clear();
    for (const auto& statement : document.reading.facts.statements)
      if (statement.kind == cube::Kind::value && !statement.place.table.empty())
        cells[statement.place.row + "|" + statement.place.column] = statement.quantity.spell();
  }

  std::string at(const std::string& row, const std::string& column) const {
    const auto found = cells.find(row + "|" + column);
    return found == cells.end() ? "-" : found->second;
  }

  std::vector<std::string> unread() const {
    std::vector<std::string> out;
    for (const auto& mention : document.reading.facts.unread) out.push_back(mention.place.quote + " " + mention.why);
    return out;
  }

  support::ReadDocument document;
  std::map<std::string, std::string> cells;
};

TEST_F(FlatTables, EmptyCellsAreFoundByTheSums) {
  read(table3(
      "总计 30.00 18.00 12.00\n\n210 卫生健康支出 30.00 18.00 12.00\n\n210 15 医疗保障管理事务 30.00 18.00 12.00\n\n"
      "210 15 01 行政运行 18.00 18.00\n\n210 15 99 其他医疗保障管理事务支出 12.00 12.00\n"));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "18.00");
  EXPECT_EQ(at("2101501", "支出预算/项目支出"), "-");
  EXPECT_EQ(at("2101599", "支出预算/项目支出"), "12.00");
  EXPECT_EQ(unread(), std::vector<std::string>{});
}

TEST_F(FlatTables, ACodeThatNobodyHasIsTheOneOfItsName) {
  const std::string above =
                        "总计 30.00 18.00 12.00\n\n210 卫生健康支出 30.00 18.00 12.00\n\n210 15 医疗保障管理事务 30.00 "
                        "18.00 12.00\n\n",
                    below = "210 15 99 其他医疗保障管理事务支出 12.00 12.00\n";
  read(table3(above + "210 75 01 行政运行 18.00 18.00\n\n" + below));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "18.00");
  EXPECT_EQ(unread(), std::vector<std::string>{});
  read(table3(above + "210 75 01 公用业务 18.00 18.00\n\n" + below));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "-") << "a name that the code beside it does not have";
}

TEST_F(FlatTables, NumbersAndNamesWrap) {
  read(
      table3("总计 1,230.00 18.00 1,212.00\n\n210 15 01\n行政\n\n运行\n18.00 18.\n\n00\n\n210 15 "
             "99\n其他医疗保障管\n\n理事务支出\n"
             "1,212\n\n.00 1,212.\n\n00\n"));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "18.00");
  EXPECT_EQ(at("2101599", "支出预算/合计"), "1,212.00");
  EXPECT_EQ(at("2101599", "支出预算/项目支出"), "1,212.00");
}

TEST_F(FlatTables, AHeaderIsRepeatedOnTheNextPageAndAPageHasANumber) {
  read(
      table3("总计 30.00 18.00 12.00\n\n210 15 01 行政运行 18.00 18.00\n\n- 4 -\n 编制部门：云岭县医疗保障局 "
             "单位：万元\n\n科目 "
             "支出预算\n\n功能分类科目编码\n功能分类科目名称 合计 基本支出 项目支出\n\n类 款 项\n\n※ ※ ※ ※ 1 2 3\n\n"
             "210 15 99 其他医疗保障管理事务支出 12.00 12.00\n"));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "18.00");
  EXPECT_EQ(at("2101599", "支出预算/项目支出"), "12.00");
  EXPECT_EQ(unread(), std::vector<std::string>{});
}

TEST_F(FlatTables, TheDecimalsOfANumberAtThePageEndAreNoPageNumber) {
  read(
      table3("总计 30.00 18.00 12.00\n\n210 15 01 行政运行 18.00 18.0\n\n0\n 210 15 99 其他医疗保障管理事务支出 12.00 "
             "12.00\n"));
  EXPECT_EQ(at("2101501", "支出预算/基本支出"), "18.00");
}

TEST_F(FlatTables, AWrongNumberIsReadWhereItStands) {
  read(table3(
      "总计 30.00 18.00 12.00\n\n210 15 01 行政运行 18.00 18.00\n\n210 15 99 其他医疗保障管理事务支出 12.00 21.00\n"));
  EXPECT_EQ(at("2101599", "支出预算/合计"), "12.00");
  EXPECT_EQ(at("2101599", "支出预算/项目支出"), "21.00");
}

TEST_F(FlatTables, TwoHalvesOfATableAreOneLine) {
  read(head +
       "表 4\n\n财政拨款收支预算总体情况表\n\n编制部门：云岭县医疗保障局 单位：万元\n\n财政拨款收入 财政拨款支出\n\n" +
       "项目 合计 功能分类 合计\n一般公共预\n\n算\n\n政府性基金\n\n预算\n\n国有资本经\n\n营预算\n\n" +
       "一、财政拨款（补助） 30.00 201 一般公共服务支出\n\n一般公共预算 30.00 202 外交支出\n\n政府性基金预算 203 "
       "国防支出\n\n" +
       "国有资本经营预 204 公共安全支出\n\n210 卫生健康支出 30.00 30.00\n\n收入总计 30.00 支 出 总 计 30.00 30.00\n");
  EXPECT_EQ(at("一、财政拨款（补助）", "财政拨款收入/合计"), "30.00");
  EXPECT_EQ(at("收入总计", "财政拨款收入/合计"), "30.00");
  const auto spent = std::count_if(cells.begin(), cells.end(), [](const auto& cell) {
    return cell.first.starts_with("支出总计|") && cell.second == "30.00";
  });
  EXPECT_EQ(spent, 2);
}

TEST_F(FlatTables, ColumnsThatNothingTellsStayOpenAndTheirRowsGrouped) {
  read(head +
       "表 7\n\n一般公共预算项目支出情况表\n\n编制部门：云岭县医疗保障局 单位：万元\n\n科目编码\n\n功能分类科目名称 "
       "项目名称\n\n" +
       "※ ※ ※ ※ ※ 1 2 3 4 5 6 7 8 9 10 11\n\n总计 15.00 5.00 10.00\n\n210 卫生健康支出 15.00 5.00 10.00\n\n" +
       "210 15 医疗保障管理事务 15.00 5.00 10.00\n\n210 15 06 医疗保障经办事务 2025 年参保扩面项目 5.00 5.00\n\n" +
       "210 15 99 其他医疗保障管理事务支出 系统维护项目 10.00 10.00\n");
  const cube::Statement* one = nullptr;
  for (const auto& statement : document.reading.facts.statements)
    if (!statement.open.empty() && statement.place.row.str().ends_with("系统维护项目")) one = &statement;
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->quantity.spell(), "10.00");
  EXPECT_GT(one->open.size(), 2u);
  EXPECT_EQ(at("2101506 2025年参保扩面项目", "项目支出合计"), "5.00");
}

TEST_F(FlatTables, HostileTablesAreReadInTime) {
  std::string rows = "总计 5.00 3.00 2.00\n\n";
  for (int i = 0; i < 20'000; ++i)
    rows += "210 15 01 行政运行 " + std::to_string(i) + ".11 " + std::to_string(i * 7 % 99) + ".3\n\n1\n";
  read(table3(rows));
  EXPECT_FALSE(unread().empty());
}

}  // namespace
}  // namespace mingzhang::profile
