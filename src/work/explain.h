// The use case of whoever asks why a figure is what it is.
#pragma once

#include <filesystem>
#include <string>

#include "work/front.h"

namespace mingzhang::work {

struct ExplainOptions {
  Common common;
  std::filesystem::path file;      ///< a document, or books
  std::string table, row, column;  ///< by place: id or title, code or label, header; each may be left out
  std::string cell;                ///< by coordinates: "flow=income,fund=fiscal"
  std::uint32_t line = 0;          ///< documents: by line
  int year = 0;                    ///< books
  std::string profile;             ///< books; documents: instead of the recognised one
};

/// For every figure that fits: the slice, the places or entries behind it, and the laws that bind it with their
/// calculations. exit_errors where nothing fits.
int explain(const ExplainOptions& options, const Sinks& sinks);

}  // namespace mingzhang::work
