#include "scoring/totals.h"

#include <algorithm>
#include <functional>
#include <map>

#include "money/interval.h"
#include "scoring/infer.h"
#include "scoring/printed.h"
#include "scoring/rows.h"

namespace mingzhang::scoring {
namespace {

using cube::PerformanceTable;
using money::Decimal;

const Decimal hundred(100);
constexpr int amount_scale = 2;

struct Sum {
  std::vector<Decimal> terms;
  bool complete = true;  ///< every row has its figure
  bool printed = false;  ///< some row has one

  void add(const cube::Printed& cell) {
    const auto figure = printed_figure(cell.text);
    complete = complete && figure;
    printed = printed || !cell.empty();
    if (figure) terms.push_back(*figure);
  }

  Decimal value() const {
    Decimal sum;
    for (const Decimal& term : terms) sum = sum + term;
    return sum;
  }

  std::string spell() const {
    std::string out;
    for (const Decimal& term : terms) out += (out.empty() ? "" : " + ") + term.to_string();
    return out + " = " + value().to_string();
  }
};

Verdict undecidable(const Sum& sum) {
  Verdict verdict;
  verdict.reason = sum.printed ? Reason::unreadable : Reason::not_printed;
  return verdict;
}

Verdict arithmetic(State state, Reason reason, const std::optional<Decimal>& printed, const Decimal& expected,
                   std::string calculation) {
  Verdict verdict;
  verdict.state = state;
  verdict.reason = state == State::fits ? Reason::none : reason;
  verdict.basis = Basis::arithmetic;
  verdict.sure = state == State::broken;
  verdict.printed = printed;
  verdict.expected = expected;
  verdict.calculation = std::move(calculation);
  return verdict;
}

/// The weight of the execution; only a self-evaluation has one.
std::optional<Decimal> execution_weight(const PerformanceTable& table, const RuleSet& set) {
  const cube::MoneyRow* const row = execution_row(table);
  if (table.stage == PerformanceTable::Stage::target || row == nullptr) return std::nullopt;
  if (!row->weight.empty()) return printed_figure(row->weight.text);
  return row->score.empty() ? std::nullopt : std::optional(set.execution_weight);
}

/// The name of a block without what stands in brackets behind it.
std::string_view bare(std::string_view level1) {
  return level1.substr(0, std::min(level1.find('('), level1.find("（")));
}

const Decimal* find_block(const Scheme& scheme, std::string_view level1) {
  for (const auto& [word, weight] : scheme.blocks) {
    if (bare(level1).starts_with(word)) return &weight;
  }
  return nullptr;
}

bool follows(const std::vector<Block>& blocks, const Scheme& scheme) {
  if (blocks.size() != scheme.blocks.size()) return false;
  return std::all_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    const Decimal* const weight = find_block(scheme, block.level1);
    return weight != nullptr && *weight == block.sum;
  });
}

/// Half of the last place of a score that was rounded; full, empty and missing scores are exact.
Decimal slack_of(const cube::Printed& score, const cube::Printed& weight, int scale) {
  const auto figure = printed_figure(score.text);
  const auto whole = printed_figure(weight.text);
  if (!figure || figure->is_zero() || (whole && *figure == *whole)) return {};
  return Decimal(5, std::max(figure->scale(), scale) + 1);
}

}  // namespace

Verdict judge_weights(const PerformanceTable& table, const RuleSet& set) {
  Sum sum;
  if (const auto weight = execution_weight(table, set)) sum.terms.push_back(*weight);
  for (const cube::Indicator& indicator : table.indicators) sum.add(indicator.weight);
  if (!sum.complete || !sum.printed) return undecidable(sum);
  const Decimal value = sum.value();
  const auto total = printed_figure(table.total_weight.text);
  if (total && *total != value) {
    return arithmetic(State::broken, Reason::differs, total, value, sum.spell());
  }
  const bool target = table.stage == PerformanceTable::Stage::target;
  const auto& totals = target ? set.target_totals : set.totals;
  const bool known = totals.empty() || std::find(totals.begin(), totals.end(), value) != totals.end();
  return arithmetic(known ? State::fits : State::broken, Reason::odd_total, total, known ? value : totals.front(),
                    sum.spell());
}

std::vector<Block> blocks_of(const PerformanceTable& table) {
  std::vector<Block> blocks;
  std::vector<Sum> sums;
  for (const cube::Indicator& indicator : table.indicators) {
    const auto found = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const Block& block) { return block.level1 == indicator.level1; });
    const auto index = static_cast<std::size_t>(found - blocks.begin());
    if (found == blocks.end()) {
      blocks.push_back({indicator.level1, {}, {}});
      sums.emplace_back();
    }
    sums[index].add(indicator.weight);
    if (!sums[index].complete) return {};
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    blocks[i].sum = sums[i].value();
    const auto declared = declared_weight(blocks[i].level1);
    if (!declared) {
      blocks[i].declared.reason = Reason::not_printed;
      continue;
    }
    const State state = *declared == blocks[i].sum ? State::fits : State::broken;
    blocks[i].declared = arithmetic(state, Reason::differs, declared, blocks[i].sum, sums[i].spell());
  }
  return blocks;
}

Verdict judge_scheme(const std::vector<Block>& blocks, const RuleSet& set, std::string& scheme) {
  Verdict verdict;
  verdict.basis = Basis::configured;
  if (blocks.empty() || set.schemes.empty()) {
    verdict.reason = set.schemes.empty() ? Reason::no_rules : Reason::not_printed;
    return verdict;
  }
  for (const Block& block : blocks) {
    verdict.calculation += (verdict.calculation.empty() ? "" : " + ") + block.level1 + " " + block.sum.to_string();
  }
  const auto found =
      std::find_if(set.schemes.begin(), set.schemes.end(), [&](const Scheme& s) { return follows(blocks, s); });
  verdict.state = found == set.schemes.end() ? State::broken : State::fits;
  verdict.reason = found == set.schemes.end() ? Reason::differs : Reason::none;
  if (found != set.schemes.end()) scheme = found->id;
  return verdict;
}

Verdict judge_total(const PerformanceTable& table, const RuleSet& set, int scale) {
  Sum sum;
  Decimal slack;
  if (execution_weight(table, set)) {
    const cube::MoneyRow& row = *execution_row(table);
    sum.add(row.score);
    slack = slack_of(row.score, row.weight, scale);
  }
  for (const cube::Indicator& indicator : table.indicators) {
    sum.add(indicator.score);
    slack = slack + slack_of(indicator.score, indicator.weight, scale);
  }
  if (!sum.complete || !sum.printed) return undecidable(sum);
  const auto total = printed_figure(table.total_score.text);
  if (!total) {
    Verdict verdict;
    verdict.reason = table.total_score.empty() ? Reason::not_printed : Reason::unreadable;
    verdict.expected = sum.value();
    verdict.calculation = sum.spell();
    return verdict;
  }
  const Decimal away = (*total - sum.value()).abs();
  State state = State::fits;
  if (!away.is_zero()) state = away <= slack + Decimal(5, total->scale() + 1) ? State::tail : State::broken;
  return arithmetic(state, Reason::differs, total, sum.value(), sum.spell());
}

Verdict judge_rate(const cube::MoneyRow& row) {
  constexpr int guard_places = 6;
  Verdict verdict;
  const auto rate = printed_figure(row.rate.text);
  const auto budget = printed_figure(row.budget.text);
  const auto spent = printed_figure(row.spent.text);
  if (!rate || !budget || !spent || budget->sign() <= 0 || spent->sign() < 0) {
    verdict.reason = rate && budget && budget->is_zero() ? Reason::no_base : Reason::not_printed;
    return verdict;
  }
  const auto half = [](const Decimal& amount) {
    return amount.is_zero() ? Decimal() : Decimal(5, std::max(amount.scale(), amount_scale) + 1);
  };
  const Decimal least = *budget - half(*budget);
  const Decimal lowest = money::divide(*spent - half(*spent), *budget + half(*budget), 100, guard_places).floor;
  // A budget that may have been rounded up from nothing leaves the rate without a bound.
  const Decimal highest = least.sign() > 0 ? money::divide(*spent + half(*spent), least, 100, guard_places).ceiling
                                           : std::max(*rate, lowest);
  const State state = compare(*rate, rate->scale(), Prediction{{{lowest, highest}}, std::nullopt, {}});
  const Decimal expected = Fraction{*spent * hundred, *budget}.rounded(std::max(rate->scale(), 2));
  return arithmetic(state, Reason::differs, rate, expected,
                    spent->to_string() + " / " + budget->to_string() + " = " + expected.to_string() + "%");
}

const GradeStep* grade_of(const Decimal& total, const RuleSet& set) {
  const auto found =
      std::find_if(set.scale.begin(), set.scale.end(), [&](const GradeStep& step) { return total >= step.from; });
  return found == set.scale.end() ? nullptr : &*found;
}

}  // namespace mingzhang::scoring
