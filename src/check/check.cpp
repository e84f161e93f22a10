#include "check/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/parts.h"

namespace mingzhang::check {
namespace {

/// Rule, place in the form (or line) and a running number: the same document gives the same ids, and an added line far
/// away changes none of those that stand in tables.
void name_findings(Findings& findings) {
  std::map<std::string, int> used;
  std::set<std::string> ids;
  for (auto& finding : findings) {
    std::string id = finding.rule;
    if (!finding.places.empty()) {
      const auto& place = finding.places.front();
      id += place.table.empty() ? ":" + std::to_string(place.line) : ":" + place.table + ":" + place.row;
    }
    do {
      const int count = ++used[id];
      finding.id = count == 1 ? id : id + ":" + std::to_string(count);
    } while (!ids.insert(finding.id).second);
  }
}

bool earlier(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& finding) {
    static const cube::Place nowhere;
    const cube::Place& place = finding.places.empty() ? nowhere : finding.places.front();
    return std::tuple(place.page, place.line, place.begin, static_cast<int>(finding.severity));
  };
  return key(a) < key(b);
}

}  // namespace

Result check(profile::Reading reading, const std::vector<Other>& others, const Knowledge& knowledge) {
  Result result;
  mend_units(reading, result.findings);
  if (!find_faults(reading, result.findings)) result.notices.push_back({0, 0, "diagnosis-stopped", ""});
  for (const auto& other : others) {
    find_across(reading, other, result.findings);
    find_indicators_across(reading, other, result.findings);
  }
  find_missing(reading, result.findings);
  find_wrong_empties(reading, result.findings);
  find_wrong_numbering(reading, result.findings);
  find_wrong_table_numbering(reading, result.findings);
  find_wrong_enumerations(reading, result.findings);
  find_wrong_names(reading, result.findings);
  find_wrong_table_names(reading, result.findings);
  find_unknown_rows(reading, result.findings);
  find_wrong_counts(reading, result.findings);
  find_wrong_project_names(reading, result.findings);
  find_wrong_words(reading, result.findings);
  find_wrong_causes(reading, result.findings);
  find_borrowed_reasons(reading, result.findings);
  find_wrong_items(reading, result.findings);
  find_wrong_brackets(reading, result.findings);
  if (knowledge.packs != nullptr) find_wrong_scores(reading, *knowledge.packs, result.findings);
  find_wrong_indicators(reading, result.findings);
  find_wrong_targets(reading, result.findings);
  find_wrong_calculations(reading, result.findings);
  find_odd_echoes(reading, result.findings);
  find_wrong_rates(reading, result.findings);
  find_wrong_prose(reading, result.findings);
  find_wrong_results(reading, result.findings);
  find_wrong_echoes(reading, result.findings);
  find_wrong_table_counts(reading, result.findings);
  find_typing(reading, result.findings);
  find_wrong_dates(reading, result.findings);
  find_wrong_number_format(reading, result.findings);
  if (knowledge.wrong_words != nullptr) find_misspelled(reading, *knowledge.wrong_words, result.findings);
  find_personal(reading, result.findings);
  find_layout(reading, result.findings);
  find_unread(reading, result.findings);
  std::stable_sort(result.findings.begin(), result.findings.end(), earlier);
  name_findings(result.findings);
  result.coverage = profile::count_coverage(reading);
  result.reading = std::move(reading);
  return result;
}

}  // namespace mingzhang::check
