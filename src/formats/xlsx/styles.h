// What cells look like. Inside this folder only.
#pragma once

#include <xlsxwriter.h>

#include <compare>
#include <map>

#include "document/sheet.h"

namespace mingzhang::formats {

/// The library keeps one format for each difference; they live as long as the workbook.
class Formats {
 public:
  static constexpr int text = -1;  ///< instead of a number of decimals

  struct Look {
    bool header = false;
    document::SheetCell::Align align = document::SheetCell::Align::left;
    int decimals = text;
    document::SheetCell::Tone tone = document::SheetCell::Tone::plain;
    auto operator<=>(const Look&) const = default;
  };

  explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}

  lxw_format* cell(const Look& look);
  lxw_format* title();
  lxw_format* remark(document::SheetCell::Align align);

 private:
  lxw_workbook* workbook_;
  std::map<Look, lxw_format*> cells_;

  lxw_format* plain(document::SheetCell::Align align);
};

}  // namespace mingzhang::formats
