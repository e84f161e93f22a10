// The way back: clauses and tables written from statements by the same form that read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/sheet.h"
#include "money/decimal.h"
#include "profile/reading.h"

namespace mingzhang::profile {

/// The words of a clause that was read, written from its parsed slots and recorded choices.
/// Equal to the normalised original.
std::string write_clause(const ClauseRead& clause, const Reading& reading);

/// One row of one panel: of a fixed row, or of one code of a tree.
struct PrintedRow {
  const Row* row = nullptr;
  std::string key, code, name, project;
};

/// What a table of a form is filled with.
class TableFill {
 public:
  TableFill() = default;
  TableFill(const TableFill&) = delete;
  TableFill& operator=(const TableFill&) = delete;
  virtual ~TableFill() = default;

  struct Printed {
    money::Decimal number;  ///< in the unit of the table
    int decimals = 2;
    std::uint32_t trace = 0;
  };
  virtual std::string unit() const = 0;  ///< the name of whoever publishes
  virtual std::vector<PrintedRow> tree_rows(const Table& table, const Panel& panel, const Row& row) = 0;
  /// Empty: the cell stays blank.
  virtual std::optional<Printed> value(const Table& table, const Column& column, const PrintedRow& row) = 0;
};

/// The whole form of a table: header, fixed rows, and what `fill` knows.
document::Sheet write_table(const Table& table, TableFill& fill);

/// The tables of the form, filled with the values read; forms whose table was not printed stay blank.
std::vector<document::Sheet> write_tables(const Reading& reading);

}  // namespace mingzhang::profile
