// Every value of the nine tables of a real document stands in its cell, and nothing else does.
#include <array>
#include <set>
#include <sstream>

#include "profile/names.h"
#include "shared.h"
#include "text/normal.h"

namespace mingzhang {
namespace {

/// "T1 line 470 本年收入合计 收入/决算数 = 526.04"
using Cells = std::multiset<std::string>;

std::string spelled(const std::string& table, const std::string& line, const std::string& row,
                    const std::string& column, const std::string& value) {
  return table + " line " + line + " " + profile::bare_label(text::normal_text(row)) + " " + column + " = " + value;
}

Cells expected_cells() {
  std::ifstream file(std::filesystem::path(SOURCE_DIR) / "tests/shared/seed-004-cells.csv");
  Cells cells;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::array<std::string, 5> field;
    for (auto& one : field) std::getline(fields, one, ',');
    cells.insert(spelled(field[0], field[1], field[2], field[3], field[4]));
  }
  return cells;
}

/// Rows by the label that is printed, which may differ from that of the form.
std::string row_name(const profile::Reading& reading, const cube::Place& place) {
  for (const auto& table : reading.tables)
    for (const auto& row : table.rows)
      if (row.place.line == place.line && row.key == place.row) return row.key == row.name ? row.key : row.name;
  return place.row;
}

Cells read_cells(const profile::Reading& reading) {
  Cells cells;
  for (const auto& statement : reading.facts.statements) {
    const auto& place = statement.place;
    const bool statement_table = place.table.str().starts_with("T");  // and not a performance table
    if (statement.kind != cube::Kind::value || !statement_table) continue;
    const bool code = place.row.str().find_first_not_of("0123456789") == std::string::npos;
    cells.insert(spelled(place.table, std::to_string(place.line), code ? place.row.str() : row_name(reading, place),
                         place.column, place.quote));
  }
  return cells;
}

TEST(SharedTables, EveryValueStandsInItsCellAndNoneElsewhere) {
  if (!is_shared("seeds/004.txt")) GTEST_SKIP() << "no shared documents here";
  const auto document = read_shared("seeds/004.txt");
  const Cells expected = expected_cells(), read = read_cells(document.reading);
  EXPECT_EQ(expected.size(), 239u);
  for (const auto& cell : expected) EXPECT_EQ(read.count(cell), expected.count(cell)) << "not read: " << cell;
  for (const auto& cell : read) EXPECT_EQ(expected.count(cell), read.count(cell)) << "not there: " << cell;
}

}  // namespace
}  // namespace mingzhang
