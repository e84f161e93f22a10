#include "publish/performance_twins.h"

#include <nlohmann/json.hpp>

namespace mingzhang::publish {
namespace {

using cube::Indicator;
using cube::MoneyRow;
using cube::PerformanceTable;
using Json = nlohmann::ordered_json;
using Words = std::vector<std::pair<std::string, std::string>>;  ///< field, words

std::string scope_id(const PerformanceTable& table) {
  return table.scope == PerformanceTable::Scope::project ? "project" : "whole";
}

std::string stage_id(const PerformanceTable& table) {
  return table.stage == PerformanceTable::Stage::target ? "target" : "self-evaluation";
}

Words words_of(const PerformanceTable& table) {
  return {{"form", table.form},
          {"scope", scope_id(table)},
          {"stage", stage_id(table)},
          {"year", table.year.text},
          {"subject", table.subject.text},
          {"department", table.department.text},
          {"unit", table.unit.text},
          {"person", table.person.text},
          {"trait", table.trait.text},
          {"category", table.category.text},
          {"term", table.term.text},
          {"money-unit", table.money_unit},
          {"long-goal", table.long_goal.text},
          {"goal", table.goal.text},
          {"result", table.result.text},
          {"total-weight", table.total_weight.text},
          {"total-score", table.total_score.text}};
}

Words words_of(const MoneyRow& row) {
  return {{"member", row.member},        {"part", row.part},        {"label", row.label.text},
          {"content", row.content.text}, {"done", row.done.text},   {"initial", row.initial.text},
          {"budget", row.budget.text},   {"spent", row.spent.text}, {"weight", row.weight.text},
          {"rate", row.rate.text},       {"score", row.score.text}};
}

Words words_of(const Indicator& row) {
  return {{"level1", row.level1},      {"level2", row.level2},          {"name", row.name.text},
          {"target", row.target.text}, {"basis", row.basis.text},       {"last", row.last.text},
          {"actual", row.actual.text}, {"weight", row.weight.text},     {"score", row.score.text},
          {"method", row.method.text}, {"evidence", row.evidence.text}, {"reason", row.reason.text}};
}

Json json_of(const Words& words) {
  Json out = Json::object();
  for (const auto& [field, text] : words)
    if (!text.empty()) out[field] = text;
  return out;
}

const std::vector<std::pair<std::string, std::string>>& titles() {
  static const std::vector<std::pair<std::string, std::string>> all = {{"table", "表号"},
                                                                       {"scope", "范围"},
                                                                       {"stage", "阶段"},
                                                                       {"subject", "项目或单位"},
                                                                       {"member", "资金行"},
                                                                       {"part", "其中"},
                                                                       {"label", "名称"},
                                                                       {"content", "主要内容"},
                                                                       {"done", "完成情况"},
                                                                       {"initial", "年初预算数"},
                                                                       {"budget", "全年预算数"},
                                                                       {"spent", "全年执行数"},
                                                                       {"weight", "分值"},
                                                                       {"rate", "执行率"},
                                                                       {"score", "得分"},
                                                                       {"level1", "一级指标"},
                                                                       {"level2", "二级指标"},
                                                                       {"name", "三级指标"},
                                                                       {"target", "指标值"},
                                                                       {"basis", "指标值设定依据"},
                                                                       {"last", "上年完成值"},
                                                                       {"actual", "实际完成值"},
                                                                       {"method", "赋分规则"},
                                                                       {"evidence", "佐证资料"},
                                                                       {"reason", "偏差原因分析及改进措施"}};
  return all;
}

std::string title_of(const std::string& field) {
  for (const auto& [name, title] : titles())
    if (name == field) return title;
  return field;
}

void add_row(TidyTable& tidy, std::size_t number, const PerformanceTable& table, const Words& words) {
  std::vector<std::string> row = {std::to_string(number), scope_id(table), stage_id(table), table.subject.text};
  for (const auto& [field, text] : words) row.push_back(text);
  tidy.rows.push_back(std::move(row));
}

TidyTable empty_table(const std::string& name, const std::string& title, const Words& fields) {
  TidyTable tidy{name, title, {}, {}};
  for (const auto* field : {"table", "scope", "stage", "subject"}) tidy.columns.emplace_back(field, title_of(field));
  for (const auto& [field, text] : fields) tidy.columns.emplace_back(field, title_of(field));
  return tidy;
}

}  // namespace

std::vector<TidyTable> performance_tables(const Composed& composed) {
  if (composed.performance.empty()) return {};
  TidyTable money = empty_table("performance-money", "绩效表的资金", words_of(MoneyRow{}));
  TidyTable indicators = empty_table("performance-indicators", "绩效指标", words_of(Indicator{}));
  std::size_t number = 0;
  for (const auto& drawn : composed.performance) {
    ++number;
    for (const auto& row : drawn.table.money) add_row(money, number, drawn.table, words_of(row));
    for (const auto& row : drawn.table.indicators) add_row(indicators, number, drawn.table, words_of(row));
  }
  return {std::move(money), std::move(indicators)};
}

Json performance_json(const Composed& composed) {
  Json out = Json::array();
  for (const auto& drawn : composed.performance) {
    Json table = json_of(words_of(drawn.table));
    table["money"] = Json::array();
    for (const auto& row : drawn.table.money) table["money"].push_back(json_of(words_of(row)));
    table["indicators"] = Json::array();
    for (const auto& row : drawn.table.indicators) table["indicators"].push_back(json_of(words_of(row)));
    out.push_back(std::move(table));
  }
  return out;
}

}  // namespace mingzhang::publish
