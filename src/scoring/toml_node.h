// Checked access to a pack's file: every mistake is told with its place, and keys that nobody asked for are mistakes.
// For load_pack.cpp only.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "money/decimal.h"

namespace mingzhang::scoring {

toml::table parse_toml(std::string_view text, const std::string& file);

class TomlNode {
 public:
  TomlNode(const toml::table& table, const std::string& file) : table_(table), file_(file) {}

  [[noreturn]] void fail(const std::string& what, const toml::node* node = nullptr) const;
  bool has(std::string_view key) const { return node(key) != nullptr; }
  std::string string(std::string_view key) const;  ///< must be there
  std::string string(std::string_view key, std::string_view otherwise) const;
  int integer(std::string_view key, int otherwise) const;
  std::vector<std::string> strings(std::string_view key) const;  ///< empty if not there
  money::Decimal decimal(std::string_view key) const;            ///< must be there
  std::vector<money::Decimal> decimals(std::string_view key) const;
  std::optional<TomlNode> table(std::string_view key) const;
  std::vector<TomlNode> tables(std::string_view key) const;
  std::vector<std::string> keys() const;
  const toml::array* array(std::string_view key) const;
  /// An integer, or a string of digits: figures never pass through floating point.
  money::Decimal decimal(const toml::node& node) const;
  /// Refuses keys that nobody asked for.
  void finish() const;

 private:
  const toml::node* node(std::string_view key) const;

  const toml::table& table_;
  const std::string& file_;
  mutable std::vector<const toml::node*> asked_;
};

}  // namespace mingzhang::scoring
