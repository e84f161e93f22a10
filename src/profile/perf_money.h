// The money of a performance table: rows whose cells have moved against their header.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "profile/perf_cells.h"
#include "profile/performance_words.h"

namespace mingzhang::profile {

/// A column: an id of PerformanceWords::money_columns, and for amounts that are divided the part.
struct MoneyColumn {
  std::string id;
  std::string part;  ///< fiscal, other; empty: the whole
  std::int32_t tab = 0;
};

/// The columns of amounts and points, in the order of the header; labels and words are no columns here.
class MoneyColumns {
 public:
  using Assigned = std::vector<const MoneyColumn*>;

  /// True if the row is a header of the money, or divides the amounts of the one before it.
  bool read_header(const std::vector<PerfCell>& cells, const PerformanceWords& words);
  bool empty() const { return columns_.empty(); }

  /// The columns of the figures of one row, which stand in their order but may have moved; empty if it is not certain.
  Assigned assign(const std::vector<PerfCell>& figures);

 private:
  using Tabs = std::vector<std::int32_t>;

  void divide(const std::vector<PerfCell>& cells, const PerformanceWords& words);
  bool fits(const std::vector<PerfCell>& figures, const Tabs& tabs, std::int32_t shift, bool strict,
            Assigned& out) const;
  Assigned only_amounts(const std::vector<PerfCell>& figures) const;

  std::vector<MoneyColumn> columns_;
  Tabs learned_;  ///< where a full row had them
};

}  // namespace mingzhang::profile
