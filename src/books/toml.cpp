#include "books/toml.h"

#include <fmt/format.h>

#include "books/failure.h"

namespace mingzhang::books {

void bad_data(const toml::Value& value, const std::string& what) {
  throw BadData(value.place().text() + what);
}

toml::Value parse_toml(std::string_view content, const std::string& file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::Mistake& mistake) {
    throw BadData(mistake.what());
  }
}

const toml::Value* part_of(const toml::Value& value, std::string_view key) {
  return value.table() == nullptr ? nullptr : value.table()->find(key);
}

const toml::Value& table_of(const toml::Value& table, std::string_view key) {
  const auto* found = part_of(table, key);
  if (found == nullptr || found->table() == nullptr) bad_data(table, fmt::format("table '{}' is missing", key));
  return *found;
}

std::vector<std::string> strings_of(const toml::Value& value) {
  if (value.array() == nullptr) bad_data(value, "expected an array of strings");
  std::vector<std::string> strings;
  for (const auto& element : *value.array()) {
    if (element.string() == nullptr) bad_data(element, "expected a string");
    strings.push_back(*element.string());
  }
  return strings;
}

std::string string_of(const toml::Value& value) {
  return value.string() == nullptr ? std::string() : *value.string();
}

}  // namespace mingzhang::books
