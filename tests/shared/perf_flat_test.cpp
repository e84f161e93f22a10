// Whole tables of published documents against a list of their cells, made by eye: which lines and words of the document
// each of them is. tests/shared/performance-cells.csv holds no text but the names of the form.
#include <map>
#include <sstream>

#include "shared.h"
#include "support/flat_performance.h"

namespace mingzhang {
namespace {

using cube::PerformanceTable;

const document::Document& seed(const std::string& name) {
  static std::map<std::string, document::Document> documents;
  auto& document = documents[name];
  if (document.lines.empty()) document = support::document_of(content_of(shared_folder / "seeds" / (name + ".txt")));
  return document;
}

std::uint32_t index_of(const document::Document& document, std::uint32_t number) {
  const auto found = std::find_if(document.lines.begin(), document.lines.end(),
                                  [&](const document::Line& line) { return line.number >= number; });
  return static_cast<std::uint32_t>(found - document.lines.begin());
}

PerformanceTable read_table(const std::string& name, std::uint32_t title, std::uint32_t last_line) {
  const auto& document = seed(name);
  const std::uint32_t first = index_of(document, title);
  std::string words = document.lines[first].text;
  words.erase(std::remove(words.begin(), words.end(), ' '), words.end());
  PerformanceTable table;
  if (words.find("整体") != std::string::npos) table.scope = PerformanceTable::Scope::whole;
  if (words.find("目标表") != std::string::npos) table.stage = PerformanceTable::Stage::target;
  table.title.line = table.title.last_line = title;
  table.title.end = static_cast<std::uint32_t>(document.lines[first].text.size());
  profile::fill_flat_performance(document, first, index_of(document, last_line + 1) - 1, support::flat_words(), table);
  return table;
}

/// "1352-1354", "1362.3", "2654.3-2654.4+2655.3": lines and words of the document; "=words": themselves.
class Addresses {
 public:
  explicit Addresses(const document::Document& document) : document_(document) {}

  std::string text(const std::string& place) const {
    if (place.starts_with('=')) return place.substr(1);
    std::string out;
    std::istringstream parts(place);
    for (std::string part; std::getline(parts, part, '+');) out += range(part);
    return out;
  }

 private:
  std::string range(const std::string& part) const {
    const auto dash = part.find('-');
    const std::string from = part.substr(0, dash), to = dash == std::string::npos ? from : part.substr(dash + 1);
    std::string out;
    for (std::uint32_t number = line_of(from); number <= line_of(to); ++number) {
      const std::size_t first = number == line_of(from) ? word_of(from, 1) : 1;
      const std::size_t last = number == line_of(to) ? word_of(to, 99) : 99;
      out += words(number, first, last);
    }
    return out;
  }

  static std::uint32_t line_of(const std::string& address) { return static_cast<std::uint32_t>(std::stoul(address)); }
  static std::size_t word_of(const std::string& address, std::size_t without) {
    const auto point = address.find('.');
    return point == std::string::npos ? without : std::stoul(address.substr(point + 1));
  }

  std::string words(std::uint32_t number, std::size_t first, std::size_t last) const {
    const auto index = index_of(document_, number);
    if (index >= document_.lines.size() || document_.lines[index].number != number) return {};
    std::istringstream in(document_.lines[index].text);
    std::string word, out;
    for (std::size_t count = 1; in >> word; ++count)
      if (count >= first && count <= last) out += word;
    return out;
  }

  const document::Document& document_;
};

const cube::Printed* money_cell(const cube::MoneyRow& row, const std::string& column) {
  const std::map<std::string, const cube::Printed*> cells = {
      {"label", &row.label},   {"initial", &row.initial}, {"budget", &row.budget}, {"spent", &row.spent},
      {"weight", &row.weight}, {"rate", &row.rate},       {"score", &row.score}};
  return cells.at(column);
}

std::string indicator_cell(const cube::Indicator& row, const std::string& column) {
  const std::map<std::string, std::string> cells = {
      {"level1", row.level1},      {"level2", row.level2},          {"name", row.name.text},
      {"target", row.target.text}, {"basis", row.basis.text},       {"last", row.last.text},
      {"actual", row.actual.text}, {"weight", row.weight.text},     {"score", row.score.text},
      {"method", row.method.text}, {"evidence", row.evidence.text}, {"reason", row.reason.text}};
  return cells.at(column);
}

std::string head_cell(const PerformanceTable& table, const std::string& column) {
  const std::map<std::string, std::string> cells = {{"year", table.year.text},
                                                    {"subject", table.subject.text},
                                                    {"department", table.department.text},
                                                    {"unit", table.unit.text},
                                                    {"goal", table.goal.text},
                                                    {"result", table.result.text},
                                                    {"total_weight", table.total_weight.text},
                                                    {"total_score", table.total_score.text}};
  return cells.at(column);
}

std::string cell_of(const PerformanceTable& table, const std::string& row, const std::string& column) {
  constexpr std::string_view money = "money:";
  if (row == "head") return head_cell(table, column);
  if (!row.starts_with(money)) {
    const std::size_t number = std::stoul(row);
    return number <= table.indicators.size() ? indicator_cell(table.indicators[number - 1], column) : "no such row";
  }
  for (const auto& line : table.money)
    if (line.member == row.substr(money.size())) return money_cell(line, column)->text;
  return "no such row";
}

TEST(SharedFlatPerformance, EveryCellOfWholeTables) {
  if (!is_shared("seeds/000.txt")) GTEST_SKIP() << "no shared documents here";
  std::istringstream list(content_of(std::string(SOURCE_DIR) + "/tests/shared/performance-cells.csv"));
  std::string line;
  std::getline(list, line);
  std::map<std::string, PerformanceTable> tables;
  int count = 0;
  while (std::getline(list, line)) {
    std::istringstream in(line);
    std::string name, title, row, column, place;
    for (auto* field : {&name, &title, &row, &column, &place}) std::getline(in, *field, ',');
    if (row == "table") {
      tables[name + title] = read_table(name, static_cast<std::uint32_t>(std::stoul(title)),
                                        static_cast<std::uint32_t>(std::stoul(place)));
      continue;
    }
    EXPECT_EQ(cell_of(tables[name + title], row, column), Addresses(seed(name)).text(place))
        << name << " L" << title << " " << row << " " << column;
    ++count;
  }
  EXPECT_GT(count, 800);
}

TEST(SharedFlatPerformance, EveryTableHasItsIndicators) {
  if (!is_shared("seeds/000.txt")) GTEST_SKIP() << "no shared documents here";
  struct Expected {
    std::string seed;
    std::uint32_t title, last;
    std::size_t indicators;
  };
  const std::vector<Expected> tables = {{"000", 457, 649, 6},    {"000", 650, 827, 9},    {"000", 828, 1017, 7},
                                        {"000", 1018, 1243, 8},  {"000", 1244, 1463, 8},  {"000", 1464, 1654, 11},
                                        {"000", 1655, 1901, 14}, {"001", 1214, 1280, 4},  {"001", 1281, 1540, 13},
                                        {"001", 1541, 1765, 8},  {"001", 1766, 1992, 8},  {"001", 1993, 2227, 10},
                                        {"001", 2228, 2462, 9},  {"002", 2079, 2411, 13}, {"002", 2412, 2834, 20},
                                        {"002", 2835, 3138, 11}, {"002", 3139, 3542, 17}};
  for (const auto& expected : tables) {
    const auto table = read_table(expected.seed, expected.title, expected.last);
    const bool target = table.stage == PerformanceTable::Stage::target;
    int weights = 0;
    for (const auto& row : table.indicators) {
      const std::string where = expected.seed + " L" + std::to_string(row.weight.place.line);
      EXPECT_FALSE(row.name.empty() || row.target.empty() || row.weight.empty() || row.level2.empty()) << where;
      EXPECT_EQ(row.actual.empty(), target) << where;
      EXPECT_EQ(row.score.empty(), target) << where;
      if (!row.weight.empty()) weights += std::stoi(row.weight.text);
    }
    EXPECT_EQ(table.indicators.size(), expected.indicators) << expected.seed << " L" << expected.title;
    EXPECT_EQ(weights, 90) << expected.seed << " L" << expected.title;
    EXPECT_FALSE(table.subject.empty() || table.goal.empty() || table.money.empty());
    EXPECT_EQ(table.result.empty(), target);
  }
}

}  // namespace
}  // namespace mingzhang
