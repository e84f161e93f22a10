#include "profile/performance_words.h"

#include <gtest/gtest.h>

#include "support/documents.h"

namespace mingzhang::profile {
namespace {

const PerformanceWords& words() {
  static const PerformanceWords loaded = PerformanceWords::load(DataFiles());
  return loaded;
}

std::string id_of(const WordGroup* group) {
  return group == nullptr ? "none" : group->id;
}

TEST(PerformanceWords, LevelsByTheirSpellings) {
  EXPECT_EQ(id_of(group_of(words().level1, "产出指标")), "产出指标");
  EXPECT_EQ(id_of(group_of(words().level1, "产出")), "产出指标");
  EXPECT_EQ(id_of(group_of(words().level1, "产出指标(50分)")), "产出指标");
  EXPECT_EQ(id_of(group_of(words().level1, "产出指标五十分")), "none");
  EXPECT_EQ(id_of(group_of(words().level2, "可持续影响")), "可持续影响指标");
  EXPECT_EQ(id_of(group_of(words().level2, "(数量指标)")), "none");
}

TEST(PerformanceWords, RowsOfMoney) {
  EXPECT_EQ(id_of(money_row_of(words(), "其中:当年财政拨款")), "current");
  EXPECT_EQ(id_of(money_row_of(words(), "县(市、区)安排:")), "county");
  EXPECT_EQ(id_of(money_row_of(words(), "任务12")), "task");
  EXPECT_EQ(id_of(money_row_of(words(), "任务")), "none");
  EXPECT_EQ(id_of(money_row_of(words(), "任务名称")), "none");
}

TEST(PerformanceWords, TheLongestWordBeginsAText) {
  const auto found = longest_at(words().columns, "年度指标值实际完成值");
  ASSERT_TRUE(found);
  EXPECT_EQ(id_of(found->group), "target");
  EXPECT_EQ(found->length, std::string("年度指标值").size());
  EXPECT_FALSE(longest_at(words().columns, "没有"));
}

TEST(PerformanceWords, NoWordStandsForTwoThings) {
  for (const auto* groups : {&words().level1, &words().level2, &words().money_rows, &words().heads, &words().columns,
                             &words().money_columns}) {
    std::map<std::string, std::string> seen;
    for (const auto& group : *groups)
      for (const auto& word : group.words) EXPECT_EQ(seen.emplace(word, group.id).first->second, group.id) << word;
  }
}

TEST(PerformanceWords, MistakesAreToldWithTheirPlace) {
  const auto mistake = [](const std::string& content) {
    support::DataFolder folder;
    folder.put("performance/vocabulary.toml", content);
    const auto files = folder.files();
    return support::mistake([&] { PerformanceWords::load(files); });
  };
  EXPECT_NE(mistake("[level1]\n\"甲\" = []\n").find("'level2' is missing"), std::string::npos);
  EXPECT_NE(mistake("[level1]\n\"甲\" = \"乙\"\n").find("vocabulary.toml:2"), std::string::npos);
}

TEST(PerformanceWords, FormsOfTablesAreChecked) {
  const auto mistake = [](const std::string& performance) {
    support::DataFolder folder;
    folder.put("profiles/xinjiang-final/form.toml",
               "id = \"xinjiang-final\"\nname = \"甲\"\nkind = \"final\"\n[[table]]\nid = \"P\"\ntitle = \"表\"\n"
               "performance = " +
                   performance + "\n");
    folder.put("profiles/xinjiang-final/wording.toml", "");
    const auto files = folder.files();
    return support::mistake([&] { load_form(files, "xinjiang-final", 2031); });
  };
  EXPECT_EQ(mistake("{ scope = \"project\", stage = \"target\", level1 = [\"产出指标\"] }"), "");
  EXPECT_NE(mistake("{ scope = \"all\", stage = \"target\", level1 = [\"甲\"] }").find("scope is"), std::string::npos);
  EXPECT_NE(mistake("{ scope = \"whole\", stage = \"late\", level1 = [\"甲\"] }").find("stage is"), std::string::npos);
  EXPECT_NE(mistake("{ scope = \"whole\", stage = \"target\" }").find("'level1' is missing"), std::string::npos);
}

}  // namespace
}  // namespace mingzhang::profile
