// What may still be spent. docs/books.md, "Control".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "books/entry.h"

namespace mingzhang::books {

/// An appropriation is what was granted for one year, agency, fund, nature, function and project: budget lines and
/// adjustments, less payments, plus refunds. Economic subjects, level and vintage may be shifted within it.
class Appropriations {
 public:
  /// Whether there is such an appropriation, however little is left of it.
  bool knows(const Entry& entry) const;
  /// What is left, in fen; 0 where nothing was granted.
  std::int64_t left(const Entry& entry) const;
  /// Whether `entry` takes away more than is left. Throws money::Overflow where the sum does not fit.
  bool overdraws(const Entry& entry) const;
  void apply(const Entry& entry);

 private:
  std::unordered_map<std::string, std::int64_t> left_;
};

}  // namespace mingzhang::books
