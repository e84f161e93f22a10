// Checked access to data files: every mistake is told with file, line and column, and unknown keys are mistakes.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cube/cell.h"
#include "profile/pattern.h"

namespace mingzhang::profile {

/// Parses a file or throws BadProfile with the place of the mistake.
toml::table parse_toml(std::string_view content, const std::string& file);

/// One table of a file. Keys that were asked for are known; `finish` refuses the others.
class TomlTable {
 public:
  /// `file` is its name for messages, and outlives this.
  TomlTable(const toml::table& table, std::string_view file) : table_(table), file_(file) {}

  [[noreturn]] void fail(const std::string& what, const toml::node* node = nullptr) const;
  bool has(std::string_view key) const;
  std::string string(std::string_view key) const;  ///< must be there
  std::string string(std::string_view key, std::string_view otherwise) const;
  bool boolean(std::string_view key, bool otherwise) const;
  int integer(std::string_view key, int otherwise) const;
  std::vector<std::string> strings(std::string_view key) const;  ///< empty if not there
  cube::Cell cell(std::string_view key) const;                   ///< the root if not there
  std::optional<TomlTable> table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;  ///< array of tables
  std::vector<std::string> keys() const;
  Pattern pattern(std::string_view key, const std::map<std::string, std::string>& phrases = {}) const;
  std::vector<Pattern> patterns(std::string_view key) const;  ///< empty if not there
  /// A member of the cube, refused where the dimension is known not to have it.
  cube::Member member(cube::Dimension dimension, const std::string& name, const toml::node* node = nullptr) const;
  const toml::array* array(std::string_view key) const;
  /// Refuses keys nobody asked for.
  void finish() const;
  std::string_view file() const { return file_; }
  const toml::table& raw() const { return table_; }

 private:
  const toml::node* node(std::string_view key) const;

  const toml::table& table_;
  std::string_view file_;
  mutable std::vector<const toml::node*> asked_;
};

/// { flow = "income", fund = "fiscal" }
cube::Cell read_cell(const TomlTable& table);

}  // namespace mingzhang::profile
