// Variants of a profile: what they replace, add and remove.
#include <gtest/gtest.h>

#include "profile/load_form.h"
#include "support/small_form.h"

namespace mingzhang::profile {
namespace {

using support::mistake;
using support::SmallForm;

class Extends : public testing::Test {
 protected:
  void variant(const std::string& form, const std::string& wording) {
    data.put("profiles/variant/form.toml", "extends = \"small-final\"\nid = \"variant\"\n" + form);
    data.put("profiles/variant/wording.toml", "extends = \"small-final\"\n" + wording);
  }
  std::unique_ptr<const LoadedForm> load() { return load_form(data.files(), "variant", 2023); }
  std::string what() {
    return mistake([&] { load(); });
  }

  SmallForm data;
};

TEST_F(Extends, TakesOverWhatItDoesNotSay) {
  variant("", "");
  const auto loaded = load();
  EXPECT_EQ(loaded->form.id, "variant");
  EXPECT_EQ(loaded->form.name, "样例 决算公开");
  EXPECT_EQ(loaded->form.sections.size(), 5u);
  EXPECT_EQ(loaded->form.tables.size(), 4u);
  EXPECT_EQ(loaded->form.section("income")->clauses.size(), 4u);
}

TEST_F(Extends, ReplacesEntriesOfTheSameIdInTheirPlaceAndAddsOthers) {
  variant(R"(
[[section]]
id = "income"
title = "收入说明"
cell = { flow = "income" }
[[section]]
id = "more"
title = "更多"
)",
          R"(
[phrase]
yoy = "{direction direction}{amount change}"
[[clause]]
id = "income"
section = "income"
text = "全年收入{amount income}"
income = {}
)");
  const auto loaded = load();
  EXPECT_EQ(loaded->form.sections[1].title, "收入说明");
  EXPECT_FALSE(loaded->form.sections[1].required);
  EXPECT_TRUE(loaded->form.sections[1].lists.empty());
  EXPECT_EQ(loaded->form.sections.back().id, "more");
  EXPECT_EQ(loaded->form.sections[1].clauses[1].pattern.source(), "全年收入{amount income}");
  EXPECT_EQ(loaded->form.sections[1].clauses[2].slots.size(), 2u);  // the phrase is the variant's
}

TEST_F(Extends, RemovesEntries) {
  variant("[[section]]\nid = \"remarks\"\nremoved = true\n", "[[clause]]\nid = \"why\"\nremoved = true\n");
  const auto loaded = load();
  EXPECT_EQ(loaded->form.section("remarks"), nullptr);
  EXPECT_EQ(loaded->form.section("income")->clauses.size(), 3u);
}

TEST_F(Extends, RemovingWhatIsNotThereIsAMistake) {
  variant("[[section]]\nid = \"remark\"\nremoved = true\n", "");
  EXPECT_EQ(what(), "profiles/variant/form.toml:3:1: 'remark' is to be removed, but is not there");
}

TEST_F(Extends, AddsKeysToTables) {
  variant("[list.wages]\ncodes = [\"303\"]\nexact = true\n", "");
  const auto loaded = load();
  const auto& wages = *loaded->form.list("wages");
  EXPECT_EQ(wages.dimension, cube::Dimension::economic);
  ASSERT_EQ(wages.entries.size(), 1u);
  EXPECT_EQ(wages.entries[0].member.name(), "303");
}

TEST_F(Extends, MistakesAreToldInTheFileThatHoldsThem) {
  variant("[[section]]\nid = \"more\"\ntitel = \"更多\"\n", "");
  EXPECT_EQ(what(), "profiles/variant/form.toml:3:1: 'title' is missing");
  variant("[list.sources]\nmembers = [[\"fiscal\", \"财政\"]]\n", "[phrase]\nyoy = \"{money a}\"\n");
  EXPECT_NE(what().find("profiles/small-final/wording.toml:25:8: pattern"), std::string::npos) << what();
}

TEST_F(Extends, CyclesEnd) {
  variant("", "");
  data.put("profiles/variant/form.toml", "extends = \"other\"\n");
  data.put("profiles/other/form.toml", "extends = \"variant\"\n");
  EXPECT_NE(what().find("extend each other without end"), std::string::npos) << what();
}

TEST_F(Extends, NamesAProfileThatIsThere) {
  variant("", "");
  data.put("profiles/variant/form.toml", "extends = \"nowhere\"\n");
  EXPECT_EQ(what(), "profiles/nowhere/form.toml: no such data file");
  data.put("profiles/variant/form.toml", "\nextends = 7\n");
  EXPECT_EQ(what(), "profiles/variant/form.toml:2:11: 'extends' must be a string");
}

}  // namespace
}  // namespace mingzhang::profile
