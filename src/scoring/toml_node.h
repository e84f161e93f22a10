// Checked access to a pack's file: every mistake is told with its place, and keys that nobody asked for are mistakes.
// For load_pack.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "money/decimal.h"
#include "text/toml.h"

namespace mingzhang::scoring {

toml::Value parse_toml(std::string_view text, const std::string& file);

class TomlNode {
 public:
  /// `value` is a table.
  explicit TomlNode(const toml::Value& value) : value_(value) {}

  [[noreturn]] void fail(const std::string& what, const toml::Value* value = nullptr) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::string string(std::string_view key) const;  ///< must be there
  std::string string(std::string_view key, std::string_view otherwise) const;
  int integer(std::string_view key, int otherwise) const;
  std::vector<std::string> strings(std::string_view key) const;  ///< empty if not there
  money::Decimal decimal(std::string_view key) const;            ///< must be there
  std::vector<money::Decimal> decimals(std::string_view key) const;
  std::optional<TomlNode> table(std::string_view key) const;
  std::vector<TomlNode> tables(std::string_view key) const;
  std::vector<std::string> keys() const;
  const toml::Array* array(std::string_view key) const;
  /// An integer, or a string of digits: figures never pass through floating point.
  money::Decimal decimal(const toml::Value& value) const;
  /// Refuses keys that nobody asked for.
  void finish() const;

 private:
  const toml::Value* find(std::string_view key) const;
  const toml::Table& entries() const { return *value_.table(); }

  const toml::Value& value_;
  mutable std::vector<const toml::Value*> asked_;
};

}  // namespace mingzhang::scoring
