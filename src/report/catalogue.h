// What the program knows, told to people and programs: its rules and its profiles.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/examples.h"
#include "check/rules.h"
#include "profile/load_form.h"

namespace mingzhang::report {

using check::Language;

/// One line a rule: id and title.
std::string rules_text(const check::Rules& rules, Language language);
/// Everything about one rule.
std::string rule_text(const check::RuleInfo& rule, const check::Examples& examples, Language language);
/// An array of all rules, or one object.
std::string rules_json(const check::Rules& rules, const std::map<std::string, check::Examples>& examples);
std::string rule_json(const check::RuleInfo& rule, const check::Examples& examples);

/// One line a profile: id, name, kind.
std::string profiles_text(const std::vector<profile::Recogniser>& profiles, Language language);
/// Sections with their clauses, and tables.
std::string profile_text(const profile::Form& form, Language language);

}  // namespace mingzhang::report
