// The statement tables of document 001, flattened by its extraction: every value in its cell.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>

#include "shared.h"

namespace mingzhang {
namespace {

using Values = std::map<std::string, std::map<std::string, std::string>>;  ///< row -> column -> value

Values values_of(const profile::Reading& reading, const std::string& table) {
  Values out;
  for (const auto& statement : reading.facts.statements)
    if (statement.kind == cube::Kind::value && statement.place.table == table)
      out[statement.place.row][statement.place.column] = statement.quantity.spell();
  return out;
}

std::size_t count(const Values& values) {
  std::size_t all = 0;
  for (const auto& [row, columns] : values) all += columns.size();
  return all;
}

/// Amounts between two titles of the text itself, counted without any form.
std::size_t amounts_between(const profile::Reading& reading, const std::string& from, const std::string& to) {
  static const std::regex amount("(^|[ ])[0-9,]+[.][0-9]{2}(?=$|[ ])");
  std::size_t all = 0;
  bool inside = false;
  for (const auto& line : reading.stream->document().lines) {
    std::string bare = line.text;
    std::erase(bare, ' ');
    if (bare == to) break;
    if (inside)
      all +=
          static_cast<std::size_t>(std::distance(std::sregex_iterator(line.text.begin(), line.text.end(), amount), {}));
    inside = inside || bare == from;
  }
  return all;
}

class FlatColumns : public testing::Test {
 protected:
  void SetUp() override {
    if (!is_shared("seeds/001.txt")) GTEST_SKIP() << "no shared documents here";
    document_ = read_shared("seeds/001.txt");
  }
  const profile::Reading& reading() const { return document_->reading; }

  std::optional<support::ReadDocument> document_;
};

TEST_F(FlatColumns, EveryAmountIsRead) {
  for (int table = 1; table <= 7; ++table) {
    const auto name = std::to_string(table);
    const auto values = values_of(reading(), "T" + name);
    const std::size_t printed = amounts_between(reading(), "表" + name, "表" + std::to_string(table + 1));
    EXPECT_GT(printed, 8u) << name;
    EXPECT_EQ(count(values), printed) << name;
  }
}

TEST_F(FlatColumns, ExpenditureIsBasicOrOfAProject) {
  std::set<std::string> projects;  // subjects of table 7 and what lies above them
  for (const auto& [row, columns] : values_of(reading(), "T7"))
    for (const std::size_t digits : {3U, 5U, 7U})
      if (row.find_first_not_of("0123456789") >= digits) projects.insert(row.substr(0, digits));
  for (const auto* table : {"T3", "T5"}) {
    const auto values = values_of(reading(), table);
    EXPECT_EQ(values.size(), 22u);
    for (const auto& [row, columns] : values) {
      if (columns.size() == 3) continue;
      ASSERT_EQ(columns.size(), 2u) << row;
      const bool project = std::any_of(columns.begin(), columns.end(),
                                       [](const auto& cell) { return cell.first.ends_with("项目支出"); });
      EXPECT_EQ(project, projects.contains(row)) << table << " " << row;
    }
  }
}

TEST_F(FlatColumns, StaffIsPaidFromTwoClassesAndRunningFromTheOthers) {
  for (const auto& [row, columns] : values_of(reading(), "T6")) {
    if (columns.size() == 3) continue;
    const bool staff = row.starts_with("301") || row.starts_with("303");
    for (const auto& [column, value] : columns)
      if (!column.ends_with("合计")) {
        EXPECT_EQ(column.ends_with("人员经费"), staff) << row;
      }
  }
}

TEST_F(FlatColumns, AllMoneyIsGeneralAndSomeOfItFromAbove) {
  for (const auto& [row, columns] : values_of(reading(), "T2"))
    for (const auto& [column, value] : columns)
      EXPECT_TRUE(column == "总计" || column.find("小计") != std::string::npos ||
                  column.find("一般公共预算") != std::string::npos)
          << row << " " << column;
  for (const auto& [row, columns] : values_of(reading(), "T4"))
    for (const auto& [column, value] : columns)
      EXPECT_TRUE(column.find("合计") != std::string::npos || column.find("一般公共预算") != std::string::npos) << row;
}

TEST_F(FlatColumns, WhichThreeColumnsTableSevenUsesIsOpen) {
  std::map<std::string, std::set<std::string>> rows;
  std::size_t open = 0;
  for (const auto& statement : reading().facts.statements) {
    if (statement.place.table != "T7" || statement.kind != cube::Kind::value) continue;
    if (statement.open.empty()) continue;
    ++open;
    rows[statement.place.column].insert(statement.place.row);
  }
  EXPECT_EQ(rows.size(), 3u);
  EXPECT_EQ(open + values_of(reading(), "T7").size(), count(values_of(reading(), "T7")));
}

}  // namespace
}  // namespace mingzhang
