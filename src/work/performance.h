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

struct PerformanceEvaluate : PerformanceOptions {
  bool final = false;  ///< open to-dos are errors
};
int performance_evaluate(const PerformanceEvaluate& options, const Sinks& sinks);

}  // namespace mingzhang::work
