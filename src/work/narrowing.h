// Which figures of a document are meant by table, row, column, line and cell; and where nobody was found, why.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "cube/cell.h"
#include "work/explain.h"

namespace mingzhang::work {

/// A figure by what it can be asked for.
struct Askable {
  std::string scope, title;  ///< of the table or section: its id, and in words
  std::string row, column;   ///< in words
  std::string described;     ///< the figure itself; empty where row and column say all
  std::uint32_t line = 0;
  cube::Cell cell;
};

class Narrowing {
 public:
  /// Throws UsageError if the cell is none, or nothing is asked for.
  explicit Narrowing(const ExplainOptions& options);

  bool takes(const Askable& figure);
  /// The first thing asked for that fits no figure, and what would have.
  std::string why_none() const;

 private:
  /// Names that a figure could have been asked for by, in the order of the document.
  struct Known {
    std::vector<std::string> names;
    std::set<std::string> seen;
    bool fitted = false;
    bool offer(const std::string& name, bool fits);
  };
  std::string none(const char* chinese, const char* english, const std::string& wanted, const Known& known) const;

  const ExplainOptions& options_;
  cube::Cell cell_;
  Known tables_, rows_, columns_;
};

}  // namespace mingzhang::work
