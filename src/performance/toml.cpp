#include "performance/toml.h"

#include <fmt/format.h>

#include <algorithm>

#include "performance/taxonomy.h"

namespace mingzhang::performance {
namespace {

std::string place(const std::string& file, const toml::source_region& source) {
  return fmt::format("{}:{}:{}: ", file, source.begin.line, source.begin.column);
}

const toml::node& node_in(const toml::table& table, std::string_view key, const std::string& file) {
  const auto* node = table.get(key);
  if (node == nullptr) bad_data(file, table, fmt::format("'{}' is missing", key));
  return *node;
}

std::string string_of(const toml::node& node, const std::string& file) {
  const auto text = node.value_exact<std::string>();
  if (!text) bad_data(file, node, "expected a string");
  return *text;
}

}  // namespace

void bad_data(const std::string& file, const toml::node& node, const std::string& what) {
  throw BadData(place(file, node.source()) + what);
}

toml::table parse_toml(std::string_view content, const std::string& file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::parse_error& error) {
    throw BadData(place(file, error.source()) + std::string(error.description()));
  }
}

void allow_keys(const toml::table& table, std::initializer_list<std::string_view> keys, const std::string& file) {
  for (auto&& [key, node] : table)
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
      bad_data(file, node, "unknown key: " + std::string(key.str()));
}

const toml::table& table_in(const toml::table& table, std::string_view key, const std::string& file) {
  const auto& node = node_in(table, key, file);
  if (node.as_table() == nullptr) bad_data(file, node, "expected a table");
  return *node.as_table();
}

std::vector<const toml::table*> tables_in(const toml::table& table, std::string_view key, const std::string& file) {
  std::vector<const toml::table*> tables;
  const auto* node = table.get(key);
  if (node == nullptr) return tables;
  if (node->as_array() == nullptr) bad_data(file, *node, "expected an array of tables");
  for (const auto& one : *node->as_array()) {
    if (one.as_table() == nullptr) bad_data(file, one, "expected a table");
    tables.push_back(one.as_table());
  }
  return tables;
}

std::string string_in(const toml::table& table, std::string_view key, const std::string& file) {
  return string_of(node_in(table, key, file), file);
}

std::vector<std::string> strings_in(const toml::table& table, std::string_view key, const std::string& file) {
  const auto& node = node_in(table, key, file);
  if (node.as_array() == nullptr) bad_data(file, node, "expected an array of strings");
  std::vector<std::string> strings;
  for (const auto& one : *node.as_array()) strings.push_back(string_of(one, file));
  return strings;
}

std::int64_t integer_in(const toml::table& table, std::string_view key, const std::string& file) {
  const auto& node = node_in(table, key, file);
  const auto number = node.value_exact<std::int64_t>();
  if (!number) bad_data(file, node, "expected an integer");
  return *number;
}

}  // namespace mingzhang::performance
