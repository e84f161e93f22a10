// The list of findings of one file. Inside this room only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/entry.h"
#include "report/secrets.h"

namespace mingzhang::report {

struct ListOptions {
  std::uint32_t file = 0;   ///< number of the file in the report
  std::uint32_t first = 0;  ///< number of its first finding in the report
  Language language = Language::chinese;
};

/// Its findings, each with its message, reasons, and links to its places; then what was not read.
std::string list_html(const Entry& entry, const std::vector<std::string>& messages, const check::Rules& rules,
                      const Secrets& secrets, const ListOptions& options);

}  // namespace mingzhang::report
