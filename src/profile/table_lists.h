// The wholes and parts that a table prints: columns of a row, rows of a column, levels of a tree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cube/statement.h"
#include "profile/form.h"

namespace mingzhang::profile {

/// A figure of a table and where it stands in its form.
struct TableFigure {
  std::uint32_t statement = 0;
  const Row* row = nullptr;
  std::string code;          ///< tree rows
  std::uint32_t column = 0;  ///< ordinal of the value column, from 1
  std::uint32_t line = 0;    ///< running number of the row
};

/// What of a table was not understood: sums over it are not asked.
struct Gaps {
  bool rows = false, columns = false;
};

/// Adds the lists of the table to `facts`. A whole or parts that are not printed give no list.
void add_table_lists(const Table& table, const std::vector<TableFigure>& figures, const cube::Cell& context,
                     cube::Facts& facts, Gaps gaps = {});

/// Instances of a law over cells among some statements; the whole may be given from elsewhere.
void add_parts_law(const PartsLaw& law, const cube::Cell& document_cell, const std::vector<std::uint32_t>& among,
                   std::optional<std::uint32_t> whole, cube::Facts& facts);

}  // namespace mingzhang::profile
