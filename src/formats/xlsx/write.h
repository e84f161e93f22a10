// Tables to a workbook as finance offices hand it on: printable, with real numbers.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "document/sheet.h"

namespace mingzhang::formats {

/// A workbook that cannot be: overlapping cells, more rows or longer texts than the format has, no place to write.
class WriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct WorkbookProperties {
  std::string title, author, company;
  /// Seconds since 1970, UTC, not 0. Fixed, so that the same tables are the same bytes.
  std::int64_t created = 946'684'800;  // 2000-01-01
};

/// The bytes of an .xlsx file. A number becomes a number of the workbook only if the double that a workbook holds still
/// has all its printed digits; otherwise it is written as text. Throws WriteError.
std::string write_workbook(const std::vector<document::Sheet>& sheets, const WorkbookProperties& properties = {});

}  // namespace mingzhang::formats
