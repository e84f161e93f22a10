// Performance tables (绩效目标表, 绩效自评表) as they are printed: a project or a whole unit, its money, its goals and
// its indicators. What a cell means is told by performance_value.h; whether it is right is judged elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cube/statement.h"

namespace mingzhang::cube {

/// One cell as printed. Empty text: the table prints nothing there, or only a dash.
struct Printed {
  std::string text;  ///< blanks and line breaks inside removed, else as printed
  Place place;

  bool empty() const { return text.empty(); }
};

/// One line of the money: 年度资金总额, 当年财政拨款, 上年结转资金, 其他资金, 中央安排, ... 任务1. Where a line divides
/// its amounts into 财政拨款 and 其他资金, these follow it as lines of their own.
struct MoneyRow {
  Printed label;
  std::string member;     ///< total, current, carried, other, central, region, prefecture, county, superior, own, task;
                          ///< of all years of a project: lifetime, lifetime-fiscal, lifetime-other
  std::string part;       ///< of the line before it: fiscal, other; empty: the line itself
  Printed content, done;  ///< 主要内容, 完成情况 of a task
  Printed initial, budget, spent;  ///< 年初预算数, 全年预算数 (target tables: 年度预算), 全年执行数
  Printed weight, rate, score;     ///< 分值, 执行率, 得分; only where they are printed
};

struct Indicator {
  /// 一级, 二级指标 in their official spelling, carried forward from the row that printed them; the points that the
  /// first declares stay behind it: 产出指标(50分)
  std::string level1, level2;
  Printed name;    ///< 三级指标
  Printed target;  ///< 指标值, with its operator
  Printed basis;   ///< 指标值设定依据
  Printed last;    ///< 上年完成值
  Printed actual;  ///< 实际完成值
  Printed weight, score;
  Printed method, evidence;  ///< 指标赋分规则, 佐证资料
  Printed reason;            ///< 偏差原因分析及改进措施
  bool open = false;         ///< words of the table that were given to no cell may be its reason
};

struct PerformanceTable {
  enum class Scope : std::uint8_t { project, whole } scope = Scope::project;
  enum class Stage : std::uint8_t { target, self_evaluation } stage = Stage::self_evaluation;
  std::string form;  ///< id of the table in the form: P-project, P-unit
  Place title;
  Printed year;              ///< as printed under the title: 2023
  Printed subject;           ///< 项目名称, or the name of the unit
  Printed department, unit;  ///< 主管部门, 实施单位
  Printed person;            ///< 项目负责人
  Printed trait, category;   ///< 项目性质 (项目属性), 项目类别
  Printed term;              ///< 项目期
  std::string money_unit;    ///< 万元, 元; empty: the table does not say
  std::vector<MoneyRow> money;
  Printed goal, result;  ///< 预期目标, 实际完成情况: free text
  Printed long_goal;     ///< 项目总目标, 中期目标: of all its years
  std::vector<Indicator> indicators;
  Printed total_weight, total_score;  ///< 总分
  bool damaged = false;               ///< cells run into each other: rows may be missing
};

}  // namespace mingzhang::cube
