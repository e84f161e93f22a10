// Are the books whole? Everything that can be recomputed is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "books/books.h"

namespace mingzhang::books {

/// `code`: "file" (SQLite's own check), "foreign-key", "number", "detail" (an entry without, or details without an
/// entry), "hash", "reversal", "account", "sum", "overspent".
struct Broken {
  std::string code;
  std::int64_t entry = 0;  ///< 0 where none can be named
  std::string detail;
};

struct Verified {
  std::int64_t entries = 0;
  std::string head;            ///< hash of the last entry, in hex
  std::vector<Broken> broken;  ///< at most most_broken
};
inline constexpr std::size_t most_broken = 100;

/// Reads all entries once: numbers, hashes, reversals, and whether each was allowed when it was made; then the keys and
/// sums of the file. Changes nothing.
Verified verify(Books& books);

}  // namespace mingzhang::books
