// Scores of random rows from one seed: within the weight, rising with the result, the same in every unit.
#include <gtest/gtest.h>

#include <random>

#include "tables.h"

namespace mingzhang::scoring {
namespace {

using money::Decimal;

constexpr int rounds = 2000;

class Random {
 public:
  std::int64_t below(std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_); }
  const Rule& rule(const std::vector<Rule>& rules) { return rules[static_cast<std::size_t>(below(std::ssize(rules)))]; }

 private:
  std::mt19937_64 random_{20300101};
};

std::vector<Rule> rules() {
  std::vector<Rule> out = packs().find("national")->rules;
  Rule steps;
  steps.id = "steps";
  steps.curve = Curve::steps;
  steps.steps = {{Decimal(95), Decimal(100)}, {Decimal(80), Decimal(625, 1)}, {Decimal(60), Decimal(40)}};
  out.push_back(steps);
  return out;
}

/// By cross multiplication, independent of how the score is rounded.
bool less(const Fraction& a, const Fraction& b) {
  return a.above * b.below < b.above * a.below;
}

TEST(ScoreProperty, StaysWithinTheWeightAndRises) {
  const std::vector<Rule> all = rules();
  Random random;
  for (int i = 0; i < rounds; ++i) {
    const Rule& rule = random.rule(all);
    const Decimal weight(1 + random.below(400), 1);
    const Decimal target(1 + random.below(100'000), static_cast<int>(random.below(3)));
    const Decimal low(random.below(target.mantissa() * 2), target.scale());
    const Decimal high = low + Decimal(random.below(1'000), target.scale());
    const Fraction lower = score(rule, {low, target}, weight);
    const Fraction higher = score(rule, {high, target}, weight);
    EXPECT_FALSE(less(higher, lower)) << rule.id << " " << target.to_string() << " " << low.to_string();
    EXPECT_GE(lower.above.sign(), 0);
    EXPECT_FALSE(less({weight}, higher)) << rule.id;
    const Decimal rounded = lower.rounded(2);
    EXPECT_LE(lower.floor(2), rounded);
    EXPECT_GE(lower.ceiling(2), rounded);
  }
}

TEST(ScoreProperty, AnExcessNeverScoresMore) {
  Random random;
  for (int i = 0; i < rounds; ++i) {
    for (const char* id : {"inverse", "excess"}) {
      const Rule& rule = *packs().find("national")->rule(id);
      const Decimal limit(1 + random.below(100'000), 2);
      const Decimal less_over = limit + Decimal(1 + random.below(100'000), 2);
      const Decimal more_over = less_over + Decimal(random.below(100'000), 2);
      const Decimal weight(10);
      EXPECT_FALSE(less(score(rule, completion(rule, limit, less_over), weight),
                        score(rule, completion(rule, limit, more_over), weight)))
          << id << " " << limit.to_string() << " " << less_over.to_string();
    }
  }
}

struct UnitPair {
  std::string small, large;
  int power;
};

TEST(ScoreProperty, DoesNotDependOnTheUnit) {
  Random random;
  const UnitPair units[] = {{"人", "万人", 4}, {"元", "万元", 4}, {"‰", "%", 1}, {"元/人", "万元/人", 4}};
  for (int i = 0; i < rounds; ++i) {
    const UnitPair& unit = units[random.below(4)];
    const std::int64_t target = 1 + random.below(1'000'000);
    const std::int64_t actual = random.below(target);
    const auto small = [&](std::int64_t value) { return Decimal(value).to_string() + unit.small; };
    const auto large = [&](std::int64_t value) { return Decimal(value, unit.power).to_string() + unit.large; };
    const auto expected = [](std::string a, std::string b) {
      const Judgement judgement =
          judged({table({indicator(">=" + a, b, "10", "10.01"), indicator(">=" + a, b, "10", "0.00")})});
      return judgement.tables[0].indicators[1].score;
    };
    const Verdict in_small = expected(small(target), small(actual));
    ASSERT_EQ(in_small.expected, expected(large(target), small(actual)).expected) << small(target) << small(actual);
    ASSERT_EQ(in_small.expected, expected(small(target), large(actual)).expected) << small(target) << small(actual);
    ASSERT_TRUE(in_small.expected.has_value());
    ASSERT_LE(*in_small.expected, Decimal(10));
  }
}

}  // namespace
}  // namespace mingzhang::scoring
