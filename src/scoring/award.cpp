#include "scoring/award.h"

#include <algorithm>

#include "scoring/printed.h"
#include "scoring/rows.h"

namespace mingzhang::scoring {
namespace {

using money::Decimal;

bool all_agree(const std::vector<Prediction>& predictions) {
  return std::all_of(predictions.begin(), predictions.end(), [&](const Prediction& one) {
    return one.expected && predictions.front().expected && *one.expected == *predictions.front().expected;
  });
}

void take(const Prediction& prediction, int decimals, Award& award) {
  if (prediction.expected) {
    award.score = prediction.expected->rounded(decimals);
    award.calculation = prediction.calculation;
    return;
  }
  award.reason = Reason::judgement;  // a band, not a point
  award.calculation = prediction.calculation;
  for (const auto& attainable : prediction.attainable) {
    award.low = award.low ? std::min(*award.low, attainable.low) : attainable.low;
    award.high = award.high ? std::max(*award.high, attainable.high) : attainable.high;
  }
}

Award award_of(const Row& row, const RuleSet& set) {
  Award award;
  award.fulfilment = row.fulfilment;
  award.reason = row.reason;
  const auto decide_between = [&](const Decimal& low, const std::optional<Decimal>& high) {
    award.low = low;
    award.high = high;
  };
  if (row.predictions.empty()) {
    if (row.reason != Reason::not_printed) decide_between(Decimal(), row.weight);
    return award;
  }
  if (row.reason == Reason::not_done) {  // 0 keeps every upper limit, but only what was done earns anything
    decide_between(Decimal(), row.weight);
    award.calculation = row.predictions.front().calculation;
    return award;
  }
  if (row.choice == nullptr || all_agree(row.predictions)) {
    take(row.predictions.front(), set.decimals, award);
  } else if (row.choice->configured) {
    take(row.predictions[*row.choice->configured], set.decimals, award);
    award.rule = row.choice->candidates[*row.choice->configured].id;
  } else {
    award.reason = Reason::rule_unknown;
    decide_between(Decimal(), row.weight);
  }
  return award;
}

}  // namespace

Award award_execution(const cube::MoneyRow& money, const RuleSet& set) {
  // Rows are read with the score that they print; what they should have follows from the rest of them.
  cube::MoneyRow row = money;
  row.score.text = "0";
  return award_of(read_execution(row, set), set);
}

Award award_indicator(const cube::Indicator& indicator, int year, const RuleSet& set) {
  cube::Indicator row = indicator;
  row.score.text = indicator.weight.text;  // the whole weight: what is lower is nobody's judgement yet
  Award award = award_of(read_indicator(row, year, set), set);
  row.score.text = "0";
  award.far_above = read_indicator(row, year, set).reason == Reason::over_fulfilled;
  return award;
}

}  // namespace mingzhang::scoring
