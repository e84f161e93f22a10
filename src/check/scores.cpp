#include <algorithm>
#include <map>

#include "check/indicators.h"
#include "check/parts.h"
#include "scoring/judge.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

using cube::PerformanceTable;
using scoring::State;
using scoring::Verdict;

/// The right amount where other places of the document tell it; the sums of the table itself do not say which of its
/// amounts is wrong.
const Finding* mending(const cube::Printed& amount, const Findings& findings) {
  const auto elsewhere = [&](const cube::Place& place) { return place.table != amount.place.table; };
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    if (finding.places.empty() || finding.severity == Severity::note) return false;
    const auto& place = finding.places.front();
    return !finding.expected.empty() && !finding.because.empty() && place.line == amount.place.line &&
           place.page == amount.place.page && place.table == amount.place.table && place.row == amount.place.row &&
           place.column == amount.place.column &&
           std::all_of(finding.places.begin() + 1, finding.places.end(), elsewhere);
  });
  return found == findings.end() ? nullptr : &*found;
}

/// A wrong amount is told once: rates and scores are judged by the right one.
std::vector<PerformanceTable> with_mended_amounts(std::vector<PerformanceTable> tables, const Findings& findings) {
  for (auto& table : tables)
    for (auto& row : table.money)
      for (auto* amount : {&row.budget, &row.spent})
        if (const auto* finding = amount->empty() ? nullptr : mending(*amount, findings))
          amount->text = text::normal_text(finding->expected);
  return tables;
}

/// Scores, rates, weights and totals of the performance tables, by the rule that the document itself shows.
class ScoreTeller {
 public:
  ScoreTeller(const profile::Reading& reading, const scoring::Pack& pack, Findings& findings)
      : reading_(reading),
        findings_(findings),
        judgement_(scoring::judge(with_mended_amounts(reading.performance, findings), pack)) {}

  void run() {
    for (std::size_t index = 0; index < reading_.performance.size(); ++index)
      table(reading_.performance[index], judgement_.tables[index]);
    methods();
  }

 private:
  void table(const PerformanceTable& table, const scoring::TableJudgement& judged) {
    const cube::MoneyRow* money = nullptr;
    for (const auto& row : table.money)
      if (row.member == "total" && money == nullptr) money = &row;
    if (money != nullptr) {
      tell("execution-rate", table, money->rate, money_words(*money), "预算执行率", judged.rate);
      tell("execution-score", table, money->score, money_words(*money), "预算执行率", judged.execution);
    }
    for (std::size_t row = 0; row < table.indicators.size(); ++row) {
      const auto& indicator = table.indicators[row];
      tell("indicator-score", table, indicator.score, row_words(indicator), name_of(indicator),
           judged.indicators[row].score);
    }
    // A row that was not read would make the sums wrong.
    if (!complete(table)) return;
    for (const auto& block : judged.blocks)
      for (const auto& row : table.indicators)
        if (row.level1 == block.level1) {
          tell("indicator-weights", table, row.weight, block.level1 + " " + row.weight.text,
               block.level1 + "各项分值合计", block.declared);
          break;
        }
    const auto& weights =
        table.total_weight.empty() && !table.indicators.empty() ? table.indicators.back().weight : table.total_weight;
    tell("indicator-weights", table, weights, "分值合计 " + weights.text, "各指标分值合计", judged.weights);
    tell("total-score", table, table.total_score, "总分 " + table.total_weight.text + " " + table.total_score.text,
         "总分", judged.total);
  }

  bool complete(const PerformanceTable& table) const {
    if (table.damaged) return false;
    const auto& unread = reading_.facts.unread;
    const profile::Position first = profile::position_of(table.title);
    profile::Position last = first;
    for (const auto& indicator : table.indicators)
      for (const auto* cell : {&indicator.score, &indicator.weight})
        last = std::max(last, profile::Position(cell->place.page, cell->place.last_line));
    const auto inside = [&](const cube::Mention& mention) {
      const auto at = profile::position_of(mention.place);
      return at >= first && at <= last;
    };
    return std::none_of(unread.begin(), unread.end(), inside);
  }

  static std::string money_words(const cube::MoneyRow& row) {
    return row.label.text + " " + row.initial.text + " " + row.budget.text + " " + row.spent.text + " " +
           row.weight.text + " " + row.rate.text + " " + row.score.text;
  }

  void tell(const std::string& rule, const PerformanceTable& table, const cube::Printed& printed,
            const std::string& words, const std::string& what, const Verdict& verdict) {
    if (printed.empty() || (verdict.state != State::broken && verdict.state != State::tail)) return;
    const Severity severity = verdict.state == State::tail ? Severity::note
                              : verdict.sure               ? Severity::error
                                                           : Severity::warning;
    Finding finding = performance_finding(rule, severity, table, printed, words, what, reading_);
    if (verdict.expected) finding.expected = finding.words["expected"] = verdict.expected->to_string();
    if (verdict.state == State::tail) finding.words["tail"] = "尾差";
    if (!verdict.calculation.empty()) {
      finding.words["calculation"] = verdict.calculation;
      finding.because.push_back({basis_words(verdict), {}, verdict.calculation});
    }
    for (const auto& row : verdict.evidence) {
      if (finding.places.size() >= max_evidence) break;
      if (const auto* place = place_of(row); place != nullptr) finding.places.push_back(*place);
    }
    findings_.push_back(std::move(finding));
  }

  static std::string basis_words(const Verdict& verdict) {
    switch (verdict.basis) {
      case scoring::Basis::arithmetic:
        return "算术关系";
      case scoring::Basis::agreed:
        return "各种可能的计分规则结果相同";
      case scoring::Basis::document:
        return "本文件同类指标的计分规则";
      case scoring::Basis::related:
        return "本文件其他指标的计分规则";
      case scoring::Basis::configured:
        return "本地区通常的计分规则";
      case scoring::Basis::none:
        break;
    }
    return "计分规则";
  }

  const cube::Place* place_of(const scoring::RowRef& row) const {
    const auto& table = reading_.performance[row.table];
    if (row.indicator) return &table.indicators[*row.indicator].score.place;
    for (const auto& money : table.money)
      if (money.member == "total") return &money.score.place;
    return nullptr;
  }

  /// 指标赋分规则 that cannot be applied to such a target: one finding a rule word and table, with its rows.
  void methods() {
    for (std::size_t index = 0; index < reading_.performance.size(); ++index) {
      std::map<std::string, std::size_t> told;
      const auto& table = reading_.performance[index];
      for (std::size_t row = 0; row < table.indicators.size(); ++row) {
        const auto& indicator = table.indicators[row];
        const auto fits = judgement_.tables[index].indicators[row].method_fits;
        if (!fits || *fits || indicator.method.empty()) continue;
        const auto [known, fresh] = told.try_emplace(indicator.method.text, findings_.size());
        const std::string words = indicator.name.text + " " + indicator.target.text + " " + indicator.method.text;
        if (fresh)
          findings_.push_back(performance_finding("score-method", Severity::warning, table, indicator.method, words,
                                                  name_of(indicator), reading_));
        else
          findings_[known->second].places.push_back(indicator.method.place);
        findings_[known->second].words["target"] = indicator.target.text;
      }
    }
  }

  static constexpr std::size_t max_evidence = 4;

  const profile::Reading& reading_;
  Findings& findings_;
  scoring::Judgement judgement_;
};

}  // namespace

std::string name_of(const cube::Indicator& indicator) {
  return indicator.name.text;
}

std::string row_words(const cube::Indicator& row) {
  return row.name.text + " " + row.target.text + " " + row.actual.text + " " + row.weight.text + " " + row.score.text;
}

Finding performance_finding(const std::string& rule, Severity severity, const PerformanceTable& table,
                            const cube::Printed& printed, const std::string& words, const std::string& what,
                            const profile::Reading& reading) {
  constexpr std::size_t quote = 80;
  cube::Place place = printed.place;
  place.quote = text::prefix(words, quote);
  const auto* form = reading.form()->table(table.form);
  Finding finding = finding_at(rule, severity, place, form != nullptr ? form->title : "");
  finding.stated = finding.words["stated"] = printed.text;
  finding.words["what"] = what;
  if (!table.subject.empty()) finding.words["subject"] = table.subject.text;
  return finding;
}

void find_wrong_scores(const profile::Reading& reading, const scoring::Packs& packs, Findings& findings) {
  if (reading.form() == nullptr || reading.performance.empty()) return;
  const scoring::Pack* pack = packs.find(reading.form()->scoring);
  if (pack != nullptr) ScoreTeller(reading, *pack, findings).run();
}

}  // namespace mingzhang::check
