#include <gtest/gtest.h>

#include "scoring/bad_pack.h"
#include "tables.h"

namespace mingzhang::scoring {
namespace {

const std::string head = "id = \"p\"\nname = \"P\"\n";
const std::string choice = "{ candidates = [\"linear\"] }";
const std::string choices =
    "at_least = " + choice + "\nequal = " + choice + "\nat_most = " + choice + "\nsatisfaction = " + choice + "\n";
const std::string linear = "[rule.linear]\nname = \"L\"\n";

std::string message(const std::string& text) {
  try {
    load({{"p.toml", text}});
  } catch (const BadPack& error) {
    return error.what();
  }
  return "";
}

TEST(Load, AWholePack) {
  EXPECT_EQ(message(head + linear + "[[set]]\nid = \"s\"\nexecution = " + choice + "\n" + choices), "");
}

TEST(Load, TellsThePlaceOfAMistake) {
  const std::string set = "[[set]]\nid = \"s\"\n" + choices;
  EXPECT_EQ(message("id = "), "p.toml:1:6: " + message("id = ").substr(12));
  EXPECT_EQ(message(head + linear + set + "execution = { candidates = [\"x\"] }\n").substr(0, 11), "p.toml:11:1");
  EXPECT_NE(message(head + linear + set).find("leaves a choice without candidates"), std::string::npos);
  EXPECT_NE(message(head + linear + set + "execution = " + choice + "\ncolour = 1\n").find("unknown key 'colour'"),
            std::string::npos);
  EXPECT_NE(message(head + "[rule.a]\nname = \"A\"\ncurve = \"bent\"\n").find("'bent' is not known"),
            std::string::npos);
  EXPECT_NE(message(head + "[rule.a]\nname = \"A\"\ncurve = \"floor\"\nfrom = 62.5\n").find("figures are integers"),
            std::string::npos);
  EXPECT_NE(message(head + "[rule.a]\nname = \"A\"\ncurve = \"floor\"\nfrom = 100\n").find("between 0 and 100"),
            std::string::npos);
  EXPECT_NE(message(head + "[rule.a]\nname = \"A\"\ncurve = \"steps\"\nsteps = [[60, 60], [80, 80]]\n").find("descend"),
            std::string::npos);
  EXPECT_NE(message(head + "extends = \"other\"\n").find("no pack 'other'"), std::string::npos);
}

TEST(Load, TheLastSetThatFitsIsTaken) {
  const Pack& pack = *packs().find("xinjiang");
  EXPECT_EQ(pack.find(Scope::whole, 2030)->id, "xinjiang-whole");
  EXPECT_EQ(pack.find(Scope::project, 2030)->id, "xinjiang-project");
  EXPECT_EQ(packs().find("national")->find(Scope::whole, 0)->id, "any");
  EXPECT_EQ(packs().find("elsewhere"), nullptr);
}

TEST(Load, YearsLimitASet) {
  Packs loaded = load({{"p.toml", head + linear + "[[set]]\nid = \"old\"\nuntil = 2029\nexecution = " + choice + "\n" +
                                      choices + "[[set]]\nid = \"new\"\nlike = \"old\"\nfrom = 2030\nuntil = 2035\n"}});
  const Pack& pack = loaded.all().front();
  EXPECT_EQ(pack.find(Scope::project, 2029)->id, "old");
  EXPECT_EQ(pack.find(Scope::project, 2030)->id, "new");
  EXPECT_EQ(pack.find(Scope::project, 2036), nullptr);
  const std::vector<cube::PerformanceTable> tables = [] {
    std::vector<cube::PerformanceTable> out{executed("80.00", "60.00", "75.00%", "7.50")};
    out[0].year = cell("(2036年度)");
    return out;
  }();
  EXPECT_EQ(judge(tables, pack).tables[0].execution.reason, Reason::no_rules);
}

TEST(Load, StepsAreARule) {
  const Packs loaded =
      load({{"p.toml",
             head + linear + "[rule.steps]\nname = \"S\"\ncurve = \"steps\"\nsteps = [[95, 100], [80, \"62.5\"]]\n" +
                 "[[set]]\nid = \"s\"\nexecution = { rule = \"steps\", candidates = [\"steps\"] }\n" + choices}});
  const auto execution_of = [&](const char* spent, const char* score) {
    const std::vector<cube::PerformanceTable> tables{executed("100.00", spent, "", score)};
    return judge(tables, loaded.all().front()).tables[0].execution;
  };
  EXPECT_EQ(execution_of("95.00", "10.00").state, State::fits);
  EXPECT_EQ(execution_of("94.99", "6.25").calculation, "94.99 / 100.00 = 94.99% >= 80% → 10 × 62.5% = 6.25");
  EXPECT_EQ(execution_of("94.99", "6.25").state, State::fits);
  EXPECT_EQ(execution_of("79.99", "6.25").state, State::broken);
  EXPECT_EQ(execution_of("79.99", "0.00").state, State::fits);
}

}  // namespace
}  // namespace mingzhang::scoring
