#include "check/rules.h"

#include <algorithm>
#include <set>

#include "profile/toml_reader.h"

namespace mingzhang::check {
namespace {

constexpr auto rules_file = "rules.toml";

RuleInfo read_rule(const profile::TomlTable& table) {
  RuleInfo rule;
  rule.id = table.string("id");
  rule.title = table.string("title");
  rule.title_en = table.string("title_en");
  rule.meaning = table.string("meaning");
  rule.meaning_en = table.string("meaning_en");
  rule.basis = table.string("basis");
  rule.message = table.string("message");
  rule.message_en = table.string("message_en");
  table.finish();
  for (const auto* part : {&rule.id, &rule.title, &rule.title_en, &rule.meaning, &rule.meaning_en, &rule.basis,
                           &rule.message, &rule.message_en})
    if (part->empty()) table.fail("a part of the rule '" + rule.id + "' is empty");
  return rule;
}

/// The words of a finding, with its figures where no words stand for them.
std::string word_of(const Finding& finding, const std::string& name) {
  if (const auto word = finding.words.find(name); word != finding.words.end()) return word->second;
  if (name == "stated") return finding.stated;
  if (name == "expected") return finding.expected;
  return {};
}

/// Fills one message. A group whose placeholders all have words is kept, any other one is dropped.
class Filler {
 public:
  Filler(std::string_view pattern, const Finding& finding) : pattern_(pattern), finding_(finding) {}

  std::string run() {
    bool complete = true;
    return fill(false, complete);
  }

 private:
  std::string fill(bool inside, bool& complete) {
    std::string out;
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_++];
      if (inside && c == ']') break;
      if (c == '[') {
        bool whole = true;
        const std::string group = fill(true, whole);
        if (whole) out += group;
      } else if (c == '{') {
        out += placeholder(complete);
      } else {
        out += c;
      }
    }
    return out;
  }

  /// "{?word}" writes nothing: it only asks whether there is such a word; "{!word}" whether there is none.
  std::string placeholder(bool& complete) {
    const auto end = std::min(pattern_.find('}', at_), pattern_.size());
    const std::string_view name = pattern_.substr(at_, end - at_);
    at_ = std::min(end + 1, pattern_.size());
    const bool asked = name.starts_with('?'), denied = name.starts_with('!');
    const std::string word = word_of(finding_, std::string(name.substr(asked || denied ? 1 : 0)));
    complete = complete && word.empty() == denied;
    return asked || denied ? std::string() : word;
  }

  std::string_view pattern_;
  const Finding& finding_;
  std::size_t at_ = 0;
};

/// Brackets and braces of a message must close, so that filling never cuts a sentence short.
bool well_formed(std::string_view message) {
  int groups = 0;
  bool name = false;
  for (const char c : message) {
    if (name && c != '}') {
      const bool letter = (c >= 'a' && c <= 'z') || c == '_' || c == '?' || c == '!';
      if (!letter) return false;
    } else if (c == '{' || c == '}') {
      if (name != (c == '}')) return false;
      name = !name;
    } else if (c == '[' || c == ']') {
      groups += c == '[' ? 1 : -1;
      if (groups < 0) return false;
    }
  }
  return groups == 0 && !name;
}

}  // namespace

Rules::Rules(const profile::DataFiles& data) : laws_(data) {
  const toml::table content = profile::parse_toml(data.read(rules_file), rules_file);
  const profile::TomlTable root(content, rules_file);
  std::set<std::string> ids;
  for (const auto& table : root.tables("rule")) {
    rules_.push_back(read_rule(table));
    const auto& rule = rules_.back();
    if (!ids.insert(rule.id).second) table.fail("the rule '" + rule.id + "' is there twice");
    if (!well_formed(rule.message) || !well_formed(rule.message_en))
      table.fail("a message of the rule '" + rule.id + "' has an open bracket or a wrong placeholder");
  }
  root.finish();
}

const RuleInfo* Rules::find(std::string_view id) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const auto& rule) { return rule.id == id; });
  return found == rules_.end() ? nullptr : &*found;
}

std::string Rules::message(const Finding& finding, Language language) const {
  const auto* rule = find(finding.rule);
  if (rule == nullptr) return finding.rule;
  if (language == Language::chinese) return Filler(rule->message, finding).run();
  Finding english = finding;
  if (const auto name = english.words.find("law"); name != english.words.end())
    name->second = law(name->second, language);
  return Filler(rule->message_en, english).run();
}

std::string Rules::law(const std::string& name, Language language) const {
  return language == Language::english ? laws_.english(name) : name;
}

}  // namespace mingzhang::check
