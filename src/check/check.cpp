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

/// What the form demands, names and numbers of its parts, and what is asked beside the faults of figures.
void look_at_form(const profile::Reading& reading, const Knowledge& knowledge, Findings& findings) {
  find_missing(reading, findings);
  find_wrong_empties(reading, findings);
  find_wrong_numbering(reading, findings);
  find_wrong_table_numbering(reading, findings);
  find_wrong_enumerations(reading, findings);
  find_wrong_names(reading, findings);
  find_wrong_table_names(reading, findings);
  find_unknown_rows(reading, findings);
  find_wrong_counts(reading, findings);
  find_wrong_project_names(reading, findings);
  find_wrong_words(reading, findings);
  find_wrong_causes(reading, findings);
  find_borrowed_reasons(reading, findings);
  find_wrong_items(reading, findings);
  find_wrong_brackets(reading, findings);
  if (knowledge.packs != nullptr) find_wrong_scores(reading, *knowledge.packs, findings);
}

/// Running words and cells of performance tables.
void look_at_words(const profile::Reading& reading, const Knowledge& knowledge, Findings& findings) {
  find_wrong_indicators(reading, findings);
  find_wrong_targets(reading, findings);
  find_wrong_calculations(reading, findings);
  find_odd_echoes(reading, findings);
  find_wrong_rates(reading, findings);
  find_wrong_prose(reading, findings);
  find_wrong_results(reading, findings);
  find_wrong_echoes(reading, findings);
  find_wrong_reason_figures(reading, findings);
  find_wrong_table_counts(reading, findings);
  find_typing(reading, findings);
  find_wrong_dates(reading, findings);
  find_wrong_number_format(reading, findings);
  if (knowledge.wrong_words != nullptr) find_misspelled(reading, *knowledge.wrong_words, findings);
  find_personal(reading, findings);
  find_layout(reading, findings);
  find_unread(reading, findings);
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
  look_at_form(reading, knowledge, result.findings);
  look_at_words(reading, knowledge, result.findings);
  std::stable_sort(result.findings.begin(), result.findings.end(), earlier);
  name_findings(result.findings);
  result.coverage = profile::count_coverage(reading);
  result.reading = std::move(reading);
  return result;
}

}  // namespace mingzhang::check
