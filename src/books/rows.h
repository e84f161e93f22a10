// A table of rows becomes entries: columns are known by their headers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "books/desk.h"

namespace mingzhang::books {

/// A table as it came from a file. Texts only; nothing here knows the format of the file.
struct Sheet {
  struct Row {
    std::uint32_t line = 0;  ///< in the file; of a workbook: in its sheet
    std::vector<std::string> cells;
  };
  std::string name;       ///< of the sheet of a workbook, else empty
  std::vector<Row> rows;  ///< the header among them
};

struct RowProblem {
  std::string sheet;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< 1-based; 0: the whole row
  std::string header;        ///< as printed; empty where no column has it
  Problem problem;
};

/// Where an entry that may still be spoken of came from: goals, indicators, actual values.
struct Placed {
  std::int64_t entry = 0;
  std::string sheet;
  std::uint32_t line = 0;
  /// Of its sheet: field and header, column by column.
  std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> columns;
};

struct Taken {
  std::vector<Placed> placed;
  std::int64_t first = 0, last = 0;  ///< numbers of the entries
  std::uint32_t rows = 0;
  std::vector<std::uint32_t> by_kind;  ///< rows, as kinds() are
  std::vector<std::string> ignored;    ///< headers that no field is known by
  std::vector<RowProblem> problems;    ///< at most most_problems
  std::uint32_t bad_rows = 0;
};
inline constexpr std::size_t most_problems = 100;

/// Takes all rows in; what is refused is told, and the others are taken all the same, so that all problems are told
/// together: the caller rolls back. `kind`: what rows are that do not say it; may be null.
void take_rows(Desk& desk, const Vocabulary& vocabulary, const Sheet& sheet, const Kind* kind, Taken& taken);

/// What an entry of this kind is written as, key by key ("exp_func_code", "2080505"): the way of a single entry.
/// Keys that are dimensions of the cube make up the cell of a text. Problems name the key.
struct Pair {
  std::string key, value;
};
std::optional<Draft> draft_of(const Kind& kind, const std::vector<Pair>& pairs, const Vocabulary& vocabulary,
                              std::vector<Problem>& problems);

}  // namespace mingzhang::books
