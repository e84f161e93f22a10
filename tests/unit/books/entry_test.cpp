// What is taken in and what is refused, and with which reason.
#include <map>
#include <random>

#include "money/decimal.h"
#include "support/books.h"

namespace mingzhang::books {
namespace {

using tests::OpenBooks;

const std::vector<Pair> line = {{"fiscal_year", "2025"},
                                {"资金性质", "一般公共预算资金"},
                                {"exp_func_code", "2101501"},
                                {"dep_bgt_eco_code", "30201"},
                                {"金额", "1000.00"}};

std::vector<Pair> with(std::vector<Pair> pairs, const std::string& key, const std::string& value) {
  for (auto& pair : pairs)
    if (pair.key == key) {
      pair.value = value;
      return pairs;
    }
  pairs.push_back({key, value});
  return pairs;
}

TEST(Entry, KeepsWhatWasWrittenInItsCanonicalForm) {
  OpenBooks open;
  ASSERT_EQ(open.add("budget", with(line, "文号", " 云财预〔2025〕1号 ")), 1);
  const auto entry = open.books.entry(1);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->value("fund"), "general");
  EXPECT_EQ(entry->value("nature"), "basic");
  EXPECT_EQ(entry->value("level"), "own");
  EXPECT_EQ(entry->value("document"), "云财预〔2025〕1号");
  EXPECT_EQ(entry->amount, 100000);
  EXPECT_EQ(entry->who, "测试员");
  EXPECT_EQ(entry->at.size(), 20U);
}

TEST(Entry, RefusesWithTheReason) {
  const std::vector<std::pair<std::vector<Pair>, std::string>> cases = {
      {with(line, "金额", ""), "amount missing"},
      {with(line, "金额", "12.345"), "amount decimals"},
      {with(line, "金额", "一千"), "amount bad-number"},
      {with(line, "金额", "-1"), "amount negative"},
      {with(line, "金额", "99999999999999999999"), "amount too-large"},
      {with(line, "金额", "1000000000000.01"), "amount too-large"},
      {with(line, "fiscal_year", "25"), "year bad-year"},
      {with(line, "资金性质", "彩票"), "fund unknown-value"},
      {with(line, "exp_func_code", "9101501"), "function unknown-code"},
      {with(line, "dep_bgt_eco_code", "3020"), "dep_economic unknown-code"},
      {with(line, "date", "2025-02-30"), "date bad-date"},
      {with(line, "date", "2024-02-29"), "date date-year"},
      {with(line, "文号", "a\x01"), "document control-character"},
      {with(line, "pro_code", "P1"), "project_code unknown-project"},
      {with(line, "measure", "人"), "measure unknown-key"},
  };
  for (const auto& [pairs, expected] : cases) {
    OpenBooks open;
    EXPECT_EQ(open.add("budget", pairs), 0) << expected;
    EXPECT_EQ(open.first_problem(), expected);
    EXPECT_EQ(open.books.last(), 0);
  }
}

TEST(Entry, ReadsUnitsAndDates) {
  OpenBooks open;
  ASSERT_EQ(open.add("budget",
                     {{"年度", "2025年"}, {"资金性质", "111"}, {"功能科目", "2101501"}, {"金额（万元）", "0.0125"}}),
            1);
  EXPECT_EQ(open.books.entry(1)->amount, 12500);
  for (const auto* date : {"2025/3/1", "20250301", "2025年3月1日", "2025.3.1", "2025-03-01"}) {
    const auto number = open.add("income", {{"year", "2025"}, {"fund", "other"}, {"date", date}, {"amount", "1"}});
    ASSERT_NE(number, 0) << date;
    EXPECT_EQ(open.books.entry(number)->value("date"), "2025-03-01");
  }
}

TEST(Entry, CountsHaveNoDecimals) {
  OpenBooks open;
  EXPECT_EQ(open.add("staff", {{"year", "2025"}, {"item", "在职"}, {"数量", "1.5"}}), 0);
  EXPECT_EQ(open.first_problem(), "amount decimals");
  EXPECT_NE(open.add("staff", {{"year", "2025"}, {"item", "在职"}, {"数量", "16"}}), 0);
}

TEST(Control, APaymentMayNotExceedWhatIsLeft) {
  OpenBooks open;
  ASSERT_NE(open.add("budget", line), 0);
  const auto payment = with(line, "date", "2025-03-01");
  ASSERT_NE(open.add("payment", with(payment, "金额", "999.99")), 0);
  EXPECT_EQ(open.add("payment", with(payment, "金额", "0.02")), 0);
  EXPECT_EQ(open.first_problem(), "amount overspent");
  EXPECT_EQ(open.problems.front().detail, "0.01");
  EXPECT_NE(open.add("payment", with(payment, "金额", "0.01")), 0);
  // What is refunded may be spent again.
  EXPECT_NE(open.add("refund", with(payment, "金额", "5")), 0);
  EXPECT_NE(open.add("payment", with(payment, "金额", "5")), 0);
}

TEST(Control, AnAppropriationIsOfItsYearFundFunctionAndProject) {
  OpenBooks open;
  ASSERT_NE(open.add("budget", line), 0);
  const auto payment = with(with(line, "date", "2025-03-01"), "金额", "1");
  for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
           {"资金性质", "其他收入"}, {"exp_func_code", "2101502"}, {"pro_name", "信息化"}, {"nature", "经营支出"}}) {
    EXPECT_EQ(open.add("payment", with(payment, key, value)), 0) << key;
    EXPECT_EQ(open.problems.front().code, "not-granted");
  }
  // Economic subjects may be shifted within it.
  EXPECT_NE(open.add("payment", with(payment, "dep_bgt_eco_code", "30101")), 0);
}

TEST(Control, BudgetsMayNotFallBelowWhatWasSpent) {
  OpenBooks open;
  ASSERT_NE(open.add("budget", line), 0);
  ASSERT_NE(open.add("payment", with(with(line, "date", "2025-03-01"), "金额", "600")), 0);
  EXPECT_EQ(open.add("adjustment", with(line, "金额", "-400.01")), 0);
  EXPECT_NE(open.add("adjustment", with(line, "金额", "-400")), 0);
  EXPECT_EQ(open.desk.reverse(1, "撤销", open.problems), 0);
}

/// Random lines, payments, refunds and reversals against a sum that is kept by hand.
TEST(Control, AgreesWithASumKeptByHand) {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    std::mt19937 random(seed);
    OpenBooks open;
    std::map<std::string, std::int64_t> left;
    std::vector<std::pair<std::string, std::int64_t>> changes(1);  // of every entry, from number 1
    for (int count = 0; count < 300; ++count) {
      const std::string function = random() % 2 == 0 ? "2101501" : "2101502";
      const auto kinds = std::vector<std::string>{"budget", "payment", "payment", "refund", "adjustment", "reverse"};
      const auto kind = kinds[random() % kinds.size()];
      std::int64_t number = 0, change = 0;
      std::string key = function;
      if (kind == "reverse") {
        const auto entry = 1 + static_cast<std::int64_t>(random()) % (open.books.last() + 1);
        if (entry > open.books.last() || open.books.reversed_by(entry) != 0 || open.books.entry(entry)->reverses != 0)
          continue;
        key = changes[static_cast<std::size_t>(entry)].first;
        change = -changes[static_cast<std::size_t>(entry)].second;
        number = open.desk.reverse(entry, "随机", open.problems);
      } else {
        const auto fen = static_cast<std::int64_t>(random() % 10000);
        const bool less = kind == "payment" || (kind == "adjustment" && random() % 2 == 0);
        change = less ? -fen : fen;
        const auto amount = money::Decimal(kind == "payment" ? fen : change, 2).to_string();
        number =
            open.add(kind, with(with(with(line, "exp_func_code", function), "金额", amount), "date", "2025-03-01"));
      }
      const bool allowed = change >= 0 || left[key] + change >= 0;
      ASSERT_EQ(number != 0, allowed) << "seed " << seed << " " << kind << " " << change << " of " << left[key];
      if (!allowed) continue;
      left[key] += change;
      changes.emplace_back(key, change);
    }
  }
}

TEST(Control, MoreIsSpentOnlyWithANameAndAReason) {
  OpenBooks open;
  open.desk.allow("李局长/应急");
  const auto number = open.add("payment", with(line, "date", "2025-03-01"));
  ASSERT_NE(number, 0);
  EXPECT_EQ(open.books.entry(number)->allowed, "李局长/应急");
  ASSERT_NE(open.add("budget", with(line, "金额", "5000")), 0);
  const auto ordinary = open.add("payment", with(line, "date", "2025-03-01"));
  EXPECT_EQ(open.books.entry(ordinary)->allowed, "") << "permission is noted only where it was needed";
}

TEST(Reverse, TakesAnEntryBackOnce) {
  OpenBooks open;
  ASSERT_EQ(open.add("budget", line), 1);
  EXPECT_EQ(open.desk.reverse(1, "重复录入", open.problems), 2);
  EXPECT_EQ(open.books.entry(2)->amount, -100000);
  EXPECT_EQ(open.books.entry(2)->note, "重复录入");
  EXPECT_EQ(open.desk.reverse(1, "again", open.problems), 0);
  EXPECT_EQ(open.problems.back().code, "reversed");
  EXPECT_EQ(open.desk.reverse(2, "back", open.problems), 0);
  EXPECT_EQ(open.problems.back().code, "is-reversal");
  EXPECT_EQ(open.desk.reverse(99, "none", open.problems), 0);
  EXPECT_EQ(open.problems.back().code, "no-entry");
}

TEST(Projects, AreRegisteredByTheFirstLineThatNamesThem) {
  OpenBooks open;
  const auto project = with(with(line, "pro_code", "P1"), "pro_name", "信息化建设");
  ASSERT_EQ(open.add("budget", project), 2);
  EXPECT_EQ(open.books.entry(1)->kind->id, "project");
  // From now on the code is enough, and the name must fit.
  const auto number = open.add("budget", with(line, "pro_code", "P1"));
  ASSERT_EQ(number, 3);
  EXPECT_EQ(open.books.entry(3)->value("project"), "信息化建设");
  EXPECT_EQ(open.books.entry(3)->value("nature"), "project");
  EXPECT_EQ(open.add("budget", with(project, "pro_name", "信息化")), 0);
  EXPECT_EQ(open.first_problem(), "project project-name");
}

}  // namespace
}  // namespace mingzhang::books
