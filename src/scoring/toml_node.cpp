#include "scoring/toml_node.h"

#include <algorithm>

#include "scoring/bad_pack.h"

namespace mingzhang::scoring {
namespace {

std::string place(const std::string& file, const toml::source_region& source) {
  return file + ":" + std::to_string(source.begin.line) + ":" + std::to_string(source.begin.column) + ": ";
}

std::string quoted(std::string_view key) {
  return "'" + std::string(key) + "'";
}

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    throw BadPack(place(file, error.source()) + std::string(error.description()));
  }
}

void TomlNode::fail(const std::string& what, const toml::node* node) const {
  throw BadPack(place(file_, node != nullptr ? node->source() : table_.source()) + what);
}

const toml::node* TomlNode::node(std::string_view key) const {
  const auto* found = table_.get(key);
  if (found != nullptr) asked_.push_back(found);
  return found;
}

std::string TomlNode::string(std::string_view key) const {
  const auto* const found = node(key);
  if (found == nullptr) fail(quoted(key) + " is missing");
  if (!found->is_string()) fail(quoted(key) + " must be a string", found);
  return found->as_string()->get();
}

std::string TomlNode::string(std::string_view key, std::string_view otherwise) const {
  return has(key) ? string(key) : std::string(otherwise);
}

int TomlNode::integer(std::string_view key, int otherwise) const {
  constexpr std::int64_t most = 1'000'000;
  const auto* const found = node(key);
  if (found == nullptr) return otherwise;
  const auto value = found->is_integer() ? found->value<std::int64_t>() : std::nullopt;
  if (!value || *value < 0 || *value > most) fail(quoted(key) + " must be a small integer", found);
  return static_cast<int>(*value);
}

const toml::array* TomlNode::array(std::string_view key) const {
  const auto* const found = node(key);
  if (found != nullptr && !found->is_array()) fail(quoted(key) + " must be an array", found);
  return found == nullptr ? nullptr : found->as_array();
}

std::vector<std::string> TomlNode::strings(std::string_view key) const {
  std::vector<std::string> out;
  const auto* const found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (!item.is_string()) fail(quoted(key) + " must hold strings", &item);
    out.push_back(item.as_string()->get());
  }
  return out;
}

money::Decimal TomlNode::decimal(const toml::node& node) const {
  if (node.is_integer()) return money::Decimal(*node.value<std::int64_t>());
  if (node.is_string()) {
    try {
      if (const auto value = money::parse_decimal(*node.value<std::string>())) return *value;
    } catch (const money::Overflow&) {
      fail("a figure that is too long", &node);
    }
  }
  fail("figures are integers, or strings such as \"62.5\"", &node);
}

money::Decimal TomlNode::decimal(std::string_view key) const {
  const auto* const found = node(key);
  if (found == nullptr) fail(quoted(key) + " is missing");
  return decimal(*found);
}

std::vector<money::Decimal> TomlNode::decimals(std::string_view key) const {
  std::vector<money::Decimal> out;
  if (const auto* const found = array(key)) {
    for (const auto& item : *found) out.push_back(decimal(item));
  }
  return out;
}

std::optional<TomlNode> TomlNode::table(std::string_view key) const {
  const auto* const found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_table()) fail(quoted(key) + " must be a table", found);
  return TomlNode(*found->as_table(), file_);
}

std::vector<TomlNode> TomlNode::tables(std::string_view key) const {
  std::vector<TomlNode> out;
  const auto* const found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (!item.is_table()) fail(quoted(key) + " must hold tables", &item);
    out.emplace_back(*item.as_table(), file_);
  }
  return out;
}

std::vector<std::string> TomlNode::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, value] : table_) out.emplace_back(key.str());
  return out;
}

void TomlNode::finish() const {
  for (const auto& [key, value] : table_) {
    if (std::find(asked_.begin(), asked_.end(), &value) == asked_.end())
      fail("unknown key " + quoted(key.str()), &value);
  }
}

}  // namespace mingzhang::scoring
