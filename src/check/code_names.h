// Which codes of a classification a printed name may mean.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "profile/classification.h"

namespace mingzhang::check {

/// The name as it is compared: documents write names with or without a final 支出.
std::string comparable_name(std::string_view name);

bool is_one_digit_off(std::string_view a, std::string_view b);

/// Codes of one classification by their names. The classification must live as long.
class CodesByName {
 public:
  explicit CodesByName(const profile::Classification& all) : all_(all) {}

  /// The codes of so many digits that are called so; where none is, those whose name the words begin with, the longest
  /// one: the words may go on with the next cell. Words of less than four characters begin with nothing.
  std::vector<std::string> meant_by(std::string_view words, std::size_t digits);

 private:
  void add(const std::string& parent);
  std::vector<std::string> called(std::string_view name, std::size_t digits) const;

  const profile::Classification& all_;
  std::map<std::string, std::set<std::string>> codes_;  ///< filled when first asked: most documents never do
};

}  // namespace mingzhang::check
