#include "publish/score_notes.h"

#include <map>

#include "publish/performance_sheet.h"
#include "scoring/judge.h"

namespace mingzhang::publish {
namespace {

using cube::Dimension;
using cube::Member;

/// Rates and scores by their cells, each with its calculation and the name of the rule.
class Calculations {
 public:
  explicit Calculations(const scoring::Pack& pack) : pack_(pack) {}

  void add(const cube::Cell& table, const scoring::TableJudgement& judged) {
    const auto put = [&](const char* measure, const std::string& item, const scoring::Verdict& verdict) {
      if (verdict.calculation.empty()) return;
      const auto* rule = pack_.rule(verdict.rule);
      words_[table.with(Dimension::measure, Member(measure)).with(Dimension::item, Member(item))] =
          verdict.calculation + (rule == nullptr ? "" : "（" + rule->name + "）");
    };
    put("rate", "execution", judged.rate);
    put("score", "execution", judged.execution);
    put("score", "total", judged.total);
    for (std::size_t index = 0; index < judged.indicators.size(); ++index)
      put("score", std::to_string(index + 1), judged.indicators[index].score);
  }

  void write_to(std::vector<TracedFigure>& figures) const {
    for (auto& figure : figures)
      if (const auto found = words_.find(figure.key.cell); found != words_.end() && figure.calculation.empty())
        figure.calculation = found->second;
  }

 private:
  const scoring::Pack& pack_;
  std::map<cube::Cell, std::string> words_;
};

}  // namespace

void explain_scores(Composed& composed, const Material& material, const scoring::Pack& pack) {
  std::vector<cube::PerformanceTable> tables;
  for (const auto& drawn : composed.performance) tables.push_back(drawn.table);
  const auto judgement = scoring::judge(tables, pack);
  Calculations calculations(pack);
  for (std::size_t index = 0; index < tables.size(); ++index)
    calculations.add(performance_cell(material, tables[index]), judgement.tables[index]);
  calculations.write_to(composed.figures);
}

}  // namespace mingzhang::publish
