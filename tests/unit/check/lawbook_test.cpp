// Which laws the statements of a document are under.
#include "check/lawbook.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/small_form.h"

namespace mingzhang::check {
namespace {

using Words = std::vector<std::string>;

class Lawbooks : public testing::Test {
 protected:
  /// "share: 40 = 4 / 10" for every law of the document.
  Words laws(const std::string& text) {
    read = support::read("云岭县医疗保障局2023年度样例决算公开\n" + text, data.files());
    const Lawbook book = build_lawbook(read.reading);
    EXPECT_EQ(book.statements.size(), book.figures.size());
    Words out;
    for (const auto& law : book.laws) out.push_back(spelled(law, book));
    return out;
  }

  static std::string spelled(const laws::Law& law, const Lawbook& book) {
    const auto terms = [&](const std::vector<laws::Term>& all) {
      std::string out;
      for (const auto& term : all)
        out += (out.empty()     ? (term.sign < 0 ? "-" : "")
                : term.sign < 0 ? " - "
                                : " + ") +
               book.figures[term.figure].quantity.spell();
      return out;
    };
    std::string out = std::string(laws::id_of(law.rule)) + (law.severe ? ": " : " (lenient): ");
    if (law.form == laws::Form::quotient)
      return out + book.figures[law.result].quantity.spell() + " = " + (law.result_sign < 0 ? "-(" : "(") +
             terms(law.terms) + ") / (" + terms(law.denominator) + ")";
    if (law.form == laws::Form::sign) return out + terms(law.terms) + " has sign " + std::to_string(law.direction);
    return out + terms(law.terms) + (law.open ? " >= 0" : " = 0");
  }

  static bool has(const Words& laws, const std::string& wanted) {
    return std::find(laws.begin(), laws.end(), wanted) != laws.end();
  }

  support::SmallForm data;
  support::ReadDocument read;
};

const std::string totals = "一、总体情况\n2023年度收入总计 10.00 万元，支出总计 10.00 万元。\n";

TEST_F(Lawbooks, CopiesOfOneCellAgreeAcrossSections) {
  const auto found = laws(
      "二、收入情况\n本年收入 9.00 万元。\n五、附表\n收支总表\n项目\t行次\t决算数\n栏次\t\t1\n本年收入合计\t3\t9.10\n");
  EXPECT_EQ(found, Words{"agreement: 9.00 - 9.10 = 0"});
}

TEST_F(Lawbooks, OtherCoordinatesAreOtherCells) {
  EXPECT_EQ(laws(totals + "年初预算 8.00 万元，完成预算的 125%，差异率 25%。\n"),
            (Words{"completion: 125 = (10.00) / (8.00)", "deviation: 25 = (10.00 - 8.00) / (8.00)",
                   "equation: 10.00 - 10.00 = 0"}));
}

TEST_F(Lawbooks, ListsAreSumsAndSharesAskTheirWhole) {
  const auto found =
      laws("二、收入情况\n本年收入 10.00 万元，财政拨款收入 6.00 万元，占 60%；其他收入 4.00 万元，占 40%。\n");
  EXPECT_EQ(found, (Words{"closed-list: 10.00 - 6.00 - 4.00 = 0", "share: 60 = (6.00) / (10.00)",
                          "share: 40 = (4.00) / (10.00)"}));
}

TEST_F(Lawbooks, GrowthFollowsFromThisYearAndTheChange) {
  const auto found = laws(totals + "收入总计与上年相比，减少 2.50 万元，下降 20%。\n");
  EXPECT_TRUE(has(found, "growth: 20 = -(-2.50) / (10.00 + 2.50)")) << testing::PrintToString(found);
  // Last year's figure is not printed: neither the change nor the direction can be asked.
  EXPECT_EQ(found.size(), 2u);
}

TEST_F(Lawbooks, AClaimAsksTheValueNearestBeforeIt) {
  const auto found =
      laws("二、收入情况\n本年收入 10.00 万元。\n其他收入 4.00 万元，占 40%。其他收入 5.00 万元，占 50%。\n");
  EXPECT_TRUE(has(found, "share: 40 = (4.00) / (10.00)")) << testing::PrintToString(found);
  EXPECT_TRUE(has(found, "share: 50 = (5.00) / (10.00)"));
  EXPECT_TRUE(has(found, "agreement: 4.00 - 5.00 = 0"));
}

TEST_F(Lawbooks, AClaimPrefersItsOwnSection) {
  const auto found = laws(
      "二、收入情况\n其他收入 4.00 万元，占 "
      "40%。\n五、附表\n收支总表\n项目\t行次\t决算数\n栏次\t\t1\n二、其他收入\t2\t5.00\n本年收入合计\t3\t12.00\n");
  EXPECT_TRUE(has(found, "share: 40 = (4.00) / (12.00)")) << testing::PrintToString(found);
}

TEST_F(Lawbooks, EquationsJoinWhatStandsInDifferentPlaces) {
  const auto found = laws(
      "五、附表\n收支总表\n项目\t行次\t决算数\t项目\t行次\t决算数\n栏次\t\t1\t栏次\t\t2\n总计\t5\t10.00\t总计\t10\t11."
      "00\n");
  EXPECT_EQ(found, Words{"equation: 10.00 - 11.00 = 0"});
}

TEST_F(Lawbooks, OpenAndLenientLawsSayThatTheyAre) {
  EXPECT_EQ(laws("一、总体情况\n本单位共有 15 人，编外 3 人。\n"), Words{"open-list (lenient): 15 - 3 >= 0"});
}

TEST_F(Lawbooks, LawsWithoutTheirWholeAreNotAsked) {
  EXPECT_TRUE(laws("二、收入情况\n财政拨款收入 6.00 万元，占 60%。\n").empty());
}

TEST_F(Lawbooks, ManyCopiesAreComparedWithTheirNeighbours) {
  std::string text = "二、收入情况\n";
  for (int i = 0; i < 20; ++i) text += "其他收入 4.00 万元，占 40%。";
  const auto found = laws(text + "\n");
  const auto agreements = std::count(found.begin(), found.end(), "agreement: 4.00 - 4.00 = 0");
  EXPECT_EQ(agreements, 19 + 18);  // each with the next two: bounded, and nothing between is lost
}

}  // namespace
}  // namespace mingzhang::check
