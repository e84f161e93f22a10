#include "laws/diagnose.h"

#include <gtest/gtest.h>

#include <chrono>

#include "figures.h"

namespace mingzhang::laws {
namespace {

using money::Decimal;

Figure figure(const cube::Quantity& quantity, std::uint32_t order, std::uint32_t cell = no_cell, int derived = 0) {
  return {quantity, cell, derived, order};
}

TEST(Diagnose, NothingToSay) {
  const Diagnosis diagnosis = diagnose({figure(wan("3.00"), 0), figure(wan("3.00"), 1)}, {same(0, 1)});
  EXPECT_TRUE(diagnosis.faults.empty());
  ASSERT_EQ(diagnosis.verdicts.size(), 1U);
  EXPECT_EQ(diagnosis.verdicts[0].outcome, Outcome::holds);
  EXPECT_TRUE(diagnose({}, {}).faults.empty());
}

TEST(Diagnose, TellsThatItStopped) {
  const std::vector<Figure> figures = {figure(wan("3.00"), 0, 1), figure(wan("3.10"), 1, 1), figure(wan("5.00"), 2, 2),
                                       figure(wan("5.10"), 3, 2)};
  const std::vector<Law> laws = {same(0, 1), same(2, 3)};
  EXPECT_FALSE(diagnose(figures, laws).stopped);
  EXPECT_FALSE(diagnose(figures, laws, 2).stopped);
  const Diagnosis cut = diagnose(figures, laws, 1);
  EXPECT_TRUE(cut.stopped);
  EXPECT_EQ(cut.faults.size(), 2U);
}

TEST(Diagnose, OneSlipThatBreaksThreeLawsIsOneFault) {
  // A row and a column meet in a cell that the text repeats.
  const std::vector<Figure> figures = {
      figure(wan("58.35"), 0, 1),  figure(wan("50.76"), 1, 2),  figure(wan("7.49"), 2, 3),
      figure(wan("158.25"), 3, 4), figure(wan("100.00"), 4, 5), figure(wan("58.25"), 5, 1),
  };
  const std::vector<Law> laws = {sum_of({0, 1, 2}), sum_of({3, 4, 0}), same(0, 5)};
  const Diagnosis diagnosis = diagnose(figures, laws);
  ASSERT_EQ(diagnosis.faults.size(), 1U);
  const Fault& fault = diagnosis.faults[0];
  EXPECT_EQ(fault.figure, 0U);
  EXPECT_TRUE(fault.copies.empty());
  EXPECT_EQ(fault.expected, Decimal(582500));
  EXPECT_EQ(fault.laws, (std::vector<std::uint32_t>{0, 1, 2}));  // sums before the copy
  EXPECT_TRUE(fault.sure);
}

TEST(Diagnose, CopiesThatAgreeAreMendedTogether) {
  const std::vector<Figure> figures = {
      figure(wan("58.35"), 0, 1), figure(wan("50.76"), 1, 2),  figure(wan("7.49"), 2, 3),
      figure(wan("58.35"), 3, 1), figure(wan("158.25"), 4, 4), figure(wan("100.00"), 5, 5),
  };
  const Diagnosis diagnosis = diagnose(figures, {sum_of({0, 1, 2}), sum_of({4, 5, 3}), same(0, 3)});
  ASSERT_EQ(diagnosis.faults.size(), 1U);
  EXPECT_EQ(diagnosis.faults[0].figure, 0U);
  EXPECT_EQ(diagnosis.faults[0].copies, (std::vector<std::uint32_t>{3}));
  EXPECT_EQ(diagnosis.faults[0].expected, Decimal(582500));
  EXPECT_TRUE(diagnosis.faults[0].sure);
}

TEST(Diagnose, ARateIsBlamedBeforeWhatItIsComputedFrom) {
  const std::vector<Figure> figures = {figure(wan("1016.01"), 1), figure(wan("620.97"), 2),
                                       figure(percent("63.26"), 0, no_cell, 2)};
  const Diagnosis diagnosis = diagnose(figures, {growth_of(0, 1, 2)});
  ASSERT_EQ(diagnosis.faults.size(), 1U);
  EXPECT_EQ(diagnosis.faults[0].figure, 2U);
  EXPECT_EQ(diagnosis.faults[0].expected, Decimal(6362, 2));
  EXPECT_FALSE(diagnosis.faults[0].sure);  // nothing else says that the amounts are right
}

TEST(Diagnose, WhatOtherLawsConfirmIsNotBlamed) {
  // The later copy would be blamed, were it not for its sum.
  const std::vector<Figure> figures = {figure(wan("160.72"), 0, 1), figure(wan("154.78"), 1, 1),
                                       figure(wan("100.00"), 2), figure(wan("54.78"), 3)};
  const Diagnosis diagnosis = diagnose(figures, {same(0, 1), sum_of({1, 2, 3})});
  ASSERT_EQ(diagnosis.faults.size(), 1U);
  EXPECT_EQ(diagnosis.faults[0].figure, 0U);
  EXPECT_EQ(diagnosis.faults[0].expected, Decimal(1547800));
  EXPECT_TRUE(diagnosis.faults[0].sure);
}

TEST(Diagnose, AValuePrintedElsewhereWins) {
  std::vector<Figure> figures = {figure(wan("58.35"), 0), figure(wan("50.76"), 1), figure(wan("7.49"), 2)};
  EXPECT_EQ(diagnose(figures, {sum_of({0, 1, 2})}).faults.at(0).figure, 2U);  // the later one
  figures.push_back(figure(wan("58.25"), 3));
  EXPECT_EQ(diagnose(figures, {sum_of({0, 1, 2})}).faults.at(0).figure, 0U);
}

TEST(Diagnose, AnUnsignedChangeIsNeverMendedToANegativeOne) {
  // The last change would be blamed, and would have to be -7.40.
  const auto change = [](const char* digits, std::uint32_t order) {
    Figure figure_of_change = figure(wan(digits), order, no_cell, 1);
    figure_of_change.never_negative = true;
    return figure_of_change;
  };
  const std::vector<Figure> figures = {change("30.00", 0), change("37.40", 1), change("2.60", 2)};
  const Diagnosis diagnosis = diagnose(figures, {sum_of({0, 1, 2})});
  ASSERT_EQ(diagnosis.faults.size(), 1U);
  EXPECT_EQ(diagnosis.faults[0].figure, 1U);  // the last that can be mended
  EXPECT_EQ(diagnosis.faults[0].expected, Decimal(274000));
}

TEST(Diagnose, TwoSlipsInOneSumAreTwoFaults) {
  const std::vector<Figure> figures = {
      figure(wan("60.00"), 0, 1), figure(wan("10.00"), 1, 2), figure(wan("20.00"), 2, 3),
      figure(wan("30.00"), 3, 4), figure(wan("11.00"), 4, 2), figure(wan("25.00"), 5, 3),
      figure(wan("11.00"), 6, 2), figure(wan("25.00"), 7, 3), figure(wan("66.00"), 8, 1),
  };
  const std::vector<Law> laws = {sum_of({8, 1, 2, 3}), same(1, 4), same(2, 5), same(4, 6),
                                 same(5, 7),           same(1, 6), same(2, 7)};
  const Diagnosis diagnosis = diagnose(figures, laws);
  ASSERT_EQ(diagnosis.faults.size(), 2U);
  EXPECT_EQ(diagnosis.faults[0].figure + diagnosis.faults[1].figure, 3U);
  for (const Fault& fault : diagnosis.faults) EXPECT_TRUE(fault.sure);
}

TEST(Diagnose, ALawThatNothingMendsIsStillAFault) {
  const std::vector<Figure> figures = {figure(wan("12.00"), 0), figure(wan("11.00"), 1), figure(wan("0.00"), 2),
                                       figure(percent("100.00"), 3, no_cell, 2)};
  const Diagnosis diagnosis = diagnose(
      figures, {direction_of(0, 1, -1), rate_of(0, 2, 3, Rule::deviation), rate_of(0, 2, 3, Rule::completion)});
  ASSERT_EQ(diagnosis.faults.size(), 2U);
  EXPECT_TRUE(diagnosis.verdicts[2].base_zero);
  std::size_t explained = 0;
  for (const Fault& fault : diagnosis.faults) explained += fault.laws.size();
  EXPECT_EQ(explained, 2U);
}

/// Every broken law belongs to exactly one fault.
void expect_cover(const Diagnosis& diagnosis) {
  std::vector<int> explained(diagnosis.verdicts.size());
  for (const Fault& fault : diagnosis.faults) {
    for (const std::uint32_t law : fault.laws) ++explained[law];
  }
  for (std::size_t law = 0; law < explained.size(); ++law) {
    ASSERT_EQ(explained[law], diagnosis.verdicts[law].outcome == Outcome::broken ? 1 : 0) << law;
  }
}

class Hostile : public testing::Test {
 protected:
#ifdef MINGZHANG_SANITIZED
  static constexpr std::uint32_t count = 10'000;
#else
  static constexpr std::uint32_t count = 100'000;
#endif
  std::vector<Figure> figures;
  std::vector<Law> laws;

  void fill(std::uint32_t cells) {
    for (std::uint32_t place = 0; place < count; ++place) {
      figures.push_back(figure(yuan(std::to_string(place * 7919 % 100'003 + 1)), place, place % cells, 0));
    }
  }
  void check() {
    const auto start = std::chrono::steady_clock::now();
    expect_cover(diagnose(figures, laws));
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took,
              std::chrono::seconds(60));  // seconds in an optimised build; sanitizers and a busy machine are slower
    RecordProperty("milliseconds",
                   static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
  }
};

TEST_F(Hostile, EverythingBrokenApart) {
  fill(count);
  for (std::uint32_t place = 0; place + 2 < count; ++place) laws.push_back(sum_of({place, place + 1, place + 2}));
  check();
}

TEST_F(Hostile, OneFigureInEveryLaw) {
  fill(count);
  for (std::uint32_t place = 2; place < count; ++place) laws.push_back(rate_of(1, 0, place));
  check();
}

TEST_F(Hostile, OneCellForAllFigures) {
  fill(1);
  for (std::uint32_t place = 0; place + 1 < count; ++place) laws.push_back(same(place, place + 1));
  check();
}

TEST_F(Hostile, OneListOfAllFigures) {
  fill(10);
  std::vector<std::uint32_t> all;
  for (std::uint32_t place = 0; place < count; ++place) all.push_back(place);
  for (int times = 0; times < 5; ++times) laws.push_back(sum_of(all));
  check();
}

}  // namespace
}  // namespace mingzhang::laws
