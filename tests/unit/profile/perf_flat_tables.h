// Flattened performance tables for tests: a document by its lines, read with the vocabularies of the program.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "profile/perf_flat.h"
#include "profile/perf_flat_text.h"

namespace mingzhang::profile {

inline document::Document flat_document(std::string_view text) {
  document::Document out;
  std::uint32_t number = 0, blank = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    document::Line line;
    line.text = text.substr(0, end);
    line.number = ++number;
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto first = line.text.find_first_not_of(' ');
    if (first == std::string::npos) {
      ++blank;
      continue;
    }
    line.blank_before = std::exchange(blank, 0);
    line.indent = static_cast<std::uint32_t>(first);
    out.lines.push_back(std::move(line));
  }
  out.line_count = number;
  return out;
}

inline const PerformanceWords& flat_words() {
  static const PerformanceWords words = PerformanceWords::load(DataFiles());
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
  fill_flat_performance(document, 0, static_cast<std::uint32_t>(document.lines.size()) - 1, flat_words(), table);
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

}  // namespace mingzhang::profile
