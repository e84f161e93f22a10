// Figures of slices: what forms ask for, from the two example bureaus, and against a naive sum of random entries.
#include "books/source.h"

#include <random>

#include "books/cells.h"
#include "books/csv.h"
#include "money/fen.h"
#include "support/books.h"

namespace mingzhang::books {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using tests::OpenBooks;

Cell cell(const std::string& words) {
  const auto parsed = parse_cell(words);
  EXPECT_TRUE(parsed) << words;
  return parsed.value_or(Cell());
}

/// In 万元 with two decimals, as it is published; "-" where nothing is recorded.
std::string published(const cube::Source& source, const std::string& words) {
  const auto figure = source.figure(cell(words));
  return figure ? figure->quantity.value.shifted(-4).rounded(2).to_string() : "-";
}

std::string counted(const cube::Source& source, const std::string& words) {
  const auto figure = source.figure(cell(words));
  return figure ? figure->quantity.spell() + figure->quantity.unit : "-";
}

std::string names(const std::vector<Member>& members) {
  std::string joined;
  for (const auto member : members) joined += (joined.empty() ? "" : " ") + std::string(member.name());
  return joined;
}

void import(OpenBooks& open, const std::string& file, const char* kind) {
  std::istringstream lines(tests::file_content(std::string(SOURCE_DIR "/examples/books/") + file));
  Sheet sheet;
  std::string line, record;
  while (std::getline(lines, line)) {
    record += line;
    sheet.rows.push_back({0, {}});
    if (split_csv(record, sheet.rows.back().cells)) {
      record.clear();
    } else {
      record += '\n';
      sheet.rows.pop_back();
    }
  }
  Taken taken;
  take_rows(open.desk, tests::vocabulary(), sheet, kind == nullptr ? nullptr : find_kind(kind), taken);
  ASSERT_TRUE(taken.problems.empty()) << file << " " << taken.problems.front().problem.code;
}

class Budget2025 : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(open.add("unit", {{"name", "云岭县医疗保障局"}, {"code", "101001"}}), 0);
    import(open, "budget-2025/projects.csv", "project");
    import(open, "budget-2025/budget.csv", "budget");
    for (const auto* file : {"budget-2025/counts.csv", "budget-2025/procurement.csv", "budget-2025/texts.csv"})
      import(open, file, nullptr);
    source.emplace(open.books, tests::slices(), BooksSource::Options{2025, "initial"});
  }
  OpenBooks open;
  std::optional<BooksSource> source;
};

/// The published tables 1 to 7 and 10 of a budget with these amounts.
TEST_F(Budget2025, GivesThePublishedTables) {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"flow=income", "1254.76"},
      {"flow=income fund=general", "1254.76"},
      {"flow=income fund=general level=own", "1166.13"},
      {"flow=income fund=general level=upper", "88.63"},
      {"flow=income fund=govfund", "-"},
      {"flow=opening", "-"},
      {"flow=sources", "1254.76"},
      {"flow=sources fund=fiscal", "1254.76"},
      {"flow=expenditure function=208", "33.06"},
      {"flow=expenditure function=210", "1199.23"},
      {"flow=expenditure function=221", "22.46"},
      {"flow=expenditure", "1254.76"},
      {"flow=sources function=21011", "13.07"},
      {"flow=income fund=general function=210 level=own", "1110.60"},
      {"flow=income fund=general function=210 level=upper", "88.63"},
      {"flow=income fund=general function=2101399 level=own", "39.06"},
      {"flow=expenditure nature=basic", "280.37"},
      {"flow=expenditure nature=project", "974.39"},
      {"flow=expenditure nature=basic function=210", "224.84"},
      {"flow=expenditure nature=basic function=2101501", "211.77"},
      {"flow=expenditure fund=general function=2101202", "705.15"},
      {"flow=expenditure fund=general function=21013", "266.84"},
      {"flow=expenditure fund=general nature=basic economic=301", "270.18"},
      {"flow=expenditure fund=general nature=basic economic=301 item=staff", "270.18"},
      {"flow=expenditure fund=general nature=basic economic=301 item=running", "-"},
      {"flow=expenditure fund=general nature=basic item=staff", "273.29"},
      {"flow=expenditure fund=general nature=basic economic=staff", "273.29"},
      {"flow=expenditure fund=general nature=basic economic=running", "7.08"},
      {"flow=expenditure fund=general nature=basic economic=30110", "12.78"},
      {"flow=expenditure fund=general nature=basic economic=30112", "1.20"},
      {"flow=expenditure fund=general nature=project economic=313", "791.38"},
      {"flow=expenditure fund=general nature=project economic=303", "180.61"},
      {"flow=expenditure fund=general nature=project project=城乡医疗救助", "141.55"},
      {"flow=expenditure fund=general nature=project function=2101399 economic=313 project=人身意外伤害保险自治区补助",
       "86.23"},
      {"flow=expenditure fund=fiscal item=three-public", "0.80"},
      {"flow=expenditure fund=general item=vehicles", "0.80"},
      {"flow=expenditure fund=general item=vehicle-running", "0.80"},
      {"flow=expenditure fund=general item=abroad", "-"},
      {"flow=expenditure item=running-costs", "7.08"},
      {"flow=expenditure item=procurement", "7.08"},
      {"flow=expenditure item=goods", "4.20"},
      {"flow=expenditure item=services", "2.88"},
      {"flow=expenditure item=works", "-"},
      {"flow=expenditure item=sme", "7.08"},
      {"flow=expenditure item=micro", "7.08"},
      {"item=whole", "1254.76"},
      {"item=fiscal-projects", "974.39"},
      {"flow=expenditure economic=501 nature=basic", "270.18"},
      {"year=last flow=expenditure nature=basic", "312.44"},
      {"year=last flow=expenditure fund=general function=2101202", "674.93"},
      {"year=last flow=income fund=general level=upper", "104.26"},
      {"year=2024 flow=expenditure item=running-costs", "8.85"},
      {"year=last stage=outturn item=all-vehicles", "9.26"},
      {"flow=income scope=agency", "-"},
  };
  for (const auto& [words, figure] : expected) EXPECT_EQ(published(*source, words), figure) << words;
}

TEST_F(Budget2025, CountsWholesAndWords) {
  EXPECT_EQ(counted(*source, "measure=persons item=staff"), "19人");
  EXPECT_EQ(counted(*source, "measure=persons item=in-service"), "16人");
  EXPECT_EQ(counted(*source, "measure=persons year=last item=retired"), "2人");
  EXPECT_EQ(counted(*source, "measure=posts item=staff"), "17人");
  EXPECT_EQ(counted(*source, "measure=offices"), "4个");
  EXPECT_EQ(counted(*source, "measure=tables item=projects"), "5个");
  EXPECT_EQ(counted(*source, "measure=vehicles year=last stage=outturn item=all-vehicles"), "1辆");
  EXPECT_EQ(counted(*source, "measure=devices item=large-devices"), "-") << "nobody counted them in 2025";
  EXPECT_EQ(source->words("offices", {}), "办公室、基金监管股、待遇保障股、医药服务股");
  EXPECT_EQ(source->words("unit", {}), "云岭县医疗保障局");
  EXPECT_EQ(source->words("reason", cell("year=2025 stage=initial flow=expenditure nature=basic")), "在职人员减少一人");
  EXPECT_EQ(source->words("reason", cell("year=2024 flow=expenditure nature=basic")), "");
  EXPECT_EQ(source->words("basis", cell("flow=expenditure project=城乡医疗救助")), "自治区医疗救助办法");
}

TEST_F(Budget2025, NamesMembers) {
  EXPECT_EQ(names(source->members(Dimension::function, cell("flow=expenditure"), 3)), "208 210 221");
  EXPECT_EQ(names(source->members(Dimension::function, cell("flow=expenditure nature=project"), 7)),
            "2101202 2101301 2101399 2101599");
  EXPECT_EQ(names(source->members(Dimension::function, cell("flow=expenditure function=208"), 0)),
            "208 20805 2080501 2080505");
  EXPECT_EQ(names(source->members(Dimension::function, cell("flow=expenditure fund=govfund"), 0)), "");
  EXPECT_EQ(names(source->members(Dimension::economic, cell("flow=expenditure nature=basic economic=303"), 5)),
            "30302");
  EXPECT_EQ(names(source->members(Dimension::project, cell("flow=expenditure"), 0)),
            "城乡居民基本医疗保险补助（本级） 城乡医疗救助 消化上年新增暂付款 人身意外伤害保险自治区补助 "
            "全民参保及医疗保障服务自治区补助");
  EXPECT_EQ(names(source->members(Dimension::item, cell("measure=persons"), 0)), "in-service retired retired-cadres");
}

TEST_F(Budget2025, TracesToEntries) {
  const auto figure = source->figure(cell("flow=expenditure fund=general function=2101301"));
  ASSERT_TRUE(figure);
  ASSERT_EQ(figure->places.size(), 1U);
  const auto& place = figure->places[0];
  EXPECT_EQ(place.document, open.scratch.path().filename().string());
  EXPECT_EQ(place.table, "budget");
  EXPECT_EQ(place.quote, "云财预〔2025〕1号");
  EXPECT_EQ(open.books.entry(std::stoll(place.row))->amount, 141550000);
}

class Final2023 : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(open.add("unit", {{"name", "澄河县医疗保障局"}, {"code", "101001"}}), 0);
    for (const auto* kind : {"budget", "adjustment", "payment", "income"})
      import(open,
             std::string("final-2023/") + kind +
                 (std::string(kind) == "budget" || std::string(kind) == "income" ? "" : "s") + ".csv",
             kind);
    for (const auto* file : {"final-2023/counts.csv", "final-2023/texts.csv"}) import(open, file, nullptr);
    source.emplace(open.books, tests::slices(), BooksSource::Options{2023, "outturn", 10});
  }
  OpenBooks open;
  std::optional<BooksSource> source;
};

TEST_F(Final2023, GivesThePublishedTables) {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"flow=income fund=general", "526.04"},
      {"flow=income", "526.04"},
      {"flow=income fund=business", "-"},
      {"flow=sources", "526.04"},
      {"flow=uses", "526.04"},
      {"flow=closing", "0.00"},
      {"flow=opening", "-"},
      {"flow=surplus-used", "-"},
      {"flow=expenditure function=208", "14.52"},
      {"flow=expenditure function=210", "503.03"},
      {"flow=expenditure function=221", "8.49"},
      {"flow=income fund=fiscal function=2101199", "283.10"},
      {"flow=expenditure nature=basic", "160.72"},
      {"flow=expenditure nature=project", "365.33"},
      {"flow=expenditure fund=general function=21011", "306.53"},
      {"flow=expenditure fund=general function=21015", "196.50"},
      {"flow=expenditure fund=general function=21015 nature=project", "58.79"},
      {"flow=expenditure fund=general function=2101506", "48.96"},
      {"flow=expenditure fund=general function=2101599", "9.84"},
      {"flow=expenditure fund=general nature=basic economic=301", "153.78"},
      {"flow=expenditure fund=general nature=basic economic=302", "6.27"},
      {"flow=expenditure fund=general nature=basic economic=30101", "41.41"},
      {"flow=expenditure fund=general nature=basic economic=30239", "2.20"},
      {"flow=expenditure fund=general nature=basic economic=staff", "154.45"},
      {"flow=expenditure fund=general nature=basic economic=running", "6.27"},
      {"stage=adjusted flow=expenditure fund=fiscal item=three-public", "0.60"},
      {"flow=expenditure fund=fiscal item=reception", "0.32"},
      {"flow=expenditure fund=fiscal item=meeting", "1.10"},
      {"stage=initial flow=expenditure fund=general", "553.88"},
      {"stage=initial flow=expenditure fund=general function=2101101", "80.00"},
      {"stage=initial flow=expenditure fund=general function=2101599", "-"},
      {"stage=adjusted flow=expenditure item=running-costs", "6.71"},
      {"year=last flow=sources", "692.39"},
  };
  for (const auto& [words, figure] : expected) EXPECT_EQ(published(*source, words), figure) << words;
}

TEST_F(Final2023, PlacesAreCappedAndCounted) {
  const auto figure = source->figure(cell("flow=expenditure"));
  ASSERT_TRUE(figure);
  ASSERT_EQ(figure->places.size(), 11U);
  EXPECT_EQ(figure->places.back().quote, "共 184 笔，此处列出 10 笔");
  EXPECT_EQ(source->figure(cell("flow=closing"))->calculation,
            "年末结转和结余 0.00 = 年初结转和结余 0.00 + 本年收入 5,260,435.00 + 使用非财政拨款结余 0.00 - 本年支出 "
            "5,260,435.00 - 结余分配 0.00");
}

TEST(Source, TakesPublishedFiguresForEarlierYears) {
  OpenBooks open;
  ASSERT_NE(open.add("income", {{"year", "2024"}, {"fund", "general"}, {"date", "2024-01-01"}, {"amount", "100"}}), 0);
  Draft draft(*find_kind("published"));
  draft.values = {"2024",     "outturn", "flow=income", "1200000.00", "4",      "2",     "元",
                  "2024.txt", "17",      "T1",          "本年收入",   "决算数", "120.00"};
  ASSERT_NE(open.desk.take(draft, open.problems), 0);
  draft.values[2] = "flow=expenditure fund=general function=2010101";
  ASSERT_NE(open.desk.take(draft, open.problems), 0);
  const BooksSource next(open.books, tests::slices(), {2025, "outturn"});
  EXPECT_EQ(published(next, "year=last flow=income"), "120.00");
  EXPECT_EQ(next.figure(cell("year=last flow=income"))->places[0].line, 17U);
  EXPECT_EQ(published(next, "year=last flow=income fund=general"), "0.01") << "not published: from the books";
  EXPECT_EQ(names(next.members(Dimension::function, cell("year=last flow=expenditure fund=general"), 7)), "2010101");
  const BooksSource same(open.books, tests::slices(), {2024, "outturn"});
  EXPECT_EQ(published(same, "flow=income"), "0.01") << "this year's are those of the books";
}

TEST(Source, CarriedMoneyOfABudgetIsItsOpeningBalance) {
  OpenBooks open;
  const std::vector<Pair> line = {{"year", "2025"}, {"fund", "other"}, {"function", "2101501"}, {"amount", "20000"}};
  ASSERT_NE(open.add("budget", line), 0);
  auto carried = line;
  carried.push_back({"vintage", "上年结转"});
  ASSERT_NE(open.add("budget", carried), 0);
  const BooksSource source(open.books, tests::slices(), {2025, "initial"});
  EXPECT_EQ(published(source, "flow=income fund=unit-funds"), "2.00");
  EXPECT_EQ(published(source, "flow=opening fund=non-fiscal"), "2.00");
  EXPECT_EQ(published(source, "flow=sources"), "4.00");
  EXPECT_EQ(published(source, "flow=sources fund=fiscal"), "-");
}

/// Whatever is entered, and whatever of it is taken back: a slice is the sum of its entries, one by one.
TEST(Source, EverySliceIsTheSumOfItsEntries) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    OpenBooks open;
    open.desk.allow("测试/随机");
    for (int count = 0; count < 300; ++count) {
      if (random() % 8 == 0 && open.books.last() > 0) {
        open.desk.reverse(1 + static_cast<std::int64_t>(random()) % open.books.last(), "随机", open.problems);
        continue;
      }
      const auto kind =
          pick({"budget", "adjustment", "income", "payment", "refund", "opening", "surplus", "distribution"});
      std::vector<Pair> pairs = {{"year", pick({"2024", "2025"})},
                                 {"fund", pick({"general", "govfund", "business", "other"})},
                                 {"level", pick({"own", "central"})},
                                 {"function", pick({"2101501", "2101502", "2080505", "22102"})},
                                 {"dep_economic", pick({"30101", "30201", "30217", "31013", "303"})},
                                 {"project", pick({"", "", "甲", "乙"})},
                                 {"amount", std::to_string(random() % 100000) + ".25"}};
      pairs.push_back({"date", pairs[0].value + "-06-30"});
      if (kind == "adjustment" && random() % 2 == 0) pairs[6].value.insert(0, "-");
      ASSERT_NE(open.add(kind, pairs), 0) << open.first_problem();
    }
    std::vector<Entry> entries;
    open.books.each([&](const Entry& entry, std::string_view) {
      entries.push_back(entry);
      return true;
    });
    const BooksSource source(open.books, tests::slices(), {2025, "outturn"});
    for (int count = 0; count < 100; ++count) {
      const auto fund = pick({"", "general", "fiscal", "non-fiscal", "business"});
      const auto function = pick({"", "210", "21015", "2101501", "221"});
      const auto economic = pick({"", "301", "30217", "staff", "running"});
      const auto flow = pick({"income", "expenditure", "opening", "closing", "sources"});
      std::int64_t sum = 0;
      bool any = false;
      for (const auto& entry : entries) {
        if (entry.kind->table->name != "money" || entry.value("year") != "2025") continue;
        const bool fiscal = entry.value("fund") == "general" || entry.value("fund") == "govfund";
        if (fund == "fiscal" ? !fiscal : fund == "non-fiscal" ? fiscal : !fund.empty() && entry.value("fund") != fund)
          continue;
        if (!entry.value("function").starts_with(function)) continue;
        const auto code = entry.value("dep_economic");
        const bool staff = code.starts_with("301") || code.starts_with("303");
        if (economic == "staff" ? !staff : economic == "running" ? staff : !code.starts_with(economic)) continue;
        const auto kind = entry.kind->id;
        int sign = 0;
        if (flow == "income") sign = kind == "income" ? 1 : 0;
        if (flow == "expenditure") sign = kind == "payment" ? 1 : kind == "refund" ? -1 : 0;
        if (flow == "opening") sign = kind == "opening" ? 1 : 0;
        if (flow == "closing" || flow == "sources")
          sign = kind == "opening" || kind == "income" || kind == "surplus" ? 1 : 0;
        if (flow == "closing") sign = kind == "payment" || kind == "distribution" ? -1 : kind == "refund" ? 1 : sign;
        if (sign == 0) continue;
        any = true;
        sum += sign * entry.amount;
      }
      std::string words = "flow=" + flow;
      if (!fund.empty()) words += " fund=" + fund;
      if (!function.empty()) words += " function=" + function;
      if (!economic.empty()) words += " economic=" + economic;
      const auto figure = source.figure(cell(words));
      ASSERT_EQ(figure.has_value(), any) << "seed " << seed << " " << words;
      if (any) {
        EXPECT_EQ(figure->quantity.value, money::Fen(sum).yuan()) << "seed " << seed << " " << words;
      }
    }
  }
}

}  // namespace
}  // namespace mingzhang::books
