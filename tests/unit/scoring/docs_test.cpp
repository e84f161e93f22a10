// The pack that docs/scoring.md shows is one.
#include <gtest/gtest.h>

#include "tables.h"

namespace mingzhang::scoring {
namespace {

TEST(Docs, ShowAPackThatLoads) {
  const std::string text = source("../../docs/scoring.md").text;
  const std::string fence = "```toml\n";
  const std::size_t begin = text.find(fence);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = text.find("```", begin + fence.size());
  const Packs loaded =
      load({source("national.toml"), {"docs", text.substr(begin + fence.size(), end - begin - fence.size())}});
  const Pack& pack = loaded.all().back();
  EXPECT_EQ(pack.find(Scope::project, 2030)->id, "some-place-project");

  // Its examples, by the same judge.
  const std::vector<cube::PerformanceTable> high{executed("100.00", "95.50", "95.50%", "10.00")};
  EXPECT_EQ(judge(high, pack).tables[0].execution.state, State::fits);
  const std::vector<cube::PerformanceTable> far{table({indicator("≥20场", "30场", "10", "7.00")})};
  const Verdict lowered = judge(far, pack).tables[0].indicators[0].score;
  EXPECT_EQ(lowered.state, State::fits);
  EXPECT_EQ(lowered.calculation, "(1 - (30 / 20 - 120%)) × 10 = 7.00");
  const std::vector<cube::PerformanceTable> odd{table({indicator("≥20场", "30场", "10", "5.00")})};
  EXPECT_EQ(judge(odd, pack).tables[0].indicators[0].score.state, State::broken);
  EXPECT_FALSE(judge(odd, pack).tables[0].indicators[0].score.sure);
  const std::vector<cube::PerformanceTable> capped{executed("100.00", "100.00", "100.00%", "8.00"),
                                                   executed("100.00", "79.00", "79.00%", "7.90"),
                                                   executed("100.00", "95.00", "95.00%", "8.00")};
  EXPECT_EQ(judge(capped, pack).inferences.at(0).rules, std::vector<std::string>{"capped"});
  const std::vector<cube::PerformanceTable> low{executed("100.00", "85.00", "85.00%", "6.25")};
  EXPECT_EQ(judge(low, pack).inferences.at(0).state, Inference::State::proved);
  EXPECT_EQ(judge(low, pack).inferences.at(0).rules, std::vector<std::string>{"steps"});
}

TEST(Docs, ShowAnInferenceThatHolds) {
  const Judgement judgement =
      judged({executed("63.00", "45.00", "71.43%", "2.86"), executed("518.20", "499.31", "96.35%", "9.09"),
              executed("80.00", "60.00", "75.00%", "7.50")});
  EXPECT_EQ(judgement.inferences.at(0).state, Inference::State::majority);
  EXPECT_EQ(judgement.tables[2].execution.expected, number("3.75"));
}

}  // namespace
}  // namespace mingzhang::scoring
