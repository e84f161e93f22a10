// Which column a number stood in, where a text has lost it: of all ways to put the numbers of each row into columns,
// from left to right, those that break the fewest laws.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cube/quantity.h"

namespace mingzhang::laws {

/// One row: its numbers in their order, and what is known of its cells.
struct ColumnRow {
  std::vector<cube::Quantity> numbers;
  std::vector<std::optional<cube::Quantity>>
      elsewhere;                     ///< one a column: the value that the document prints for the cell
  std::vector<std::uint32_t> parts;  ///< rows that add up to this one in every column
};

/// whole = sum of parts within each row; columns count from 0.
struct ColumnSum {
  std::uint32_t whole = 0;
  std::vector<std::uint32_t> parts;
  std::vector<int> signs;  ///< one a part
};

/// Every row is a part of at most one other, and parts come after their whole or before it, without a circle.
struct ColumnTable {
  std::uint32_t columns = 0;
  std::vector<ColumnRow> rows;
  std::vector<ColumnSum> sums;
};

struct ColumnLimits {
  std::uint32_t broken = 8;           ///< more broken laws than these in one tree of rows: nothing is known
  std::uint64_t steps = 20'000'000;   ///< partial sums looked at, over the whole table
  std::uint32_t states = 20'000;      ///< partial sums kept at one time
  std::uint32_t candidates = 20'000;  ///< ways to place the numbers of one row
};

/// Where the numbers of one row stand.
struct ColumnPlaces {
  bool known = false;                 ///< false: nothing is known of this row
  std::vector<std::uint32_t> column;  ///< one a number, in one of the best assignments
  std::vector<std::vector<std::uint32_t>>
      options;  ///< one a number: the columns it has in the best assignments, ascending
  /// The row's columns follow from those of the row that it is a part of: numbers with one `column` stand in one
  /// column, whichever it is.
  bool grouped = false;
};

struct ColumnAnswer {
  std::vector<ColumnPlaces> rows;
  std::uint32_t broken = 0;  ///< laws that the best assignment breaks
  bool exhausted = false;    ///< a limit was reached for some row
  std::uint64_t steps = 0;   ///< partial sums that were looked at
};

/// A blank cell counts as zero, in sums and against a value printed elsewhere. Rows whose numbers fill every column are
/// known without a search. Deterministic. Never throws on values: those that do not fit leave their rows unknown.
ColumnAnswer find_columns(const ColumnTable& table, const ColumnLimits& limits = {});

}  // namespace mingzhang::laws
