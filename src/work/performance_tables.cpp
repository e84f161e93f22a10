// Target tables and self-evaluations on the terminal and as JSON.
#include <fmt/format.h>

#include "report/excerpt.h"
#include "work/output.h"
#include "work/performance_parts.h"
#include "work/text_table.h"

namespace mingzhang::work {
namespace {

using cube::PerformanceTable;
using report::printable;

std::string title_of(const PerformanceTable& table, const Common& common) {
  const bool whole = table.scope == PerformanceTable::Scope::whole;
  return fmt::format("{}{}{}\n", printable(table.subject.text),
                     whole ? common.say("（单位整体）", " (whole unit)") : std::string(),
                     common.say("，" + table.year.text + " 年度", ", " + table.year.text));
}

/// The lines of the money that a person looks at: not those that divide others.
std::string money_text(const PerformanceTable& table, const Common& common) {
  if (table.money.empty()) return common.say("  没有资金记录\n", "  no money is recorded\n");
  const bool target = table.stage == PerformanceTable::Stage::target;
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> figures = {false, true};
  if (target) {
    rows.push_back({common.say("资金（万元）", "money (万元)"), common.say("年度预算", "budget")});
  } else {
    figures = {false, true, true, true, true, true, true, false};
    rows.push_back({common.say("资金（万元）", "money (万元)"), common.say("年初预算", "initial"),
                    common.say("全年预算", "full budget"), common.say("全年执行", "spent"),
                    common.say("分值", "weight"), common.say("执行率", "rate"), common.say("得分", "score"),
                    common.say("计算", "calculation")});
  }
  for (const auto& row : table.money) {
    if (!row.part.empty()) continue;
    const auto label = printable(row.content.empty() ? row.label.text : row.label.text + " " + row.content.text);
    if (target)
      rows.push_back({label, row.budget.text});
    else
      rows.push_back({label, row.initial.text, row.budget.text, row.spent.text, row.weight.text, row.rate.text,
                      row.score.text, row.score.place.quote});
  }
  return text_table(rows, figures, 2);
}

std::string indicators_text(const PerformanceTable& table, const Common& common) {
  const bool target = table.stage == PerformanceTable::Stage::target;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> header = {common.say("一级指标", "level 1"), common.say("二级指标", "level 2"),
                                     common.say("三级指标", "indicator"), common.say("指标值", "target")};
  std::vector<bool> figures(4);
  if (target) {
    for (auto* words : {"上年完成值", "分值", "赋分规则"}) header.emplace_back(words);
    if (common.english()) header = {"level 1", "level 2", "indicator", "target", "last", "weight", "method"};
    figures.insert(figures.end(), {false, true, false});
  } else {
    header.insert(header.end(), {common.say("实际完成值", "actual"), common.say("分值", "weight"),
                                 common.say("得分", "score"), common.say("计算", "calculation")});
    figures.insert(figures.end(), {false, true, true, false});
  }
  rows.push_back(std::move(header));
  for (const auto& row : table.indicators) {
    std::vector<std::string> cells = {printable(row.level1), printable(row.level2), printable(row.name.text),
                                      printable(row.target.text)};
    if (target)
      cells.insert(cells.end(), {printable(row.last.text), row.weight.text, printable(row.method.text)});
    else
      cells.insert(cells.end(),
                   {printable(row.actual.text), row.weight.text, row.score.text, printable(row.score.place.quote)});
    rows.push_back(std::move(cells));
  }
  return text_table(rows, figures, 2);
}

std::string goals_text(const PerformanceTable& table, const Common& common) {
  std::string out;
  if (!table.goal.empty()) out += common.say("  预期目标：", "  goal: ") + printable(table.goal.text) + "\n";
  if (!table.result.empty()) out += common.say("  完成情况：", "  result: ") + printable(table.result.text) + "\n";
  return out;
}

std::string as_text(const PerformanceTable& table, const Common& common) {
  return title_of(table, common) + goals_text(table, common) + money_text(table, common) +
         indicators_text(table, common);
}

std::string total_text(const performance::Evaluation& evaluation, const Common& common) {
  const auto& table = evaluation.table;
  std::string out = common.say("  总分 ", "  total ");
  out += table.total_score.empty() ? common.say("未定", "open") : table.total_score.text;
  out += " / " + table.total_weight.text;
  if (!evaluation.grade.empty())
    out += fmt::format(fmt::runtime(common.say("，等级：{}（{} 分起）", ", grade: {} (from {})")), evaluation.grade,
                       evaluation.grade_from->to_string());
  return out + "\n";
}

int targets(const PerformanceOptions& options, const Sinks& sinks) {
  const auto& common = options.common;
  refuse_output(common.output, {options.books}, common);
  Kept kept(options);
  const auto plan = plan_of(kept.books, options);
  const auto tables = performance::target_tables(plan, kept.figures, kept.scored.rules, kept.books.file_name());
  std::string out;
  if (options.format == "json") {
    out = tables_json(tables);
  } else {
    for (const auto& table : tables)
      out += as_text(table, common) + common.say("  分值合计 ", "  weights ") + table.total_weight.text + "\n\n";
  }
  deliver(out, common, sinks);
  return exit_clean;
}

/// How many to-dos are open.
std::size_t tell_todos(const std::vector<performance::Evaluation>& evaluations, const Common& common,
                       const Sinks& sinks) {
  std::size_t open = 0;
  for (const auto& evaluation : evaluations)
    for (const auto& todo : evaluation.todos) {
      if (open++ == 0) sinks.messages(common.say("待办：\n", "to be done:\n"));
      sinks.messages("  " + printable(todo.project) + common.say("：", ": ") + todo_words(todo, common) + "\n");
    }
  return open;
}

int evaluate(const PerformanceEvaluate& options, const Sinks& sinks) {
  const auto& common = options.common;
  refuse_output(common.output, {options.books}, common);
  Kept kept(options);
  const auto plan = plan_of(kept.books, options);
  const auto evaluations = performance::evaluate(plan, kept.figures, kept.scored.rules, kept.books.file_name());
  const auto open = tell_todos(evaluations, common, sinks);
  if (options.final && open > 0) {
    sinks.messages(fmt::format(fmt::runtime(common.say("未定稿：还有 {} 项待办。\n", "not final: {} open\n")), open));
    return exit_errors;
  }
  std::string out;
  if (options.format == "json")
    out = evaluations_json(evaluations);
  else
    for (const auto& evaluation : evaluations)
      out += as_text(evaluation.table, common) + total_text(evaluation, common) + "\n";
  deliver(out, common, sinks);
  return exit_clean;
}

}  // namespace

int performance_targets(const PerformanceOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return targets(options, sinks); });
}

int performance_evaluate(const PerformanceEvaluate& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return evaluate(options, sinks); });
}

}  // namespace mingzhang::work
