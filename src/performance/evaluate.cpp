#include "performance/evaluate.h"

#include <algorithm>

#include "performance/tables.h"
#include "scoring/printed.h"
#include "scoring/rows.h"
#include "scoring/totals.h"

namespace mingzhang::performance {
namespace {

using money::Decimal;
using scoring::Award;
using scoring::Reason;

/// Whether a score was given that the rules leave room for.
bool may_be(const Award& award, const Decimal& score) {
  return award.low && award.high && score >= *award.low && score <= *award.high;
}

class Evaluator {
 public:
  Evaluator(const PlannedProject& project, const scoring::RuleSet* set, const TableMaker& maker, const Rules& rules)
      : project_(project), set_(set), maker_(maker), rules_(rules) {}

  Evaluation evaluate() {
    out_.table = maker_.table(project_, Stage::self_evaluation);
    out_.awards.resize(out_.table.indicators.size());
    if (set_ == nullptr) {
      todo("no-rules", "", rules_.pack->id);
      return std::move(out_);
    }
    execution();
    const auto planned = in_order(project_, *rules_.taxonomy);
    for (std::size_t index = 0; index < planned.size(); ++index)
      indicator(*planned[index], out_.table.indicators[index], out_.awards[index]);
    totals();
    if (out_.table.result.empty()) todo("result", "", "");
    return std::move(out_);
  }

 private:
  void todo(const char* code, const std::string& indicator, std::string detail) {
    out_.todos.push_back({code, project_.name, indicator, std::move(detail)});
  }

  static void write(cube::Printed& cell, const Award& award) {
    cell.text = award.score->to_string();
    cell.place.quote = award.calculation;
  }

  void execution() {
    if (out_.table.money.empty()) return;
    auto& row = out_.table.money.front();
    row.weight.text = set_->execution_weight.to_string();
    out_.execution = scoring::award_execution(row, *set_);
    if (out_.execution.score)
      write(row.score, out_.execution);
    else
      todo(out_.execution.reason == Reason::rule_unknown ? "rule" : "unreadable", "预算执行率", row.rate.text);
  }

  void indicator(const PlannedIndicator& planned, cube::Indicator& row, Award& award) {
    if (row.actual.empty()) return todo("actual", planned.name, planned.formula);
    award = scoring::award_indicator(row, maker_.year, *set_);
    take_judgement(planned, award);
    if (!award.score) return;
    write(row.score, award);
    const auto weight = scoring::printed_figure(row.weight.text);
    const bool lost = weight && *award.score < *weight;
    if (lost && planned.reason.empty()) todo("reason", planned.name, award.calculation);
    if (lost && planned.remedy.empty()) todo("remedy", planned.name, award.calculation);
    if (award.far_above && planned.reason.empty())
      todo("over", planned.name, row.actual.text + " / " + row.target.text);
  }

  /// Where no rule decides, what a person awarded, within what may be awarded.
  void take_judgement(const PlannedIndicator& planned, Award& award) {
    if (award.score) return;
    const auto given = scoring::printed_figure(planned.achieved.score);
    const std::string range = award.low ? award.low->to_string() + "–" + award.high->to_string() : "";
    if (given && may_be(award, *given)) {
      award.score = given->rounded(set_->decimals);
      award.calculation += (award.calculation.empty() ? "" : "，") + ("评定 " + award.score->to_string());
    } else if (given) {
      todo("band", planned.name, range);
    } else if (award.reason == Reason::other_dimension) {
      todo("unit", planned.name, planned.target + " / " + planned.achieved.actual);
    } else if (award.reason == Reason::rule_unknown) {
      todo("rule", planned.name, planned.target);
    } else if (award.low) {
      todo("judge", planned.name, range);
    } else {
      todo("unreadable", planned.name, planned.weight);
    }
  }

  void totals() {
    Decimal weights, scores;
    bool complete = true, weighed = true;
    const auto add = [&](const cube::Printed& weight, const cube::Printed& score) {
      const auto of_weight = scoring::printed_figure(weight.text), of_score = scoring::printed_figure(score.text);
      weighed = weighed && of_weight;
      complete = complete && of_score;
      if (of_weight) weights = weights + *of_weight;
      if (of_score) scores = scores + *of_score;
    };
    if (!out_.table.money.empty()) add(out_.table.money.front().weight, out_.table.money.front().score);
    for (const auto& row : out_.table.indicators) add(row.weight, row.score);
    if (weighed) out_.table.total_weight.text = weights.to_string();
    if (!complete || out_.table.indicators.empty()) return;
    out_.total = scores.rounded(set_->decimals);
    out_.table.total_score.text = out_.total->to_string();
    // A grade is one of the whole hundred.
    if (!weighed || std::find(set_->totals.begin(), set_->totals.end(), weights) == set_->totals.end()) return;
    const auto* step = scoring::grade_of(*out_.total, *set_);
    if (step == nullptr) return;
    out_.grade = step->name;
    out_.grade_from = step->from;
  }

  const PlannedProject& project_;
  const scoring::RuleSet* set_;
  const TableMaker& maker_;
  const Rules& rules_;
  Evaluation out_;
};

}  // namespace

std::vector<cube::PerformanceTable> target_tables(const Plan& plan, const cube::Source& figures, const Rules& rules,
                                                  const std::string& books) {
  const TableMaker maker{figures, *rules.taxonomy, plan.year, books};
  std::vector<cube::PerformanceTable> tables;
  for (const auto& project : plan.projects) {
    auto table = maker.table(project, Stage::target);
    Decimal sum;
    bool weighed = !table.indicators.empty();
    for (const auto& row : table.indicators) {
      const auto weight = scoring::printed_figure(row.weight.text);
      weighed = weighed && weight;
      if (weight) sum = sum + *weight;
    }
    if (weighed) table.total_weight.text = sum.to_string();
    tables.push_back(std::move(table));
  }
  return tables;
}

std::vector<Evaluation> evaluate(const Plan& plan, const cube::Source& figures, const Rules& rules,
                                 const std::string& books) {
  const TableMaker maker{figures, *rules.taxonomy, plan.year, books};
  std::vector<Evaluation> evaluations;
  for (const auto& project : plan.projects) {
    const auto set = rules.set_for(project.is_whole() ? Scope::whole : Scope::project, plan.year);
    evaluations.push_back(Evaluator(project, set ? &*set : nullptr, maker, rules).evaluate());
  }
  return evaluations;
}

}  // namespace mingzhang::performance
