#include "scoring/judge.h"

#include <algorithm>
#include <map>

#include "scoring/judge_row.h"
#include "scoring/printed.h"
#include "scoring/rows.h"

namespace mingzhang::scoring {
namespace {

using cube::PerformanceTable;
using money::Decimal;

constexpr int most_decimals = 4;

/// Decimals of the scores of a document: one that is printed with fewer has left zeros out.
int score_scale(std::span<const PerformanceTable> tables) {
  int scale = 0;
  const auto look = [&scale](const cube::Printed& cell) {
    if (const auto score = printed_figure(cell.text)) scale = std::max(scale, score->scale());
  };
  for (const PerformanceTable& table : tables) {
    for (const cube::MoneyRow& row : table.money) look(row.score);
    for (const cube::Indicator& indicator : table.indicators) look(indicator.score);
  }
  return std::min(scale, most_decimals);
}

class Judge {
 public:
  Judge(std::span<const PerformanceTable> tables, const Pack& pack)
      : tables_(tables), pack_(pack), scale_(score_scale(tables)) {}

  Judgement judge() {
    out_.tables.resize(tables_.size());
    for (std::size_t i = 0; i < tables_.size(); ++i) read(i);
    infer_all();
    harden_words();
    for (const Row& row : rows_) place(row);
    return std::move(out_);
  }

 private:
  std::span<const PerformanceTable> tables_;
  const Pack& pack_;
  int scale_;
  std::vector<Row> rows_;
  Judgement out_;

  void read(std::size_t index) {
    const PerformanceTable& table = tables_[index];
    TableJudgement& out = out_.tables[index];
    out.indicators.resize(table.indicators.size());
    const int year = printed_year(table.year.text);
    const RuleSet* const set = pack_.find(table.scope, year);
    if (set == nullptr) {
      for (Verdict* verdict : {&out.execution, &out.rate, &out.weights, &out.scheme, &out.total}) {
        verdict->reason = Reason::no_rules;
      }
      for (IndicatorJudgement& indicator : out.indicators) indicator.score.reason = Reason::no_rules;
      return;
    }
    out.set = set->id;
    judge_sums(table, *set, out);
    const cube::MoneyRow* const money = execution_row(table);
    out.execution.reason = Reason::not_printed;
    if (money != nullptr && table.stage == PerformanceTable::Stage::self_evaluation) {
      out.rate = guarded([&] { return judge_rate(*money); });
      add(read_execution(*money, *set), {index, std::nullopt}, *set);
    }
    for (std::size_t i = 0; i < table.indicators.size(); ++i) {
      add(read_indicator(table.indicators[i], year, *set), {index, i}, *set);
      out.indicators[i].method_fits = method_fits(table.indicators[i], year, *set);
    }
  }

  void judge_sums(const PerformanceTable& table, const RuleSet& set, TableJudgement& out) const {
    out.weights = guarded([&] { return judge_weights(table, set); });
    out.blocks = blocks_of(table);
    out.scheme = judge_scheme(out.blocks, set, out.scheme_id);
    if (table.stage == PerformanceTable::Stage::target) {
      out.total.reason = Reason::not_printed;
      return;
    }
    out.total = guarded([&] { return judge_total(table, set, scale_); });
    if (const GradeStep* step = out.total.printed ? grade_of(*out.total.printed, set) : nullptr) out.grade = step->name;
  }

  static std::optional<bool> method_fits(const cube::Indicator& indicator, int year, const RuleSet& set) {
    const auto method = set.methods.find(indicator.method.text);
    if (method == set.methods.end() || indicator.target.empty()) return std::nullopt;
    const auto type = cube::read_performance_value(indicator.target.text, year).type;
    return std::find(method->second.begin(), method->second.end(), type) != method->second.end();
  }

  template <typename Work>
  static Verdict guarded(Work work) {
    try {
      return work();
    } catch (const money::Overflow&) {
      Verdict verdict;
      verdict.reason = Reason::too_large;
      return verdict;
    }
  }

  void add(Row row, RowRef ref, const RuleSet& set) {
    row.ref = ref;
    row.group.set = set.id;
    row.group.scope = tables_[ref.table].scope;
    rows_.push_back(std::move(row));
  }

  void infer_all() {
    std::map<Group, std::vector<const Row*>> groups;
    for (const Row& row : rows_) {
      if (row.choice != nullptr && !row.predictions.empty()) groups[row.group].push_back(&row);
    }
    for (const auto& [group, rows] : groups) out_.inferences.push_back(infer(group, rows, scale_));
  }

  /// "Completely reached" is the whole weight and "not reached" never is. The first is sure, and the second is nothing
  /// at all, once the document itself scores such rows in that way.
  void harden_words() {
    const bool whole = is_shown(cube::Grade::complete, [](const Row& row) { return *row.score == *row.weight; });
    const bool nothing = is_shown(cube::Grade::missed, [](const Row& row) { return row.score->is_zero(); });
    for (Row& row : rows_) {
      if (row.grade == cube::Grade::complete && whole) row.soft = false;
      if (row.grade != cube::Grade::missed || !row.score || !row.weight || row.predictions.empty()) continue;
      if (*row.score == *row.weight) row.soft = false;
      if (!nothing || row.group.kind != RowKind::quality) continue;
      row.soft = false;
      for (Prediction& prediction : row.predictions) prediction = none_of(prediction.calculation);
    }
  }

  /// Two rows at least, and more than twice as many as do not.
  template <typename Is>
  bool is_shown(cube::Grade grade, Is is) const {
    std::size_t yes = 0;
    std::size_t no = 0;
    for (const Row& row : rows_) {
      if (row.grade != grade || row.group.kind != RowKind::quality || !row.score || !row.weight) continue;
      ++(is(row) ? yes : no);
    }
    return yes >= 2 && yes > 2 * no;
  }

  static Prediction none_of(const std::string& calculation) {
    constexpr std::string_view arrow = " → ";
    return {{money::Interval::exactly(Decimal())}, Decimal(), calculation.substr(0, calculation.find(arrow)) + " → 0"};
  }

  const Inference* inference_of(const Row& row) const {
    const auto found = std::find_if(out_.inferences.begin(), out_.inferences.end(),
                                    [&](const Inference& inference) { return inference.group == row.group; });
    return found == out_.inferences.end() ? nullptr : &*found;
  }

  enum class Sort : std::uint8_t { execution, at_most, other };
  static Sort sort_of(RowKind kind) {
    if (kind == RowKind::execution) return Sort::execution;
    return kind == RowKind::at_most ? Sort::at_most : Sort::other;
  }

  /// The rules that fit every other group of the same sort that shows anything.
  void relate(const Row& row, Knowledge& known) const {
    bool first = true;
    for (const Inference& other : out_.inferences) {
      if (other.group == row.group || sort_of(other.group.kind) != sort_of(row.group.kind)) continue;
      if (!other.decided() && other.state != Inference::State::several) continue;
      if (first) known.related = other.rules;
      first = false;
      std::erase_if(known.related, [&](const std::string& rule) {
        return std::find(other.rules.begin(), other.rules.end(), rule) == other.rules.end();
      });
      known.related_evidence.insert(known.related_evidence.end(), other.evidence.begin(), other.evidence.end());
    }
  }

  void place(const Row& row) {
    Knowledge known{inference_of(row), {}, {}, scale_};
    relate(row, known);
    const Verdict verdict = judge_row(row, known);
    TableJudgement& table = out_.tables[row.ref.table];
    if (!row.ref.indicator) {
      table.execution = verdict;
      return;
    }
    table.indicators[*row.ref.indicator].score = verdict;
    table.indicators[*row.ref.indicator].fulfilment = row.fulfilment;
  }
};

}  // namespace

Judgement judge(std::span<const PerformanceTable> tables, const Pack& pack) {
  return Judge(tables, pack).judge();
}

}  // namespace mingzhang::scoring
