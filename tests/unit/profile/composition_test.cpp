#include <gtest/gtest.h>

#include "profile/load_form.h"
#include "support/documents.h"

namespace mingzhang::profile {
namespace {

/// The mistake that loading a form with this line in [write] tells.
std::string mistake(const std::string& line) {
  support::DataFolder folder;
  folder.put("profiles/mine/form.toml", "extends = \"xinjiang-final\"\nid = \"mine\"\nname = \"mine\"\n");
  folder.put("profiles/mine/wording.toml", "extends = \"xinjiang-final\"\n[write]\n" + line + "\n");
  try {
    load_form(DataFiles(folder.path()), "mine", 2023);
  } catch (const BadProfile& error) {
    return error.what();
  }
  return {};
}

TEST(Composition, MistakesAreTold) {
  EXPECT_EQ(mistake("income = [\"<income>。\"]"), "");
  EXPECT_NE(mistake("nowhere = [\"x\"]").find("no section 'nowhere'"), std::string::npos);
  EXPECT_NE(mistake("income = [\"<nothing>\"]").find("there is no clause 'nothing'"), std::string::npos);
  EXPECT_NE(mistake("income = [\"<income\"]").find("missing '>'"), std::string::npos);
  EXPECT_NE(mistake("income = [\"(<income>\"]").find("'(' without ')'"), std::string::npos);
  EXPECT_NE(mistake("income = [\"(<income>)x\"]").find("a group ends with"), std::string::npos);
  EXPECT_NE(mistake("income = [\"(。)*\"]").find("a group without a clause"), std::string::npos);
  EXPECT_NE(mistake("income = [\"。)\"]").find("')' without '('"), std::string::npos);
}

TEST(Composition, GroupsHaveMembersAndWhatStandsBetween) {
  const auto form = load_form(DataFiles(), "shaanxi-final", 2023);
  const auto& paragraphs = form->form.section("three-public")->paragraphs;
  ASSERT_EQ(paragraphs.size(), 7U);
  const Piece& group = paragraphs[4].front();
  EXPECT_EQ(group.kind, Piece::Kind::group);
  EXPECT_EQ(group.times, Piece::Times::all);
  EXPECT_EQ(group.members, std::vector<std::string>{"training"});
  ASSERT_NE(group.first_clause(), nullptr);
}

}  // namespace
}  // namespace mingzhang::profile
