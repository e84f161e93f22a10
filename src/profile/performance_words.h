// The words that performance tables are printed with: data/performance/vocabulary.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/data_files.h"

namespace mingzhang::profile {

/// What words mean the same. Words are normalised; a level has its official name as id and as first word.
struct WordGroup {
  std::string id;
  std::vector<std::string> words;
};

using WordGroups = std::vector<WordGroup>;

struct PerformanceWords {
  WordGroups level1, level2;
  WordGroups money_rows;     ///< id: MoneyRow::member
  WordGroups money_columns;  ///< source, initial, budget, spent, weight, rate, score; task, content, done; total,
                             ///< fiscal, other
  WordGroups heads;          ///< subject, department, unit, person, trait, category, term, money, goals, goal,
                             ///< long-goal, result, indicators; phone, dates: read as words
  WordGroups columns;  ///< level1, level2, name, target, basis, last, actual, weight, score, method, evidence, reason
  std::vector<std::string> totals, blanks, bases, methods, evidence, qualitative, remarks;
  std::vector<std::string> wholes, more,
      costs;  ///< ends of names: rates of a whole, others of which more is better, costs

  /// Throws BadProfile.
  static PerformanceWords load(const DataFiles& data);
};

/// The group of a normalised text that is one of its words: without 其中: before it, and without a colon, points or a
/// letter in brackets behind it ("产出指标(50分)", "执行率(B/A)", "项目资金(万元)"). Null if there is none.
const WordGroup* group_of(const WordGroups& groups, std::string_view normal);

/// The longest word of the groups that begins the text, with its group.
struct WordFound {
  const WordGroup* group = nullptr;
  std::size_t length = 0;
};
std::optional<WordFound> longest_at(const WordGroups& groups, std::string_view normal);

/// A money row as printed: its member, "task" for 任务 and a number; null if it is none.
const WordGroup* money_row_of(const PerformanceWords& words, std::string_view normal);

bool is_one_of(const std::vector<std::string>& words, std::string_view normal);

}  // namespace mingzhang::profile
