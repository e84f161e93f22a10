// The tables of a real document, written as sheets and as a workbook, hold all values that were read.
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>

#include "formats/xlsx/write.h"
#include "profile/write.h"
#include "shared.h"

namespace mingzhang {
namespace {

using Values = std::multiset<std::string>;

/// Without trailing zeros, as a workbook stores numbers.
std::string plain(const money::Decimal& value) {
  return value.trimmed().to_string();
}

class Workbooks : public testing::Test {
 protected:
  void SetUp() override {
    if (!is_shared("seeds/004.txt")) GTEST_SKIP() << "no shared documents here";
    document = read_shared("seeds/004.txt");
    sheets = profile::write_tables(document.reading);
    for (const auto& statement : document.reading.facts.statements)
      if (statement.kind == cube::Kind::value && !statement.place.table.empty())
        read[statement.place.table].insert(plain(statement.quantity.value.shifted(-statement.quantity.power)));
  }

  /// Facts of the workbook as tests/unit/formats/xlsx_contents.py prints them; empty without python3.
  std::string contents() const {
    if (std::system("python3 -c 'import zipfile' >/dev/null 2>&1") != 0) return {};
    const std::string path = testing::TempDir() + "shared_workbook_test.xlsx", facts = path + ".facts";
    std::ofstream(path, std::ios::binary) << formats::write_workbook(sheets);
    const std::string command =
        "python3 '" SOURCE_DIR "/tests/unit/formats/xlsx_contents.py' '" + path + "' > '" + facts + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return content_of(facts);
  }

  support::ReadDocument document;
  std::vector<document::Sheet> sheets;
  std::map<std::string, Values> read;  ///< by table
};

TEST_F(Workbooks, SheetsHoldAllValuesRead) {
  ASSERT_EQ(sheets.size(), 9u);
  std::size_t count = 0;
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    Values written;
    for (const auto& cell : sheets[index].cells)
      if (cell.is_number) written.insert(plain(money::parse_decimal(cell.text).value()));
    EXPECT_EQ(written, read["T" + std::to_string(index + 1)]) << sheets[index].title;
    count += written.size();
  }
  EXPECT_EQ(count, 239u);
}

TEST_F(Workbooks, NumbersAreNumbersUnderMergedHeaders) {
  const std::string facts = contents();
  if (facts.empty()) GTEST_SKIP() << "no python3";
  std::istringstream lines(facts);
  std::map<std::string, Values> numbers;
  std::map<std::string, int> merged;
  std::string sheet, line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string kind, cell, type, value, format;
    words >> kind >> cell >> type >> value >> format;
    if (kind == "sheet") sheet = cell;
    if (kind == "merged") ++merged[sheet];
    if (kind != "cell" || type != "number") continue;
    numbers[sheet].insert(plain(money::parse_decimal(value).value()));
    EXPECT_EQ(format, "#,##0.00") << line;
  }
  for (int table = 1; table <= 9; ++table) {
    const std::string name = "公开0" + std::to_string(table) + "表";
    EXPECT_EQ(numbers[name], read["T" + std::to_string(table)]) << name;
    EXPECT_GE(merged[name], 3) << name;  // the title, the note, and headers over several columns or rows
  }
}

}  // namespace
}  // namespace mingzhang
