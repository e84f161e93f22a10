// What cells look like. Inside this folder only.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <tuple>

#include "document/sheet.h"

namespace mingzhang::formats {

/// The library keeps one format for each difference; they live as long as the workbook.
class Formats {
 public:
  static constexpr int text = -1;  ///< instead of a number of decimals

  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  lxw_format* cell(bool header, document::SheetCell::Align align, int decimals);
  lxw_format* title();
  lxw_format* remark(document::SheetCell::Align align);

 private:
  lxw_workbook* workbook_;
  std::map<std::tuple<bool, document::SheetCell::Align, int>, lxw_format*> cells_;

  lxw_format* plain(document::SheetCell::Align align);
};

}  // namespace mingzhang::formats
