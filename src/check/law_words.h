// Names of laws in English. Data: data/law_words.toml.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "profile/data_files.h"

namespace mingzhang::check {

class LawWords {
 public:
  /// Throws profile::BadProfile if the data is wrong.
  explicit LawWords(const profile::DataFiles& data);

  /// "支出决算表：栏次 1 = 2 + 3" is "支出决算表: column 1 = 2 + 3": the document's own words stay.
  std::string english(std::string_view name) const;

 private:
  std::string run(std::string_view name, std::size_t& at) const;

  std::map<std::string, std::string, std::greater<>> words_;  ///< of words that begin alike the longer ones first
};

}  // namespace mingzhang::check
