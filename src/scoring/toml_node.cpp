#include "scoring/toml_node.h"

#include <algorithm>

#include "scoring/bad_pack.h"

namespace mingzhang::scoring {
namespace {

std::string quoted(std::string_view key) {
  return "'" + std::string(key) + "'";
}

}  // namespace

toml::Value parse_toml(std::string_view text, const std::string& file) {
  try {
    return toml::parse(text, file);
  } catch (const toml::Mistake& mistake) {
    throw BadPack(mistake.what());
  }
}

void TomlNode::fail(const std::string& what, const toml::Value* value) const {
  throw BadPack((value != nullptr ? *value : value_).place().text() + what);
}

const toml::Value* TomlNode::find(std::string_view key) const {
  const auto* const found = entries().find(key);
  if (found != nullptr) asked_.push_back(found);
  return found;
}

std::string TomlNode::string(std::string_view key) const {
  const auto* const found = find(key);
  if (found == nullptr) fail(quoted(key) + " is missing");
  if (found->string() == nullptr) fail(quoted(key) + " must be a string", found);
  return *found->string();
}

std::string TomlNode::string(std::string_view key, std::string_view otherwise) const {
  return has(key) ? string(key) : std::string(otherwise);
}

int TomlNode::integer(std::string_view key, int otherwise) const {
  constexpr std::int64_t most = 1'000'000;
  const auto* const found = find(key);
  if (found == nullptr) return otherwise;
  const auto* const value = found->integer();
  if (value == nullptr || *value < 0 || *value > most) fail(quoted(key) + " must be a small integer", found);
  return static_cast<int>(*value);
}

const toml::Array* TomlNode::array(std::string_view key) const {
  const auto* const found = find(key);
  if (found != nullptr && found->array() == nullptr) fail(quoted(key) + " must be an array", found);
  return found == nullptr ? nullptr : found->array();
}

std::vector<std::string> TomlNode::strings(std::string_view key) const {
  std::vector<std::string> out;
  const auto* const found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (item.string() == nullptr) fail(quoted(key) + " must hold strings", &item);
    out.push_back(*item.string());
  }
  return out;
}

money::Decimal TomlNode::decimal(const toml::Value& value) const {
  if (value.integer() != nullptr) return money::Decimal(*value.integer());
  if (value.string() != nullptr) {
    try {
      if (const auto number = money::parse_decimal(*value.string())) return *number;
    } catch (const money::Overflow&) {
      fail("a figure that is too long", &value);
    }
  }
  fail("figures are integers, or strings such as \"62.5\"", &value);
}

money::Decimal TomlNode::decimal(std::string_view key) const {
  const auto* const found = find(key);
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
  const auto* const found = find(key);
  if (found == nullptr) return std::nullopt;
  if (found->table() == nullptr) fail(quoted(key) + " must be a table", found);
  return TomlNode(*found);
}

std::vector<TomlNode> TomlNode::tables(std::string_view key) const {
  std::vector<TomlNode> out;
  const auto* const found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (item.table() == nullptr) fail(quoted(key) + " must hold tables", &item);
    out.emplace_back(item);
  }
  return out;
}

std::vector<std::string> TomlNode::keys() const {
  std::vector<std::string> out;
  for (const auto& entry : entries()) out.push_back(entry.key);
  return out;
}

void TomlNode::finish() const {
  for (const auto& entry : entries())
    if (std::find(asked_.begin(), asked_.end(), &entry.value) == asked_.end())
      fail("unknown key " + quoted(entry.key), &entry.value);
}

}  // namespace mingzhang::scoring
