// Performance tables as JSON. Figures are strings: no reader of JSON may turn them into floating point.
#include <nlohmann/json.hpp>

#include "work/performance_parts.h"

namespace mingzhang::work {
namespace {

using cube::PerformanceTable;
using cube::Printed;
using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// What a table does not print is left out; the entry behind what it prints stays with it.
void put(Json& json, const char* key, const Printed& cell, bool with_entry = false) {
  if (cell.empty()) return;
  json[key] = cell.text;
  if (!with_entry) return;
  if (!cell.place.row.empty()) json[std::string(key) + "_entry"] = cell.place.row;
  if (!cell.place.quote.empty()) json[std::string(key) + "_because"] = cell.place.quote;
}

Json money_json(const cube::MoneyRow& row) {
  Json json = {{"member", row.member}, {"label", row.label.text}};
  if (!row.part.empty()) json["part"] = row.part;
  put(json, "content", row.content);
  put(json, "initial", row.initial);
  put(json, "budget", row.budget);
  put(json, "spent", row.spent);
  put(json, "weight", row.weight);
  put(json, "rate", row.rate, true);
  put(json, "score", row.score, true);
  return json;
}

Json indicator_json(const cube::Indicator& row) {
  Json json = {{"level1", row.level1}, {"level2", row.level2}};
  put(json, "name", row.name, true);
  put(json, "target", row.target);
  put(json, "basis", row.basis);
  put(json, "last", row.last);
  put(json, "actual", row.actual, true);
  put(json, "weight", row.weight);
  put(json, "score", row.score, true);
  put(json, "method", row.method);
  put(json, "evidence", row.evidence);
  put(json, "reason", row.reason);
  return json;
}

Json table_json(const PerformanceTable& table) {
  Json json = {{"scope", table.scope == PerformanceTable::Scope::whole ? "whole" : "project"},
               {"stage", table.stage == PerformanceTable::Stage::target ? "target" : "self-evaluation"},
               {"year", table.year.text}};
  put(json, "subject", table.subject);
  put(json, "department", table.department);
  put(json, "unit", table.unit);
  put(json, "person", table.person);
  put(json, "trait", table.trait);
  put(json, "term", table.term);
  json["money_unit"] = table.money_unit;
  json["money"] = Json::array();
  for (const auto& row : table.money) json["money"].push_back(money_json(row));
  put(json, "long_goal", table.long_goal);
  put(json, "goal", table.goal);
  put(json, "result", table.result);
  json["indicators"] = Json::array();
  for (const auto& row : table.indicators) json["indicators"].push_back(indicator_json(row));
  put(json, "total_weight", table.total_weight);
  put(json, "total_score", table.total_score);
  return json;
}

}  // namespace

std::string tables_json(const std::vector<PerformanceTable>& tables) {
  auto json = Json::array();
  for (const auto& table : tables) json.push_back(table_json(table));
  return dumped(json);
}

std::string evaluations_json(const std::vector<performance::Evaluation>& evaluations) {
  auto json = Json::array();
  for (const auto& evaluation : evaluations) {
    Json one = table_json(evaluation.table);
    if (!evaluation.grade.empty()) {
      one["grade"] = evaluation.grade;
      one["grade_from"] = evaluation.grade_from->to_string();
    }
    one["todos"] = Json::array();
    for (const auto& todo : evaluation.todos)
      one["todos"].push_back({{"code", todo.code}, {"indicator", todo.indicator}, {"detail", todo.detail}});
    json.push_back(std::move(one));
  }
  return dumped(json);
}

}  // namespace mingzhang::work
