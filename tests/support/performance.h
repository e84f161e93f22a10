// Performance tables that tests make up: rows of a 新疆 project and of a 陕西 whole unit.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/documents.h"

namespace mingzhang::support {

/// "a|b||c" stands for a row of tabs.
inline std::string rows(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) {
    for (const char c : line) out += c == '|' ? '\t' : c;
    out += '\n';
  }
  return out;
}

inline std::string content(const std::string& name) {
  std::ifstream file(std::string(SOURCE_DIR) + "/tests/data/performance/" + name, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  EXPECT_FALSE(out.str().empty()) << name;
  return out.str();
}

/// The head of a project's table up to its indicators.
inline std::vector<std::string> project_head() {
  return {"项目支出绩效自评表",
          "（2031年度）",
          "项目名称||采集数据||||||",
          "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
          "||年度资金总额|8.00|8.00|6.00|10|75.00%|7.50分",
          "年度总体目标|预期目标||||实际完成情况",
          "|采集数据||||已采集数据",
          "|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"};
}

/// What is read of a 新疆 project whose indicators and total are `lines`.
inline ReadDocument project_of(const std::vector<std::string>& lines, const std::string& profile = "xinjiang-final") {
  auto all = project_head();
  all.insert(all.end(), lines.begin(), lines.end());
  return read(rows(all), profile::DataFiles(), profile);
}

inline cube::PerformanceTable only_table(const ReadDocument& document) {
  EXPECT_EQ(document.reading.performance.size(), 1u);
  return document.reading.performance.empty() ? cube::PerformanceTable() : document.reading.performance.front();
}

/// "产出指标/数量指标: 名称; 目标; 实际; 分值; 得分; 原因"
inline std::string told(const cube::Indicator& row) {
  return row.level1 + "/" + row.level2 + ": " + row.name.text + "; " + row.target.text + "; " + row.actual.text + "; " +
         row.weight.text + "; " + row.score.text + "; " + row.reason.text;
}

inline std::vector<std::string> told(const cube::PerformanceTable& table) {
  std::vector<std::string> out;
  for (const auto& row : table.indicators) out.push_back(told(row));
  return out;
}

/// "年度资金总额 total: 年初; 全年; 执行; 分值; 执行率; 得分", "任务1 task/fiscal: ..."
inline std::string told(const cube::MoneyRow& row) {
  return row.label.text + " " + row.member + (row.part.empty() ? "" : "/" + row.part) + ": " + row.initial.text + "; " +
         row.budget.text + "; " + row.spent.text + "; " + row.weight.text + "; " + row.rate.text + "; " +
         row.score.text;
}

inline std::vector<std::string> told(const std::vector<cube::MoneyRow>& money) {
  std::vector<std::string> out;
  for (const auto& row : money) out.push_back(told(row));
  return out;
}

}  // namespace mingzhang::support
