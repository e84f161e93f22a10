#include "books/toml.h"

#include <fmt/format.h>

#include "books/failure.h"

namespace mingzhang::books {
namespace {

std::string place(const std::string& file, const toml::source_region& source) {
  return fmt::format("{}:{}:{}: ", file, source.begin.line, source.begin.column);
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

const toml::table& table_of(const toml::table& table, std::string_view key, const std::string& file) {
  const auto* found = table[key].as_table();
  if (found == nullptr) bad_data(file, table, fmt::format("table '{}' is missing", key));
  return *found;
}

std::vector<std::string> strings_of(const toml::node& node, const std::string& file) {
  const auto* array = node.as_array();
  if (array == nullptr) bad_data(file, node, "expected an array of strings");
  std::vector<std::string> strings;
  for (const auto& element : *array) {
    const auto text = element.value_exact<std::string>();
    if (!text) bad_data(file, element, "expected a string");
    strings.push_back(*text);
  }
  return strings;
}

}  // namespace mingzhang::books
