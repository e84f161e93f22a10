// What goes on over pages, stands on each of them, or cannot be seen: on pages without a PDF.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/pdf/continue.h"
#include "formats/pdf/furniture.h"
#include "formats/pdf/layout.h"
#include "formats/pdf/notices.h"
#include "support/pdf_page.h"

namespace mingzhang::formats::pdf {
namespace {

using test::described;
using test::ModelPage;
using Words = std::vector<std::string>;

/// A table of three columns whose rows begin at y, each of one line.
ModelPage table_page(std::uint32_t number, float y, const std::vector<std::vector<std::string>>& rows) {
  ModelPage model(number);
  std::vector<float> ys{y};
  for (const auto& row : rows) {
    const float foot = ys.back() + 15;
    for (std::size_t column = 0; column < row.size(); ++column)
      model.text(60 + 150 * static_cast<float>(column), foot, row[column]);
    ys.push_back(ys.back() + 20);
  }
  return model.grid({50, 200, 350, 500}, ys);
}

Words joined_pages(std::vector<ModelPage> models) {
  std::vector<Block> blocks;
  TableJoiner joiner([&](const Block& block) { blocks.push_back(block); });
  for (ModelPage& model : models) {
    PageBlocks page = blocks_of(model.page);
    joiner.add(page.blocks, page.height());
  }
  joiner.finish();
  return described(blocks);
}

const std::vector<std::vector<std::string>> first_rows = {{"编码", "名称", "合计"}, {"201", "甲", "1.00"},
                                                          {"202", "乙", "2.00"},    {"203", "丙", "3.00"},
                                                          {"204", "丁", "4.00"},    {"205", "机关事业单位", "5.00"}};
const std::string first_words = "编码|名称|合计/201|甲|1.00/202|乙|2.00/203|丙|3.00/204|丁|4.00/205|机关事业单位|5.00";
constexpr float low = 700;  ///< where a table ends at the foot of its page

TEST(PdfContinue, WithoutAHeader) {
  EXPECT_EQ(joined_pages({table_page(1, low, first_rows), table_page(2, 70, {{"206", "己", "6.00"}})}),
            (Words{first_words + "/206|己|6.00"}));
}

TEST(PdfContinue, WithTheHeaderAgain) {
  EXPECT_EQ(joined_pages({table_page(1, low, first_rows), table_page(2, 70, {first_rows[0], {"206", "己", "6.00"}})}),
            (Words{first_words + "/206|己|6.00"}));
}

TEST(PdfContinue, WithTheTitleAndTheHeaderAgain) {
  ModelPage first = table_page(1, low, first_rows), second = table_page(2, 70, {first_rows[0], {"206", "己", "6.00"}});
  first.text(200, 650, "支出决算表").text(400, 680, "单位：万元");
  second.text(200, 40, "支出决算表（续）").text(400, 60, "单位：万元");
  EXPECT_EQ(joined_pages({first, second}), (Words{"支出决算表", "单位：万元", first_words + "/206|己|6.00"}));
}

TEST(PdfContinue, ABlankPageBetweenDoesNotMatter) {
  EXPECT_EQ(joined_pages({table_page(1, low, first_rows), ModelPage(2), table_page(3, 70, {{"206", "己", "6.00"}})}),
            (Words{first_words + "/206|己|6.00"}));
}

TEST(PdfContinue, EachRowKnowsItsPage) {
  std::vector<Block> blocks;
  TableJoiner joiner([&](const Block& block) { blocks.push_back(block); });
  for (ModelPage model : {table_page(1, low, first_rows), table_page(2, 70, {{"206", "己", "6.00"}})}) {
    PageBlocks page = blocks_of(model.page);
    joiner.add(page.blocks, page.height());
  }
  joiner.finish();
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].table.rows.front().page, 1U);
  EXPECT_EQ(blocks[0].table.rows.back().page, 2U);
}

TEST(PdfContinue, ARowThatThePageBreakCut) {
  EXPECT_EQ(
      joined_pages({table_page(1, low, first_rows), table_page(2, 70, {{"", "养老保险", ""}, {"206", "己", "6.00"}})}),
      (Words{
          "编码|名称|合计/201|甲|1.00/202|乙|2.00/203|丙|3.00/204|丁|4.00/205|机关事业单位养老保险|5.00/206|己|6.00"}));
}

TEST(PdfContinue, ARowWithoutFiguresIsNoRest) {
  const std::vector<std::vector<std::string>> rows = {
      {"项目", "预算数", "决算数"}, {"甲", "1.00", "1.00"}, {"乙", "", ""}, {"丙", "", ""},
      {"丁", "1.00", ""},           {"戊", "2.00", ""}};
  EXPECT_EQ(joined_pages({table_page(1, low, rows), table_page(2, 70, {{"己", "", ""}})}),
            (Words{"项目|预算数|决算数/甲|1.00|1.00/乙||/丙||/丁|1.00|/戊|2.00|/己||"}));
}

TEST(PdfContinue, AnotherTitleOrOtherColumnsAreAnotherTable) {
  ModelPage titled = table_page(2, 70, {first_rows[0], {"301", "己", "6.00"}});
  titled.text(200, 50, "收入决算表");
  EXPECT_EQ(joined_pages({table_page(1, low, first_rows), titled}).size(), 3U);
  ModelPage other(2);
  other.grid({50, 120, 500}, {70, 90}).text(60, 85, "甲").text(130, 85, "1.00");
  EXPECT_EQ(joined_pages({table_page(1, low, first_rows), other}).size(), 2U);
}

TEST(PdfContinue, FormsThatFillAPageEachAreSeveral) {
  const auto form = [](std::uint32_t number, const char* name) {
    ModelPage model(number);
    model.across(100, 50, 350).across(120, 50, 350).across(140, 50, 350).across(160, 50, 350);
    model.down(50, 100, 160).down(200, 120, 160).down(350, 100, 160);
    return model.text(100, 115, "项目绩效目标表").text(60, 135, "项目名称").text(210, 135, name).text(60, 155, "金额");
  };
  EXPECT_EQ(joined_pages({form(1, "甲"), form(2, "乙")}).size(), 2U);
}

Words without_furniture(std::vector<ModelPage> models) {
  std::vector<PageBlocks> pages;
  for (ModelPage& model : models) pages.push_back(blocks_of(model.page));
  remove_furniture(pages);
  Words words;
  for (const PageBlocks& page : pages)
    for (const auto& block : described(page.blocks)) words.push_back(block);
  return words;
}

TEST(PdfFurniture, PageNumbers) {
  const auto page = [](std::uint32_t number, const char* words, const char* foot) {
    return ModelPage(number).text(60, 400, words).text(290, 810, foot);
  };
  EXPECT_EQ(without_furniture({page(1, "甲", "- 1 -"), page(2, "乙", "- 2 -")}), (Words{"甲", "乙"}));
  EXPECT_EQ(without_furniture({page(1, "甲", "第1页 共2页"), page(2, "乙", "第2页 共2页")}), (Words{"甲", "乙"}));
  EXPECT_EQ(without_furniture({page(1, "甲", "3"), page(2, "乙", "4")}), (Words{"甲", "乙"}));
}

TEST(PdfFurniture, AFigureAtTheFootIsNoPageNumber) {
  const auto page = [](std::uint32_t number, const char* foot) { return ModelPage(number).text(290, 810, foot); };
  EXPECT_EQ(without_furniture({page(1, "1500"), page(2, "37"), page(3, "2.5")}), (Words{"1500", "37", "2.5"}));
}

TEST(PdfFurniture, RunningHeadsButNotTitlesOfTables) {
  std::vector<ModelPage> prose, tables;
  for (std::uint32_t number = 1; number <= 3; ++number) {
    prose.push_back(ModelPage(number).text(60, 40, "某局部门决算").text(60, 400, "正文" + std::to_string(number)));
    tables.push_back(table_page(number, 70, {{std::to_string(number), "甲", "1.00"}}));
    tables.back().text(60, 40, "支出决算表");
  }
  EXPECT_EQ(without_furniture(prose), (Words{"正文1", "正文2", "正文3"}));
  EXPECT_EQ(without_furniture(tables).size(), 6U);
}

TEST(PdfFurniture, TitlesThatAreRepeatedStay) {
  std::vector<ModelPage> large, few;
  for (std::uint32_t number = 1; number <= 3; ++number)
    large.push_back(ModelPage(number).text(60, 40, "项目情况", 16).text(60, 400, "正文", 10));
  for (std::uint32_t number = 1; number <= 12; ++number) {
    few.push_back(ModelPage(number).text(60, 400, "正文"));
    if (number % 4 == 0) few.back().text(60, 40, "项目情况");
  }
  EXPECT_EQ(without_furniture(large).size(), 6U);
  EXPECT_EQ(without_furniture(few).size(), 15U);
}

Words notices(const std::vector<Page>& pages) {
  document::Document document;
  NoticeWriter writer(document);
  for (const Page& page : pages) writer.add(page, false);
  writer.finish();
  Words words;
  for (const auto& notice : document.notices)
    words.push_back(std::to_string(notice.page) + " " + notice.code +
                    (notice.detail.empty() ? "" : " " + notice.detail));
  return words;
}

Page seen(std::uint32_t number, const char* words) {
  return ModelPage(number).text(60, 100, words).page;
}

TEST(PdfNotices, WhatCannotBeSeen) {
  Page blank = ModelPage(1).text(60, 100, "  ").page, hidden = seen(2, "甲"), off = seen(3, "乙");
  hidden.hidden = 7;
  off.off_page = 3;
  off.clipped = 2;
  off.unseen = U"看不见的字";
  EXPECT_EQ(notices({blank, hidden, off}),
            (Words{"1 blank-page", "2 hidden-text 7", "3 clipped-text 2", "3 text-off-page 3"}));
}

TEST(PdfNotices, TextCutOnOnePageAndRepeatedOnTheNextIsToldOnce) {
  Page first = seen(1, "第一页的文字没有写完就到了纸边"), second = seen(2, "剩下的文字到了第二页上面才能看见");
  first.clipped = 16;
  first.unseen = U"剩下的文字到了第二页上面才能看见";
  second.off_page = 15;
  second.unseen = U"第一页的文字没有写完就到了纸边";
  EXPECT_EQ(notices({first, second}), (Words{"1 clipped-repeated 16"}));
}

}  // namespace
}  // namespace mingzhang::formats::pdf
