#include "profile/outline.h"

#include <gtest/gtest.h>

#include "support/small_form.h"

namespace mingzhang::profile {
namespace {

struct Found {
  std::string id;
  std::uint32_t line = 0;  ///< number in the file
  friend bool operator==(const Found&, const Found&) = default;
};

std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << found.id << " at " << found.line;
}

std::vector<Found> outline(const std::string& text) {
  static const support::SmallForm data;
  static const auto loaded = load_form(data.files(), "small-final", 2023);
  const auto document = support::document_of(text);
  std::vector<Found> out;
  for (const auto& anchor : find_outline(Stream(document), loaded->form))
    out.push_back({anchor.section ? anchor.section->id : anchor.table->id, document.lines[anchor.line].number});
  return out;
}

using Outline = std::vector<Found>;

TEST(Outline, HeadingsMayBeNumberedInAnyWay) {
  EXPECT_EQ(outline("一、总体情况\n文字\n（二）收入情况说明\n（二）收入情况\n3.支出情况\n第四部分 其他说明\n## 附表\n"),
            (Outline{{"overview", 1}, {"income", 4}, {"items", 5}, {"remarks", 6}, {"attachments", 7}}));
}

TEST(Outline, EntriesWithThePageTheyNameAreNoHeadings) {
  EXPECT_EQ(outline("目录\n一、总体情况    1\n二、收入情况……2\n一、总体情况\n文字\n二、收入情况\n文字\n二、收入情况\n"),
            (Outline{{"overview", 4}, {"income", 8}}));
}

TEST(PageOfEntry, StandsAfterALeader) {
  constexpr auto no = std::string_view::npos;
  EXPECT_EQ(page_of_entry("机构    12"), std::string_view("机构    ").size());
  EXPECT_EQ(page_of_entry("机构........3 "), std::string_view("机构........").size());
  EXPECT_EQ(page_of_entry("机构 … 3"), std::string_view("机构 … ").size());
  for (const auto* words : {"机构 12", "机构    1,254", "机构    12.5", "........3", "3", "机构....", "", "机构  2023"})
    EXPECT_EQ(page_of_entry(words), no) << words;
}

TEST(Outline, AcceptedTitlesAreAlternatives) {
  EXPECT_EQ(outline("一、总体情况说明\n"), (Outline{{"overview", 1}}));
}

TEST(Outline, WordsWithinASentenceAreNoHeading) {
  EXPECT_EQ(outline("一、总体情况如下\n收入情况良好。\n详见收入情况\n"), Outline{});
}

TEST(Outline, TheTableOfContentsIsLeftOut) {
  EXPECT_EQ(outline("目录\n一、总体情况\n二、收入情况\n正文\n一、总体情况\n文字\n二、收入情况\n"),
            (Outline{{"overview", 5}, {"income", 7}}));
}

TEST(Outline, WrappedHeadingsAreFound) {
  EXPECT_EQ(outline("一、总体\n情况说明\n二、收入\n\n情况\n"), (Outline{{"overview", 1}, {"income", 3}}));
}

TEST(Outline, TablesStandUnderTheirTitleIfRowsFollow) {
  EXPECT_EQ(outline("附表\n收支总表\n公开01表\n单位：万元\n项目\t行次\t决算数\n支出决算表\n"),
            (Outline{{"attachments", 1}, {"T1", 2}}));
}

TEST(Outline, ATitleNamedInASentenceIsNoTable) {
  EXPECT_EQ(outline("见收支总表\n项目\t行次\n收支总表如下\n项目\t行次\n"), Outline{});
}

TEST(Outline, ATitleWrappedOverTwoLinesIsOneTable) {
  EXPECT_EQ(outline("云岭县医疗保障局\n绩效自评表\n得分\t90\n"), (Outline{{"P", 1}}));
}

TEST(Outline, EveryPrintOfATableIsOne) {
  EXPECT_EQ(outline("收支总表\n项目\t1\n收支总表\n项目\t1\n"), (Outline{{"T1", 1}, {"T1", 3}}));
}

}  // namespace
}  // namespace mingzhang::profile
