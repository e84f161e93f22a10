// What is said at the end, where several files were checked.
#pragma once

#include <string>
#include <vector>

#include "report/terminal.h"

namespace mingzhang::report {

/// One line for each file, so that of many files those can be found that need work. Keeps words, not documents.
class Overview {
 public:
  void add(const Entry& entry);
  std::string text(const TextOptions& options) const;

 private:
  struct File {
    std::string path, unit, year;
    Totals totals;
  };

  std::vector<File> files_;
  Totals all_;
};

}  // namespace mingzhang::report
