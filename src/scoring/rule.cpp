#include "scoring/rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace mingzhang::scoring {
namespace {

using money::Decimal;

const Decimal hundred(100);

bool reaches(const Fraction& completion, const Decimal& percent) {
  return completion.above * hundred >= percent * completion.below;
}

/// The highest step that is reached; null: none.
const Step* step_of(const Rule& rule, const Fraction& completion) {
  const auto found = std::find_if(rule.steps.begin(), rule.steps.end(),
                                  [&](const Step& step) { return reaches(completion, step.from); });
  return found == rule.steps.end() ? nullptr : &*found;
}

std::string percent_of(const Fraction& completion) {
  return Fraction{completion.above * hundred, completion.below}.rounded(2).to_string() + "%";
}

std::string plain(const Decimal& value) {
  return value.trimmed().to_string();
}

}  // namespace

Decimal Fraction::rounded(int scale) const {
  // The digit behind the last one decides; what follows it cannot carry.
  return floor(scale + 1).rounded(scale);
}

Fraction completion(const Rule& rule, const Decimal& target, const Decimal& actual) {
  switch (rule.measure) {
    case Measure::inverse:
      return {target, actual};
    case Measure::excess:
      return {std::max(target + target - actual, Decimal()), target};
    case Measure::beyond:
      return {std::max((hundred + rule.from) * target - hundred * actual, Decimal()), hundred * target};
    case Measure::ratio:
      break;
  }
  return {actual, target};
}

namespace {

/// Below 100 %, without a cap.
Fraction share_of(const Rule& rule, const Fraction& completion, const Decimal& weight) {
  switch (rule.curve) {
    case Curve::linear:
      return {weight * completion.above, completion.below};
    case Curve::floor: {
      if (!reaches(completion, rule.from)) return {};
      const Decimal over = completion.above * hundred - rule.from * completion.below;
      return {weight * over, completion.below * (hundred - rule.from)};
    }
    case Curve::gate:
      if (!reaches(completion, rule.from)) return {};
      return {weight * completion.above, completion.below};
    case Curve::steps: {
      const Step* const step = step_of(rule, completion);
      return step == nullptr ? Fraction{} : Fraction{weight * step->share, hundred};
    }
    case Curve::nothing:
      break;
  }
  return {};
}

}  // namespace

Fraction score(const Rule& rule, const Fraction& completion, const Decimal& weight) {
  if (completion.above >= completion.below) return {weight * rule.cap, hundred};
  const Fraction share = share_of(rule, completion, weight);
  const bool more = share.above * hundred > weight * rule.cap * share.below;
  return more ? Fraction{weight * rule.cap, hundred} : share;
}

std::string spell(const Rule& rule, const Fraction& completion, const std::string& quotient, const Decimal& weight,
                  int scale) {
  const std::string result = score(rule, completion, weight).rounded(scale).to_string();
  const std::string rate = percent_of(completion);
  if (completion.above >= completion.below) return fmt::format("{} = {} → {}", quotient, rate, result);
  const std::string from = plain(rule.from);
  if (rule.cap < hundred && share_of(rule, completion, weight).rounded(scale).to_string() != result)
    return fmt::format("{} = {}，最高 {}% → {}", quotient, rate, plain(rule.cap), result);
  switch (rule.curve) {
    case Curve::linear:
      return fmt::format("{} × {} = {}", quotient, plain(weight), result);
    case Curve::floor:
      if (!reaches(completion, rule.from)) return fmt::format("{} = {} < {}% → {}", quotient, rate, from, result);
      return fmt::format("({} - {}%) / {}% × {} = {}", quotient, from, plain(hundred - rule.from), plain(weight),
                         result);
    case Curve::gate:
      if (!reaches(completion, rule.from)) return fmt::format("{} = {} < {}% → {}", quotient, rate, from, result);
      return fmt::format("{} × {} = {}", quotient, plain(weight), result);
    case Curve::steps: {
      const Step* const step = step_of(rule, completion);
      if (step == nullptr) return fmt::format("{} = {} → {}", quotient, rate, result);
      return fmt::format("{} = {} >= {}% → {} × {}% = {}", quotient, rate, plain(step->from), plain(weight),
                         plain(step->share), result);
    }
    case Curve::nothing:
      break;
  }
  return fmt::format("{} = {} < 100% → {}", quotient, rate, result);
}

}  // namespace mingzhang::scoring
