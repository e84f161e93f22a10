// Flattened performance tables that tests make up, read with the vocabularies of the program.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "profile/perf_flat.h"
#include "support/documents.h"

namespace mingzhang::support {

inline const profile::PerformanceWords& flat_words() {
  static const auto words = profile::PerformanceWords::load(profile::DataFiles());
  return words;
}

/// The document's first line is the title.
inline cube::PerformanceTable flat_table(const document::Document& document, cube::PerformanceTable::Scope scope,
                                         cube::PerformanceTable::Stage stage) {
  cube::PerformanceTable table;
  table.scope = scope;
  table.stage = stage;
  table.title.line = table.title.last_line = document.lines.front().number;
  table.title.end = static_cast<std::uint32_t>(document.lines.front().text.size());
  profile::fill_flat_performance(document, 0, static_cast<std::uint32_t>(document.lines.size()) - 1, flat_words(),
                                 table);
  return table;
}

/// name|target|basis|last|actual|weight|score|method|evidence|reason
inline std::string cells(const cube::Indicator& row) {
  std::string out;
  for (const auto* cell : {&row.name, &row.target, &row.basis, &row.last, &row.actual, &row.weight, &row.score,
                           &row.method, &row.evidence, &row.reason})
    out += cell->text + "|";
  out.pop_back();
  return out;
}

inline std::string levels(const cube::Indicator& row) {
  return row.level1 + "/" + row.level2;
}

}  // namespace mingzhang::support
