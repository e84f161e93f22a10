// The report as a workbook: to sort, to filter, to hand on and to tick off.
#pragma once

#include <memory>
#include <vector>

#include "document/sheet.h"
#include "report/entry.h"

namespace mingzhang::report {

/// What `check --format xlsx` writes: a summary with one row a file, one row a finding, one row a place that was not
/// read. Takes file by file, and keeps no document.
class CheckSheets {
 public:
  CheckSheets(const check::Rules& rules, Language language);
  ~CheckSheets();
  void add(const Entry& entry);
  std::vector<document::Sheet> take();

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace mingzhang::report
