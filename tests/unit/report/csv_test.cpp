#include "report/csv.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace mingzhang::report {
namespace {

TEST(Csv, WordsAreQuotedOnlyWhereTheyMustBe) {
  EXPECT_EQ(csv_words("基本支出"), "基本支出");
  EXPECT_EQ(csv_words("一,二"), "\"一,二\"");
  EXPECT_EQ(csv_words("他说\"好\""), "\"他说\"\"好\"\"\"");
  EXPECT_EQ(csv_words("上\n下"), "\"上\n下\"");
  EXPECT_EQ(csv_words(""), "");
}

TEST(Csv, WordsThatWouldBeFormulasAreText) {
  EXPECT_EQ(csv_words("=1+1"), "'=1+1");
  EXPECT_EQ(csv_words("+86"), "'+86");
  EXPECT_EQ(csv_words("-12.80"), "'-12.80");
  EXPECT_EQ(csv_words("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_words("\t=1"), "'\t=1");
  EXPECT_EQ(csv_words("＝HYPERLINK(\"x\",1)"), "\"'＝HYPERLINK(\"\"x\"\",1)\"");
}

class CsvOfSample : public testing::Test {
 protected:
  CsvOfSample() : sample({"预决算差异率 -26.35%，收入 1,254.76 万元"}) {}

  std::string row_of(cube::Statement statement) {
    sample.result.reading.facts.statements = {std::move(statement)};
    const std::string csv = read_csv(sample.entry());
    const auto first_end = csv.find("\r\n");
    header = csv.substr(0, first_end);
    return csv.substr(first_end + 2);
  }

  Sample sample;
  std::string header;
};

TEST_F(CsvOfSample, BeginsWithAByteOrderMarkAndNamesItsColumns) {
  EXPECT_EQ(row_of({}).substr(0, 6), "value,");
  EXPECT_EQ(header.substr(0, 29), "\xEF\xBB\xBFkind,state,measure,unit,ye");
  EXPECT_NE(header.find(",item,value,value_unit,text,relation,claim,direction,base,role,"), std::string::npos);
}

TEST_F(CsvOfSample, FiguresAreNumbersOfASpreadsheet) {
  cube::Statement statement;
  statement.has_figure = true;
  statement.kind = cube::Kind::claim;
  statement.claim = cube::Claim::deviation;
  statement.quantity = cube::quantity_of(*text::read_number("-26.35%"), "%", 0);
  statement.place = sample.place(1, "-26.35%");
  const std::string row = row_of(statement);
  EXPECT_NE(row.find(",-26.35,%,"), std::string::npos) << row;
  EXPECT_NE(row.find(",'-26.35%,,\r\n"), std::string::npos) << row;  // the quote is words

  statement.quantity = cube::quantity_of(*text::read_number("1,254.76万元"), "元", 4);
  EXPECT_NE(row_of(statement).find(",1254.76,万元,"), std::string::npos);
}

TEST_F(CsvOfSample, EveryRowHasAsManyFieldsAsTheHeader) {
  const std::string row = row_of({});
  const auto commas = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
  EXPECT_EQ(commas(row), commas(header));
  EXPECT_EQ(row.substr(row.size() - 2), "\r\n");
}

}  // namespace
}  // namespace mingzhang::report
