// The rules by name: what each means, where it comes from, how a finding of it is worded. Data: data/rules.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "check/law_words.h"
#include "profile/data_files.h"

namespace mingzhang::check {

enum class Language : std::uint8_t { chinese, english };

struct RuleInfo {
  std::string id;  ///< never changes meaning once released
  std::string title, title_en;
  std::string meaning, meaning_en;
  std::string basis;                ///< 文号 or the form's own words
  std::string message, message_en;  ///< with {stated} {expected} {what} {calculation} ...
};

class Rules {
 public:
  /// Throws profile::BadProfile if the data is wrong or a rule lacks a part.
  explicit Rules(const profile::DataFiles& data);

  const std::vector<RuleInfo>& all() const { return rules_; }
  const RuleInfo* find(std::string_view id) const;
  /// The sentence for the reader. A placeholder without a word is left out with the clause that holds it: "[，应为
  /// {expected}]".
  std::string message(const Finding& finding, Language language) const;
  /// The name of a law for the reader.
  std::string law(const std::string& name, Language language) const;

 private:
  std::vector<RuleInfo> rules_;
  LawWords laws_;
};

}  // namespace mingzhang::check
