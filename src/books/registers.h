// Registers (台账): tables of one's own - visits, inspections, trainings - whose columns are described in the books
// themselves, and whose rows are entries like all others.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "books/desk.h"
#include "books/rows.h"

namespace mingzhang::books {

inline constexpr std::size_t most_register_columns = 64;

struct Register {
  struct Column {
    std::string name;
    std::string type;  ///< text, date, number, money (yuan)
    bool required = false;
  };
  std::string name;
  std::vector<Column> columns;  ///< in the order of their entries, which records keep to; without a name: taken back

  std::optional<std::size_t> index(std::string_view column) const;
};

/// The register of this name; empty if no column of it is described.
std::optional<Register> find_register(Books& books, std::string_view name);
std::vector<std::string> register_names(Books& books);

/// Takes all rows of a sheet into a register, its columns being known by their names. As take_rows does, everything
/// that is wrong is told, and the caller rolls back.
void take_records(Desk& desk, const Register& into, const Sheet& sheet, Taken& taken);

/// What a cell is kept as: dates as 2025-03-01, figures without grouping; empty where it is none of its type.
std::optional<std::string> cell_value(std::string_view type, const std::string& written);

/// The records of a register that stand, with what is kept of their cells; `up_to` as for Books::each_standing.
void each_record(Books& books, std::string_view name, std::int64_t up_to,
                 const std::function<void(std::int64_t entry, std::string_view cells)>& visit);

/// What an entry keeps of the cells of a record: in brackets, each on a line of its own.
std::string join_cells(const std::vector<std::string>& cells);
/// Views into what is kept, column by column; a record from before a column was described has none there.
void split_cells(std::string_view cells, std::vector<std::string_view>& out);

}  // namespace mingzhang::books
