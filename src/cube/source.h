// Where figures to be published come from: the books, or what a document said.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cube/cell.h"
#include "cube/performance.h"
#include "cube/quantity.h"
#include "cube/statement.h"

namespace mingzhang::cube {

/// A figure and all that it rests on.
struct Figure {
  Quantity quantity;
  std::vector<Place> places;  ///< of a document: where it stands; of books: the entries (document: the file, table:
                              ///< kind of entry, row: its number, quote: voucher or document number)
  std::string calculation;    ///< how it follows from others, in words and figures; empty if it is their plain sum
};

/// Answers for slices of the cube; a root coordinate means all of its dimension.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// Empty where nothing is recorded, which is not zero.
  virtual std::optional<Figure> figure(const Cell& cell) const = 0;
  /// Members of a dimension under which the slice `within` has anything, by code, or in order of entry where they have
  /// none. `level`: only codes of so many digits (parents of recorded codes among them); 0: any.
  virtual std::vector<Member> members(Dimension dimension, const Cell& within, std::size_t level) const = 0;
  /// Words kept for a cell under a role ("reason", "duties"); empty without.
  virtual std::string words(std::string_view role, const Cell& cell) const = 0;
  /// The performance tables of a year, the whole unit first; empty where none are kept.
  virtual std::vector<PerformanceTable> performance_tables(int /*year*/, PerformanceTable::Stage /*stage*/) const {
    return {};
  }
};

}  // namespace mingzhang::cube
