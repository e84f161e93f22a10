#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "profile/load_form.h"

namespace mingzhang::profile {
namespace {

namespace fs = std::filesystem;

/// A data folder with one profile of its own, beside those that the program is built with.
class Extending : public testing::Test {
 protected:
  fs::path folder = fs::path(testing::TempDir()) / ("mingzhang-extends-" + std::to_string(::getpid()));

  void SetUp() override { fs::create_directories(folder / "profiles/own"); }
  void TearDown() override { fs::remove_all(folder); }

  std::unique_ptr<const LoadedForm> load(const std::string& form, const std::string& wording = "") const {
    const std::string extends = "extends = \"shaanxi-final\"\n";
    std::ofstream(folder / "profiles/own/form.toml") << extends << form;
    std::ofstream(folder / "profiles/own/wording.toml") << extends << wording;
    return load_form(DataFiles(folder), "own", 2023);
  }

  std::string mistake(const std::string& form, const std::string& wording = "") const {
    try {
      load(form, wording);
    } catch (const BadProfile& error) {
      return error.what();
    }
    return "";
  }
};

TEST_F(Extending, EntriesAreReplacedAddedAndRemovedById) {
  const auto base = load("");
  const auto loaded = load(
      "[[section]]\nid = \"overview\"\ntitle = \"总体情况\"\n[[section]]\nid = \"own\"\ntitle = \"本地事项\"\n"
      "[[table]]\nid = \"T9\"\nremoved = true\n",
      "[[clause]]\nid = \"overview\"\nsection = \"overview\"\ntext = \"收入总计{amount}\"\namount = {}\n");
  ASSERT_NE(loaded->form.section("overview"), nullptr);
  EXPECT_EQ(loaded->form.section("overview")->title, "总体情况");
  EXPECT_FALSE(loaded->form.section("overview")->required);  // replaced as a whole
  EXPECT_EQ(loaded->form.section("overview")->clauses.front().pattern.source(), "收入总计{amount}");
  EXPECT_EQ(loaded->form.sections.back().id, "own");
  EXPECT_EQ(loaded->form.sections.size(), base->form.sections.size() + 1);
  EXPECT_EQ(loaded->form.table("T9"), nullptr);
  EXPECT_EQ(loaded->form.tables.size() + 1, base->form.tables.size());
}

TEST_F(Extending, AMistakeIsToldWithItsPlaceInTheFileThatHasIt) {
  EXPECT_EQ(mistake("[[section]]\nid = \"own\"\ntitle = \"本地事项\"\nneeded = true\n"),
            "profiles/own/form.toml:5:10: unknown key 'needed'");
  // The entry stands in the profile that is extended; what it needs was taken away here.
  const std::string told = mistake("[[section]]\nid = \"staff\"\nremoved = true\n");
  EXPECT_EQ(told.find("profiles/shaanxi-final/wording.toml:"), 0U) << told;
  EXPECT_EQ(told.find(":0:0:"), std::string::npos) << told;
}

TEST_F(Extending, AListOfALevelHoldsAllCodesOfThatLength) {
  const auto loaded = load(
      "[list.classes-all]\ndimension = \"function\"\nlevel = 3\n[list.items-all]\ndimension = \"function\"\nlevel = 7\n"
      "[list.items-210]\ndimension = \"function\"\ncodes = [\"210\"]\nlevel = 7\n");
  const auto* items = loaded->form.list("items-all");
  const auto* some = loaded->form.list("items-210");
  ASSERT_TRUE(loaded->form.list("classes-all") && items && some);
  EXPECT_NE(loaded->form.list("classes-all")->find("卫生健康支出"), nullptr);
  EXPECT_FALSE(some->entries.empty());
  EXPECT_LT(some->entries.size(), items->entries.size());
  for (const auto& entry : some->entries) EXPECT_EQ(entry.member.name().substr(0, 3), "210");
  for (const auto& entry : items->entries) EXPECT_EQ(entry.member.name().size(), 7U);
}

}  // namespace
}  // namespace mingzhang::profile
