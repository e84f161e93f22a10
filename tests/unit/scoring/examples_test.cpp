// The worked examples of every pack, as they stand in its file.
#include <gtest/gtest.h>

#include "tables.h"

namespace mingzhang::scoring {
namespace {

cube::PerformanceTable printed(const ExampleRow& row, Scope scope) {
  if (row.target.empty()) {
    cube::PerformanceTable out = table({}, scope);
    out.money.push_back(execution(row.budget, row.spent, row.rate, row.score, row.weight));
    return out;
  }
  return table({indicator(row.target, row.actual, row.weight, row.score)}, scope);
}

const RuleSet& set_of(const Pack& pack, const Example& example) {
  for (const RuleSet& set : pack.sets) {
    if (set.id == example.set) return set;
  }
  throw std::runtime_error("no set " + example.set);
}

/// The pack with nothing but the example's set, and in that nothing but its rule.
Pack with_rule(const Pack& pack, const Example& example, bool only) {
  Pack out = pack;
  RuleSet set = set_of(pack, example);
  if (only && !example.rule.empty()) {
    const Choice choice{{*pack.rule(example.rule)}, 0};
    set.execution = set.at_least = set.equal = set.at_most = set.satisfaction = choice;
  }
  out.sets = {set};
  return out;
}

void run_rows(const Pack& pack, const Example& example) {
  const Pack narrowed = with_rule(pack, example, true);
  const Scope scope = narrowed.sets.front().scope.value_or(Scope::project);
  for (const ExampleRow& row : example.rows) {
    const std::vector<cube::PerformanceTable> tables{printed(row, scope)};
    const TableJudgement judgement = judge(tables, narrowed).tables.front();
    const Verdict& verdict = row.target.empty() ? judgement.execution : judgement.indicators.front().score;
    EXPECT_EQ(verdict.state, State::fits) << pack.id << ": " << example.title << ": " << row.target << row.spent << " "
                                          << verdict.calculation << " " << id_of(verdict.reason);
    // One unit more or less is no longer right.
    std::vector<cube::PerformanceTable> wrong = tables;
    const money::Decimal other = number(row.score) + money::Decimal(row.score == row.weight ? -6 : 6, 1);
    (row.target.empty() ? wrong[0].money[0].score : wrong[0].indicators[0].score).text = other.to_string();
    const TableJudgement against = judge(wrong, narrowed).tables.front();
    const State state = row.target.empty() ? against.execution.state : against.indicators.front().score.state;
    if (verdict.expected) {
      EXPECT_NE(state, State::fits) << pack.id << ": " << example.title << " " << other.to_string();
    }
    if (!row.rate.empty()) {
      EXPECT_EQ(judgement.rate.state, State::fits) << example.title << " " << row.rate;
    }
  }
}

void run_inference(const Pack& pack, const Example& example) {
  const Pack narrowed = with_rule(pack, example, false);
  std::vector<cube::PerformanceTable> tables;
  for (const ExampleRow& row : example.rows) {
    tables.push_back(printed(row, narrowed.sets.front().scope.value_or(Scope::project)));
  }
  const Judgement judgement = judge(tables, narrowed);
  ASSERT_EQ(judgement.inferences.size(), 1U) << example.title;
  EXPECT_EQ(id_of(judgement.inferences[0].state), example.finds) << pack.id << ": " << example.title;
  if (!example.rule.empty()) {
    EXPECT_EQ(judgement.inferences[0].rules, std::vector{example.rule}) << example.title;
  }
}

TEST(Examples, OfEveryPackHold) {
  std::size_t count = 0;
  for (const Pack& pack : packs().all()) {
    for (const Example& example : pack.examples) {
      example.finds.empty() ? run_rows(pack, example) : run_inference(pack, example);
      ++count;
    }
    EXPECT_FALSE(pack.examples.empty()) << pack.id;
  }
  EXPECT_GE(count, 26U);
}

}  // namespace
}  // namespace mingzhang::scoring
