#include "performance/taxonomy.h"

#include <algorithm>
#include <array>

#include "performance/toml.h"

namespace mingzhang::performance {
namespace {

cube::ValueType type_named(const std::string& name, const toml::node& node, const std::string& file) {
  constexpr std::array<std::string_view, 7> names = {"empty", "number", "rate", "date", "recurring", "quality", "text"};
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) bad_data(file, node, "no type of values: " + name);
  return static_cast<cube::ValueType>(found - names.begin());
}

}  // namespace

const Taxonomy::Level1* Taxonomy::find(std::string_view level1) const {
  const auto found = std::find_if(levels.begin(), levels.end(), [&](const auto& one) { return one.name == level1; });
  return found == levels.end() ? nullptr : &*found;
}

std::pair<std::size_t, std::size_t> Taxonomy::position(std::string_view level1, std::string_view level2) const {
  const Level1* const first = find(level1);
  if (first == nullptr) return {levels.size(), 0};
  const auto second = std::find(first->level2.begin(), first->level2.end(), level2);
  return {static_cast<std::size_t>(first - levels.data()), static_cast<std::size_t>(second - first->level2.begin())};
}

bool Taxonomy::is_cost(std::string_view level2) const {
  return std::find(cost_levels.begin(), cost_levels.end(), level2) != cost_levels.end();
}

Taxonomy load_taxonomy(std::string_view content, const std::string& file) {
  const auto root = parse_toml(content, file);
  allow_keys(root, {"level1", "cost", "methods", "unit", "goal"}, file);
  Taxonomy taxonomy;
  for (const auto* level : tables_in(root, "level1", file)) {
    allow_keys(*level, {"name", "scope", "level2"}, file);
    const bool whole = level->contains("scope");
    if (whole && string_in(*level, "scope", file) != "whole") bad_data(file, *level, "scope is \"whole\" or not there");
    taxonomy.levels.push_back({string_in(*level, "name", file), whole, strings_in(*level, "level2", file)});
  }
  if (taxonomy.levels.empty()) bad_data(file, root, "no [[level1]]");
  const auto& cost = table_in(root, "cost", file);
  taxonomy.cost_levels = strings_in(cost, "level2", file);
  taxonomy.saved = strings_in(cost, "saved", file);
  const auto& methods = table_in(root, "methods", file);
  for (auto&& [method, node] : methods)
    for (const auto& name : strings_in(methods, method.str(), file))
      taxonomy.methods[std::string(method.str())].push_back(type_named(name, node, file));
  for (const auto* unit : tables_in(root, "unit", file))
    taxonomy.units.push_back({strings_in(*unit, "names", file), strings_in(*unit, "units", file)});
  const auto& goal = table_in(root, "goal", file);
  taxonomy.up = strings_in(goal, "up", file);
  taxonomy.down = strings_in(goal, "down", file);
  return taxonomy;
}

}  // namespace mingzhang::performance
