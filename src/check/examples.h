// Of every rule a document that keeps it and one that breaks it. Data: data/rule_examples.toml.
#pragma once

#include <map>
#include <string>

#include "check/rules.h"

namespace mingzhang::check {

struct Example {
  std::string profile;  ///< id of the profile whose wording it uses
  std::string text;     ///< a few lines of a document
  std::string with;     ///< the other document, where the rule compares two
  std::string notice;   ///< code of a notice of the reader, where the rule is about what text does not show
};

struct Examples {
  Example passing, failing;
};

/// By the id of the rule. Throws profile::BadProfile if a rule lacks them, or if there are some of no rule.
std::map<std::string, Examples> load_examples(const profile::DataFiles& data, const Rules& rules);

}  // namespace mingzhang::check
