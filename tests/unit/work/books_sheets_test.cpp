// Documents of any format as tables of texts: what imports are made of.
#include <gtest/gtest.h>

#include "work/books_parts.h"

namespace mingzhang::work {
namespace {

document::Line line(std::uint32_t number, std::string text) {
  document::Line made;
  made.number = number;
  made.text = std::move(text);
  return made;
}

/// A row of a grid: cells joined by tabs, a fragment for every cell that has words.
document::Line row(std::uint32_t page, std::uint32_t number, const std::vector<std::string>& cells) {
  document::Line made = line(number, "");
  made.page = page;
  made.grid = 1;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (column > 0) made.text += '\t';
    const auto begin = static_cast<std::uint32_t>(made.text.size());
    made.text += cells[column];
    if (!cells[column].empty())
      made.fragments.push_back(
          {begin, static_cast<std::uint32_t>(made.text.size()), static_cast<std::int32_t>(column)});
  }
  made.tabs = static_cast<std::uint32_t>(cells.size()) - 1;
  return made;
}

TEST(Sheets, AWorkbookHasOneForEverySheet) {
  document::Document document;
  document.format = document::Format::xlsx;
  document.sheets = {"指标", "支付"};
  document.lines = {row(1, 1, {"年度", "金额"}), row(1, 3, {"", "12.00"}), row(2, 1, {"日期"})};
  const auto sheets = sheets_of(document);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "指标");
  EXPECT_EQ(sheets[0].rows[1].line, 3U);
  EXPECT_EQ(sheets[0].rows[1].cells, (std::vector<std::string>{"", "12.00"}));
  EXPECT_EQ(sheets[1].rows[0].cells, std::vector<std::string>{"日期"});
}

TEST(Sheets, ARecordOfCommasMayGoOnOverLines) {
  document::Document document;
  document.lines = {line(1, "a,b"), line(2, "1,\"一"), line(4, "二\",3"), line(5, "4,\"open")};
  document.lines[2].blank_before = 1;
  const auto sheets = sheets_of(document);
  ASSERT_EQ(sheets.size(), 1U);
  ASSERT_EQ(sheets[0].rows.size(), 3U);
  EXPECT_EQ(sheets[0].rows[1].cells, (std::vector<std::string>{"1", "一\n\n二", "3"}));
  EXPECT_EQ(sheets[0].rows[1].line, 2U);
  EXPECT_EQ(sheets[0].rows[2].cells, std::vector<std::string>{"4,\"open"});
}

}  // namespace
}  // namespace mingzhang::work
