#include <gtest/gtest.h>

#include "profile/reading.h"
#include "support/small_form.h"

namespace mingzhang::profile {
namespace {

using support::document_of;

const std::string title = "云岭县医疗保障局2023年度样例决算公开\n";

class Recognise : public testing::Test {
 protected:
  Recognition recognised(const std::string& text, const std::string& wanted = {}) {
    const auto document = document_of(text);
    return recognise(Stream(document), load_recognisers(data.files()), wanted);
  }

  support::SmallForm data;
};

TEST_F(Recognise, ProfileKindUnitAndYearFromTheTitle) {
  const auto result = recognised("\n" + title + "第一部分\n");
  EXPECT_EQ(result.profile, "small-final");
  EXPECT_EQ(result.kind, "final");
  EXPECT_EQ(result.unit, "云岭县医疗保障局");
  EXPECT_EQ(result.year, 2023);
  ASSERT_TRUE(result.title);
  EXPECT_EQ(result.title->line, 2u);
}

TEST_F(Recognise, ATitleMayBeWrapped) {
  const auto result = recognised("云岭县医疗 保障局\n２０２３年度\n样例决算公开\n");
  EXPECT_EQ(result.unit, "云岭县医疗保障局");
  EXPECT_EQ(result.year, 2023);
  EXPECT_EQ(result.title->last_line, 3u);
}

TEST_F(Recognise, ATitleStandsNearTheBeginning) {
  std::string pages;
  for (int line = 0; line < 80; ++line) pages += "说明\n";
  const auto result = recognised(pages + title);
  EXPECT_EQ(result.profile, "small-final");
  EXPECT_EQ(result.unit, "");
  EXPECT_FALSE(result.title);
  EXPECT_EQ(result.year, 2023);  // the document names it, if not in its title
}

TEST_F(Recognise, WithoutATitleTheYearIsTheOneNamedMost) {
  const auto result = recognised("样例决算公开\n2022年结转\n2023年收入\n2023年支出\n20231年\n");
  EXPECT_EQ(result.year, 2023);
  EXPECT_EQ(recognised("样例决算公开\n").year, 0);
}

TEST_F(Recognise, AllWordsMustOccurAndNoForbiddenOne) {
  const auto none = recognised("云岭县医疗保障局2023年度决算说明\n");
  EXPECT_EQ(none.profile, "");
  EXPECT_EQ(none.kind, "");
  EXPECT_EQ(recognised(title + "与预算公开一致\n").profile, "");
}

TEST_F(Recognise, TheNearestIsNamedWhereNoneFits) {
  data.put("profiles/index.toml",
           support::with(support::small_index, "[\"样例决算公开\"]", "[\"样例决算公开\", \"附表说明\"]"));
  const auto result = recognised(title);
  EXPECT_EQ(result.profile, "");
  EXPECT_EQ(result.nearest, "small-final");
}

TEST_F(Recognise, AWantedProfileIsTakenWithoutItsWords) {
  const auto result = recognised("云岭县医疗保障局\n", "small-final");
  EXPECT_EQ(result.profile, "small-final");
  EXPECT_THROW(recognised(title, "nowhere"), BadProfile);
}

TEST_F(Recognise, ADocumentWithoutProfileIsReadAsUnread) {
  const auto read = support::read("某单位收入 12.50 万元\n", data.files());
  EXPECT_EQ(read.reading.form(), nullptr);
  ASSERT_EQ(read.reading.facts.unread.size(), 1u);
  EXPECT_EQ(read.reading.facts.unread[0].why, "no-profile");
  EXPECT_EQ(count_coverage(read.reading).unread, 1u);
}

TEST(RecogniseLevel, TheTitleDecidesBetweenFormsWhoseWordsAllOccur) {
  const auto recognised = [](const std::string& text) {
    const auto document = document_of(text);
    return recognise(Stream(document), load_recognisers(DataFiles()));
  };
  const std::string words = "目录\n收支预算总表\n部门预算\n单位预算\n预算编制说明\n";
  const auto department = recognised("上海市云岭区2026年区级部门预算\n预算主管部门：上海市云岭区民政局\n" + words);
  EXPECT_EQ(department.profile, "shanghai-budget");
  EXPECT_EQ(department.level, "department");
  EXPECT_EQ(department.unit, "上海市云岭区民政局");
  EXPECT_EQ(department.year, 2026);
  const auto unit = recognised("上海市云岭区2026年区级单位预算\n预算单位：上海市云岭区社会福利中心\n" + words);
  EXPECT_EQ(unit.profile, "shanghai-budget-unit");
  EXPECT_EQ(unit.level, "unit");
  EXPECT_EQ(unit.unit, "上海市云岭区社会福利中心");
}

}  // namespace
}  // namespace mingzhang::profile
