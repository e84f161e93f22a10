// Every rule comes with a document that keeps it and one that breaks it: data/rule_examples.toml.
#include "check/examples.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/check.h"
#include "scoring/pack.h"
#include "support/documents.h"

namespace mingzhang::check {
namespace {

const Rules& rules() {
  static const Rules all{profile::DataFiles()};
  return all;
}

const std::map<std::string, Examples>& examples() {
  static const auto all = load_examples(profile::DataFiles(), rules());
  return all;
}

class ExamplesOf : public testing::TestWithParam<RuleInfo> {
 protected:
  /// The findings of the rule in its example, with their messages.
  std::vector<std::string> messages(const Example& example) const {
    const profile::DataFiles data;
    auto document = support::document_of(example.text);
    if (!example.notice.empty()) document.notices.push_back({1, 0, example.notice, ""});
    const auto reading = profile::read_document(document, data, example.profile);
    const auto other = support::read(example.with.empty() ? example.text : example.with, data, example.profile);
    std::vector<Other> others;
    if (!example.with.empty()) others.push_back({"other.txt", &other.reading});
    const WrongWords wrong_words(data);
    const auto packs = scoring::load({{"scoring/national.toml", data.read("scoring/national.toml")},
                                      {"scoring/xinjiang.toml", data.read("scoring/xinjiang.toml")}});
    std::vector<std::string> out;
    for (const auto& finding : check(reading, others, {&packs, &wrong_words}).findings)
      if (finding.rule == GetParam().id) out.push_back(rules().message(finding, Language::chinese));
    return out;
  }
};

TEST_P(ExamplesOf, PassingKeepsTheRule) {
  EXPECT_EQ(messages(examples().at(GetParam().id).passing), std::vector<std::string>{});
}

TEST_P(ExamplesOf, FailingBreaksIt) {
  const auto told = messages(examples().at(GetParam().id).failing);
  EXPECT_FALSE(told.empty());
  for (const auto& message : told) EXPECT_EQ(message.find_first_of("{}[]"), std::string::npos) << message;
}

std::string test_name(const testing::TestParamInfo<RuleInfo>& test) {
  std::string name = test.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, ExamplesOf, testing::ValuesIn(rules().all()), test_name);

}  // namespace
}  // namespace mingzhang::check
