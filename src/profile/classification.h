// Functional and economic classification of one year: codes, names, and what documents call them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::profile {

/// 类/款/项 codes of 3, 5, 7 digits with their official names of a year.
class Classification {
 public:
  /// CSV with a header line and the columns code,name,...; throws BadProfile with file and line.
  static Classification parse(std::string_view csv, const std::string& file);

  void add(const std::string& code, const std::string& name);
  std::optional<std::string> name_of(std::string_view code) const;
  bool knows(std::string_view code) const;
  /// The code called `name` (normalised) below `parent` (empty: a class). Names are compared as written, then with a
  /// final 支出 added or taken away, as documents do.
  std::optional<std::string> find(std::string_view name, std::string_view parent) const;
  std::vector<std::string> children(std::string_view parent) const;

 private:
  std::map<std::string, std::string, std::less<>> names_;  ///< code -> name
  std::map<std::string, std::string, std::less<>> codes_;  ///< "parent/name" -> code
};

/// "" for 208, 208 for 20805, 20805 for 2080501.
std::string_view parent_of(std::string_view code);

}  // namespace mingzhang::profile
