// The words of imports: by which headers a field is known, and which spellings a value may have (columns.toml).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "books/entry.h"

namespace toml {
inline namespace v3 {
class node;
class table;
}  // namespace v3
}  // namespace toml

namespace mingzhang::books {

/// A header of a file: the field that it names, and the power of ten of its unit: 4 for 金额（万元）.
struct Header {
  std::string field;  ///< "kind", "amount", "note", "project_code", or a field of a table; empty: not known
  int power = 0;
};

class Vocabulary {
 public:
  /// The content of columns.toml. Throws BadData.
  Vocabulary(std::string_view toml, const std::string& file);

  Header header(std::string_view printed) const;
  const Kind* kind(std::string_view spelled) const;
  /// The canonical value; empty if `field` has no such value. Fields without a list of values take any.
  std::optional<std::string_view> value(std::string_view field, std::string_view spelled) const;
  std::string_view standard(std::string_view field) const;  ///< where nothing is said; mostly empty
  /// The spellings of a field's values for a person to choose from, one each; empty where any value will do.
  std::vector<std::string> choices(std::string_view field) const;
  /// By which Chinese header a field is best known; the field itself where there is none.
  std::string label(std::string_view field) const;
  /// The Chinese word for a canonical value; the value itself where there is none.
  std::string word(std::string_view field, std::string_view value) const;

 private:
  using Names = std::unordered_map<std::string, std::string>;
  void read_kinds(const toml::table& kinds, const std::string& file);
  void read_column(const std::string& field, const toml::table& column, const std::string& file);
  void read_value(const std::string& field, const std::string& value, const toml::node& node, const std::string& file);
  void name(const std::string& field, const std::string& header, const toml::node& node, const std::string& file);
  static void learn(Names& names, const std::string& word, const std::string& meaning, const toml::node& node,
                    const std::string& file);

  Names headers_;                                  ///< normalised -> field
  std::unordered_map<std::string, Names> values_;  ///< field -> normalised -> canonical
  std::unordered_map<std::string, Names> words_;   ///< field -> canonical -> Chinese
  std::unordered_map<std::string, std::string> standards_;
  Names kinds_;
  Names labels_;  ///< field -> Chinese header
};

}  // namespace mingzhang::books
