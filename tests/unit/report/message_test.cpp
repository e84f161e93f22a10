#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "check/examples.h"
#include "profile/pattern.h"

namespace mingzhang::check {
namespace {

namespace fs = std::filesystem;

class Messages : public testing::Test {
 protected:
  Messages() : folder(fs::temp_directory_path() / ("mingzhang-rules-" + std::to_string(::getpid()))) {
    fs::create_directories(folder);
  }
  ~Messages() override { fs::remove_all(folder); }

  Rules rules_with(const std::string& message, const std::string& more = "") {
    std::ofstream(folder / "rules.toml")
        << "[[rule]]\nid = \"r\"\ntitle = \"t\"\ntitle_en = \"t\"\nmeaning = \"m\"\nmeaning_en = \"m\"\n"
        << "basis = \"b\"\nmessage = \"" << message << "\"\nmessage_en = \"en\"\n"
        << more;
    return Rules(profile::DataFiles(folder));
  }

  std::string fill(const std::string& message) { return rules_with(message).message(finding, Language::chinese); }

  fs::path folder;
  Finding finding{.id = "",
                  .rule = "r",
                  .words = {{"what", "合计"}, {"stated", "5 [元]"}, {"tail", "尾差"}},
                  .stated = "5",
                  .expected = "6",
                  .places = {},
                  .because = {},
                  .section = ""};
};

TEST_F(Messages, WordsAreFilledIn) {
  EXPECT_EQ(fill("{what}写为 {stated}。"), "合计写为 5 [元]。");
}

TEST_F(Messages, FiguresStandInForWords) {
  EXPECT_EQ(fill("应为 {expected}"), "应为 6");
}

TEST_F(Messages, GroupsWithoutTheirWordAreLeftOut) {
  EXPECT_EQ(fill("甲[，见{other}]乙[，应为 {expected}]"), "甲乙，应为 6");
  EXPECT_EQ(fill("甲[{what}和{other}]"), "甲");
}

TEST_F(Messages, GroupsInsideGroupsAreAskedAlone) {
  EXPECT_EQ(fill("[{what}[（{other}）]]。"), "合计。");
}

TEST_F(Messages, AQuestionWritesNothing) {
  EXPECT_EQ(fill("[{?tail}；尾差][{?other}；另见]"), "；尾差");
  EXPECT_EQ(fill("[{!tail}；错][{!other}；无]"), "；无");
}

TEST_F(Messages, BrokenDataIsRefused) {
  EXPECT_THROW(rules_with("写为 {stated"), profile::BadProfile);
  EXPECT_THROW(rules_with("[写为"), profile::BadProfile);
  EXPECT_THROW(rules_with("写为]"), profile::BadProfile);
  EXPECT_THROW(rules_with("{stated}", "colour = \"red\"\n"), profile::BadProfile);
  EXPECT_THROW(rules_with(""), profile::BadProfile);
}

TEST_F(Messages, ARuleWithoutBothExamplesIsRefused) {
  const Rules rules = rules_with("{what}");
  const std::string whole = "{profile = \"p\", text = \"x\"}";
  const auto load = [&](const std::string& examples) {
    std::ofstream(folder / "rule_examples.toml") << examples;
    return load_examples(profile::DataFiles(folder), rules).at("r").failing.text;
  };
  EXPECT_EQ(load("[r]\npassing = " + whole + "\nfailing = " + whole), "x");
  EXPECT_THROW(load("[r]\npassing = " + whole), profile::BadProfile);
  EXPECT_THROW(load("[r]\npassing = " + whole + "\nfailing = {profile = \"p\", text = \"\"}"), profile::BadProfile);
  EXPECT_THROW(load(""), profile::BadProfile);
  EXPECT_THROW(load("[r]\npassing = " + whole + "\nfailing = " + whole + "\n[s]\n"), profile::BadProfile);
}

TEST(BuiltInRules, AreWholeAndNamedOnce) {
  const Rules rules{profile::DataFiles()};
  std::set<std::string> ids;
  for (const auto& rule : rules.all()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
  EXPECT_NE(rules.find("closed-list"), nullptr);
  EXPECT_EQ(rules.find("nothing"), nullptr);
}

TEST(BuiltInRules, MessagesNeverEndEmpty) {
  const Rules rules{profile::DataFiles()};
  for (const auto& rule : rules.all()) {
    Finding finding;
    finding.rule = rule.id;
    for (const auto language : {Language::chinese, Language::english})
      EXPECT_FALSE(rules.message(finding, language).empty()) << rule.id;
  }
}

}  // namespace
}  // namespace mingzhang::check
