#include "profile/perf_flat.h"

#include <algorithm>
#include <map>

#include "profile/perf_flat_breaks.h"
#include "profile/perf_flat_doubts.h"
#include "profile/perf_flat_head.h"
#include "profile/perf_flat_pages.h"
#include "profile/perf_flat_rows.h"
#include "profile/perf_flat_values.h"
#include "profile/perf_statements.h"

namespace mingzhang::profile {
namespace {

using cube::PerformanceTable;
using Scope = PerformanceTable::Scope;
using Stage = PerformanceTable::Stage;

std::vector<FlatIndicator> read_rows(const FlatText& body, const PerformanceTable& table,
                                     const PerformanceWords& words) {
  if (table.stage == Stage::target)
    return table.scope == Scope::project ? project_targets(body, words) : unit_targets(body, words);
  return table.scope == Scope::project ? project_results(body, words) : unit_results(body, words);
}

/// Rows of projects are cut by pages; tables of whole units have few rows.
FlatText mended(const FlatText& body, const PerformanceTable& table, const PerformanceWords& words) {
  if (table.scope != Scope::project) return body;
  return table.stage == Stage::target ? mend_page_breaks(body, words) : mend_cut_results(body, words);
}

cube::Indicator printed(const FlatText& body, const FlatIndicator& row, const PerformanceWords& words) {
  cube::Indicator out;
  out.name = flat_cell(body, row.name, words);
  out.target = flat_cell(body, row.target, words);
  out.basis = flat_cell(body, row.basis, words);
  out.last = flat_cell(body, row.last, words);
  out.actual = flat_cell(body, row.actual, words);
  out.weight = flat_cell(body, row.weight, words);
  out.score = flat_cell(body, row.score, words);
  out.method = flat_cell(body, row.method, words);
  out.evidence = flat_cell(body, row.evidence, words);
  out.reason = flat_cell(body, row.reason, words);
  out.open = row.open;
  return out;
}

/// A new first level ends the second one.
void carry_levels(const FlatIndicator& row, cube::Indicator& indicator, std::string& level1, std::string& level2) {
  if (!row.level1.empty()) {
    level1 = row.level1;
    level2.clear();
  }
  if (!row.level2.empty()) level2 = row.level2;
  indicator.level1 = level1;
  indicator.level2 = level2;
}

PerformanceWords of_form(const PerformanceWords& words, const std::vector<std::string>& level1) {
  PerformanceWords out = words;
  out.level1.erase(std::remove_if(out.level1.begin(), out.level1.end(),
                                  [&](const WordGroup& group) { return !is_one_of(level1, group.id); }),
                   out.level1.end());
  return out;
}

/// Words that stand behind a rule twice and more, to the end of their line, are kinds of evidence, whatever they say.
PerformanceWords with_evidence_of(const FlatText& text, const FlatSpan& span, const PerformanceWords& words) {
  constexpr std::size_t least = 6, most = 18;  // bytes: two to six ideographs
  std::map<std::string, int, std::less<>> seen;
  for (std::size_t at = span.begin; at < span.end; ++at) {
    const auto method = longest_at_start(text.slice(at, span.end), words.methods);
    if (method == 0) continue;
    const std::size_t begin = at + method, end = std::min(text.next_word(begin), span.end);
    const auto word = text.slice(begin, end);
    const bool ideographs = std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    const bool level = level_at(word, words.level1).length + level_at(word, words.level2).length > 0;
    const bool known = longest_at_start(word, words.evidence) > 0;
    if (ideographs && !level && !known && word.size() >= least && word.size() <= most && text.starts_line(end))
      ++seen[std::string(word)];
  }
  PerformanceWords out = words;
  for (const auto& [word, times] : seen)
    if (times >= 2) out.evidence.push_back(word);
  return out;
}

/// On later pages the heads of the columns may be printed again.
FlatText without_repeated_heads(const FlatText& text, const FlatSpan& span, const PerformanceWords& words) {
  FlatText out = text.empty_copy();
  std::size_t begin = span.begin;
  for (std::size_t at = begin; at < span.end; ++at) {
    const std::size_t end = text.starts_page(at) ? heads_end(text, at, words) : at;
    if (end == at) continue;
    out.append(text, begin, at);
    begin = end;
    at = end - 1;
  }
  out.append(text, std::min(begin, span.end), span.end);
  return out;
}

}  // namespace

FlatHead fill_flat_performance(const document::Document& document, std::uint32_t first, std::uint32_t last,
                               const PerformanceWords& vocabulary, PerformanceTable& table) {
  const FlatText text(document, first, last);
  FlatHead head = read_flat_head(text, text.after(table.title), vocabulary, table);
  const PerformanceWords words = with_evidence_of(text, head.body, vocabulary);
  const FlatText cut = without_repeated_heads(text, head.body, words);
  const FlatText body = mended(cut, table, words);
  std::string level1, level2;
  auto rows = read_rows(body, table, words);
  table.damaged = drop_run_together(body, words, rows);
  for (const auto& row : rows) {
    if (row.lost) {
      level1.clear();
      level2.clear();
      continue;
    }
    table.indicators.push_back(printed(body, row, words));
    carry_levels(row, table.indicators.back(), level1, level2);
  }
  return head;
}

void read_flat_performance(TableRead& read, const PerformanceWords& words, Reading& reading) {
  const auto& form = *read.table->performance;
  PerformanceTable table;
  table.form = read.table->id;
  table.scope = form.scope;
  table.stage = form.stage;
  table.title = read.title;
  const auto head = fill_flat_performance(reading.stream->document(), read.first_line, read.last_line,
                                          of_form(words, form.level1), table);
  for (auto [role, cell] : head.words) {
    cell.place.table = table.form;
    add_words(cell, role, reading);
  }
  for (const auto& prose : head.prose) add_free_text(prose, reading);
  reading.performance.push_back(std::move(table));
}

}  // namespace mingzhang::profile
