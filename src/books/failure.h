// What can be wrong with books, or with what is to be entered: codes and details, worded by the fronts.
#pragma once

#include <stdexcept>
#include <string>

namespace mingzhang::books {

/// The books cannot be used at all. `code` is stable: "not-books", "newer", "locked", "damaged", "disk", "exists",
/// "missing", "read-only", "not-empty", "bad-export". The detail is in no language: names, numbers.
class Failure : public std::runtime_error {
 public:
  Failure(std::string code, const std::string& detail) : std::runtime_error(detail), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

/// Data files of the books (data/books/) say something that cannot be; what() has file, line and column.
class BadData : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Why one value, or one entry, is refused. `code`: "missing", "unknown-kind", "unknown-key", "unknown-code",
/// "unknown-value", "unknown-project", "unlisted-project", "project-name", "bad-date", "bad-year", "date-year",
/// "no-header", "no-rows", "too-many-cells", "not-of-kind", "bad-number", "negative", "decimals", "too-large",
/// "control-character", "overspent", "not-granted", "no-column", "no-kind", "header-twice", "second-amount",
/// "no-register-header", "bad-money", "described", "too-many-columns", "no-entry",
/// "is-reversal", "reversed".
struct Problem {
  std::string field;  ///< empty: the whole entry
  std::string code;
  std::string detail;  ///< the value; for "overspent" what is left, in yuan
};

}  // namespace mingzhang::books
