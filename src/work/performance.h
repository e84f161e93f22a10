// The use cases of a year's performance: targets, what was achieved, self-evaluation, monitoring.
#pragma once

#include <string>

#include "work/books.h"

namespace mingzhang::work {

struct PerformanceOptions : BooksOptions {
  int year = 0;
  std::string project;  ///< empty: all of them
  std::string pack;     ///< rule pack; empty: the one that the books name, else the national one
  std::string format = "text";
};

/// The target tables of the year, and the self-evaluations with their scores and what is still to be done.
int performance_targets(const PerformanceOptions& options, const Sinks& sinks);

/// Goals and indicators against each other, the project list and the rules.
int performance_check(const PerformanceOptions& options, const Sinks& sinks);

struct PerformanceEvaluate : PerformanceOptions {
  bool final = false;  ///< open to-dos are errors
};
int performance_evaluate(const PerformanceEvaluate& options, const Sinks& sinks);

struct PerformanceCompute : PerformanceOptions {
  std::string date;  ///< as of which day; empty: the end of the year
  bool dry_run = false;
};
/// Every indicator with a formula gets its actual value from registers and accounts.
int performance_compute(const PerformanceCompute& options, const Sinks& sinks);

struct PerformanceExplain : PerformanceOptions {
  std::string indicator;
  std::size_t limit = 20;  ///< rows that are shown
};
/// Where an actual value comes from: formula, calculation, the rows behind it.
int performance_explain(const PerformanceExplain& options, const Sinks& sinks);

struct PerformanceMonitor : PerformanceOptions {
  std::string date;  ///< empty: the end of the year
};
/// Money and indicators against time; format html has the chart.
int performance_monitor(const PerformanceMonitor& options, const Sinks& sinks);

}  // namespace mingzhang::work
