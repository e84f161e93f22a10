// Answers to queries: one pass over every table feeds all that ask it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "books/books.h"
#include "books/vocabulary.h"
#include "cube/performance_value.h"
#include "money/decimal.h"
#include "performance/query.h"

namespace mingzhang::performance {

/// What an aggregate came to.
struct Tally {
  money::Decimal value;               ///< rows, a sum, or how many different ones
  std::string date;                   ///< latest: 2025-03-01; empty where there was none
  bool is_money = false;              ///< a sum in yuan
  std::int64_t rows = 0;              ///< that it counts
  std::vector<std::int64_t> entries;  ///< the first of them, as many as were asked for
};

struct Scope {
  int year = 0;
  std::string until;       ///< 2025-09-30
  std::int64_t up_to = 0;  ///< the books as they were when this was the last entry; 0: as they are
  std::size_t keep = 0;    ///< entries of each tally
};

class Answers {
 public:
  Answers(books::Books& books, const books::Vocabulary& vocabulary, const Scope& scope)
      : books_(books), vocabulary_(vocabulary), scope_(scope) {}

  /// Whether the tables and columns of a query are there. Throws BadQuery.
  void check(const Query& query) const;
  /// One tally for each aggregate. Throws BadQuery.
  std::vector<Tally> tally(std::span<const Aggregate* const> aggregates) const;

 private:
  books::Books& books_;
  const books::Vocabulary& vocabulary_;
  Scope scope_;
};

/// The tallies of a query as its indicator prints them, in the unit of its target, and how they were computed.
struct Worded {
  std::string actual, calculation;
};
/// Throws BadQuery "unit" where a target of another dimension is asked for, "zero" where a denominator is, "figure"
/// where there is none.
Worded word(const Query& query, std::span<const Tally> tallies, const cube::PerformanceValue& target);

}  // namespace mingzhang::performance
