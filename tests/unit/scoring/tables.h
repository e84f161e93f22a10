// Performance tables built by hand, and the packs of the repository.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cube/performance.h"
#include "scoring/judge.h"

namespace mingzhang::scoring {

using Scope = cube::PerformanceTable::Scope;

inline money::Decimal number(std::string_view text) {
  return *money::parse_decimal(text);
}

inline cube::Printed cell(std::string text) {
  cube::Printed printed;
  printed.text = std::move(text);
  return printed;
}

inline cube::Indicator indicator(std::string target, std::string actual, std::string weight, std::string score,
                                 std::string level1 = "产出指标", std::string level2 = "数量指标") {
  cube::Indicator out;
  out.level1 = std::move(level1);
  out.level2 = std::move(level2);
  out.target = cell(std::move(target));
  out.actual = cell(std::move(actual));
  out.weight = cell(std::move(weight));
  out.score = cell(std::move(score));
  return out;
}

inline cube::PerformanceTable table(std::vector<cube::Indicator> indicators = {}, Scope scope = Scope::project) {
  cube::PerformanceTable out;
  out.scope = scope;
  out.year = cell("2030");
  out.indicators = std::move(indicators);
  return out;
}

inline cube::MoneyRow execution(std::string budget, std::string spent, std::string rate, std::string score,
                                std::string weight = "10") {
  cube::MoneyRow row;
  row.member = "total";
  row.budget = cell(std::move(budget));
  row.spent = cell(std::move(spent));
  row.rate = cell(std::move(rate));
  row.score = cell(std::move(score));
  row.weight = cell(std::move(weight));
  return row;
}

inline cube::PerformanceTable executed(std::string budget, std::string spent, std::string rate, std::string score,
                                       Scope scope = Scope::project) {
  cube::PerformanceTable out = table({}, scope);
  out.money.push_back(execution(std::move(budget), std::move(spent), std::move(rate), std::move(score)));
  return out;
}

inline Source source(const std::string& name) {
  std::ifstream file(SOURCE_DIR "/data/scoring/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  return {name, text.str()};
}

inline const Packs& packs() {
  static const Packs loaded =
      load({source("national.toml"), source("caiyu-2020-10.toml"), source("caiyu-2021-101.toml"),
            source("shaanxi.toml"), source("shanghai.toml"), source("xinjiang.toml")});
  return loaded;
}

inline Judgement judged(const std::vector<cube::PerformanceTable>& tables, std::string_view pack = "national") {
  return judge(tables, *packs().find(pack));
}

}  // namespace mingzhang::scoring
