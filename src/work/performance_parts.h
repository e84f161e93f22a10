// What the use cases of performance share. For performance_*.cpp and whoever compiles from books.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "books/slices.h"
#include "books/source.h"
#include "performance/evaluate.h"
#include "performance/examine.h"
#include "performance/monitor.h"
#include "performance/rules.h"
#include "work/books_parts.h"
#include "work/performance.h"

namespace mingzhang::work {

books::Slices load_slices(const Common& common);
performance::Taxonomy load_taxonomy(const profile::DataFiles& data);

/// By what the books are scored in a year. Throws UsageError where they name a pack or a rule that there is not.
struct Scored {
  scoring::Packs packs;
  performance::Taxonomy taxonomy;
  performance::Rules rules;

  /// `pack`: empty, or what stands in place of the one that the books name. `fallback`: where they name none.
  Scored(const cube::Source& figures, int year, const std::string& pack, const std::string& fallback,
         const Common& common);
  Scored(const Scored&) = delete;
  Scored& operator=(const Scored&) = delete;
};

/// Books with their figures and rules.
struct Kept {
  books::Books books;
  books::Slices slices;
  books::BooksSource figures;
  Scored scored;

  explicit Kept(const PerformanceOptions& options);
};

/// The plan of the year, or only the project that was asked for. Throws UsageError where the books have none.
performance::Plan plan_of(books::Books& books, const PerformanceOptions& options, std::string_view until = {});

/// The last day of the year, or the day that was asked for. Throws UsageError unless it is a date.
std::string day_of(const std::string& written, int year, const Common& common);

// performance_words.cpp
/// Why a formula cannot be understood or answered.
std::string query_words(const std::string& code, const std::string& detail, const Common& common);
std::string light_words(performance::Light light, const Common& common);
std::string watched_words(const performance::Watched& row, const Common& common);
std::string remark_words(const performance::Remark& remark, const Common& common);
std::string todo_words(const performance::Todo& todo, const Common& common);

// performance_json.cpp
std::string tables_json(const std::vector<cube::PerformanceTable>& tables);
std::string evaluations_json(const std::vector<performance::Evaluation>& evaluations);

}  // namespace mingzhang::work
