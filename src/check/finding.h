// What checking tells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cube/statement.h"

namespace mingzhang::check {

enum class Severity : std::uint8_t { error, warning, note };

/// A law that speaks for a finding, with the figures as printed and the calculation spelled out.
struct Evidence {
  std::string law;                   ///< "支出决算表：1 = 2..6"
  std::vector<std::string> figures;  ///< as printed, the whole or the result first
  std::string calculation;           ///< "160.72 + 365.33 = 526.05 ≠ 526.04"
};

struct Finding {
  std::string id;    ///< stable over runs: rule, table or section, row, and a running letter
  std::string rule;  ///< of data/rules.toml
  Severity severity = Severity::error;
  std::map<std::string, std::string>
      words;  ///< what the message of the rule is filled with: what, stated, expected, calculation ...
  std::string stated, expected;     ///< empty where there is none
  std::vector<cube::Place> places;  ///< the first is the one to mend
  std::vector<Evidence> because;
  std::string section;  ///< title of the section or table, for grouping
};

}  // namespace mingzhang::check
