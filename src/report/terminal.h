// The report that people read.
#pragma once

#include <cstdint>
#include <string>

#include "report/entry.h"

namespace mingzhang::report {

struct TextOptions {
  Language language = Language::chinese;
  bool colour = false;
};

/// Findings by severity, and files that could not be read.
struct Totals {
  std::uint32_t files = 0, unreadable = 0, errors = 0, warnings = 0, notes = 0, unread = 0;
  void add(const Entry& entry);
};

/// One document: head, findings by section with the original line and the calculation, counts, and what was not read.
std::string check_text(const Entry& entry, const check::Rules& rules, const TextOptions& options);

}  // namespace mingzhang::report
