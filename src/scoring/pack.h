// Rule packs: how a place scores its performance tables, as data. A pack says which rules are possible there, and which
// one is assumed where a document does not show its own; docs/scoring.md tells how one is written.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cube/performance.h"
#include "cube/performance_value.h"
#include "scoring/rule.h"

namespace mingzhang::scoring {

/// The rules that may hold for one kind of row, and the one assumed where the document does not decide between them.
struct Choice {
  std::vector<Rule> candidates;
  std::optional<std::size_t> configured;  ///< index of a candidate; empty: nothing is assumed
};

/// A share of the weight that a word of quality may earn.
struct Band {
  money::Decimal low, high;  ///< percent
};

/// Weights of the blocks of a table, by the word that begins the name of its 一级指标: 产出, 成本, 效益, 满意度.
struct Scheme {
  std::string id;
  std::map<std::string, money::Decimal> blocks;
};

/// From which total on (percent of the full score) a table has this grade.
struct GradeStep {
  money::Decimal from;
  std::string name;
};

struct RuleSet {
  std::string id;
  std::optional<cube::PerformanceTable::Scope> scope;  ///< empty: every table
  int from = 0, until = 9999;                          ///< years, both included
  Choice execution, at_least, equal, at_most, satisfaction;
  Choice beyond;  ///< what exceeding a target by more than `over` costs; may be empty: a person decides
  money::Decimal execution_weight;
  std::map<cube::Grade, Band> bands;
  std::optional<money::Decimal> over;  ///< percent of a target from which on the score may be lowered for a weak target
  std::vector<money::Decimal> totals, target_totals;  ///< what the weights of a table may add up to
  std::vector<Scheme> schemes;
  std::vector<GradeStep> scale;                                 ///< descending
  std::map<std::string, std::vector<cube::ValueType>> methods;  ///< 指标赋分规则: what it can be applied to
  int decimals = 2;                                             ///< of a score that the document does not print
};

/// One row of a worked example, as it would be printed.
struct ExampleRow {
  std::string target, actual;       ///< of an indicator
  std::string budget, spent, rate;  ///< of the execution
  std::string weight, score;
};

/// A worked example documents its pack and is run as a test: either `rule` gives `score` for every row, or the rows of
/// one document show which rule is theirs.
struct Example {
  std::string title, set, rule;
  std::string finds;  ///< of rows that are to show their rule: proved, majority, several, none, unknown
  std::vector<ExampleRow> rows;
};

struct Pack {
  std::string id, name;
  std::vector<std::string> basis;  ///< documents that the rules come from
  std::vector<Rule> rules;
  std::vector<RuleSet> sets;  ///< those of the pack that it extends first: the last that fits a table is taken
  std::vector<Example> examples;

  /// Null if the pack says nothing of such a table.
  const RuleSet* find(cube::PerformanceTable::Scope scope, int year) const;
  const Rule* rule(std::string_view id) const;
};

struct Source {
  std::string name, text;  ///< name: for messages
};

class Packs {
 public:
  explicit Packs(std::vector<Pack> packs) : packs_(std::move(packs)) {}
  const Pack* find(std::string_view id) const;
  const std::vector<Pack>& all() const { return packs_; }

 private:
  std::vector<Pack> packs_;
};

/// Reads packs; one that is extended stands before those that extend it. Throws BadPack.
Packs load(const std::vector<Source>& sources);

}  // namespace mingzhang::scoring
