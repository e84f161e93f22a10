// Any text as a document: read with a shipped profile, checked, and reported in every format. The first byte chooses
// the profile; of the rest nothing may be lost, doubled, or told of a place that is not there.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "check/check.h"
#include "check/rules.h"
#include "formats/text/text_format.h"
#include "formats/xlsx/write.h"
#include "profile/write.h"
#include "report/csv.h"
#include "report/json.h"
#include "report/terminal.h"
#include "text/utf8.h"

namespace {

using namespace mingzhang;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Profiles and rules are loaded once.
struct Data {
  profile::DataFiles files;
  std::vector<profile::Recogniser> recognisers = profile::load_recognisers(files);
  check::Rules rules{files};
  std::map<std::string, std::shared_ptr<const profile::LoadedForm>> forms;
  formats::Converters converters;

  Data() {
    for (const auto& entry : recognisers) forms[entry.profile] = profile::load_form(files, entry.profile, 2023);
  }
};

void require_place(const cube::Place& place, const profile::Stream& stream) {
  const auto& lines = stream.document().lines;
  const auto first = stream.line_of(place);
  require(first.has_value() && place.begin <= lines[*first].text.size());
  cube::Place tail = place;
  tail.line = place.last_line;
  const auto last = stream.line_of(tail);
  require(last.has_value() && *last >= *first && place.end <= lines[*last].text.size());
  require(*last > *first || place.begin <= place.end);
  require(text::first_invalid(place.quote) == std::string::npos && text::count_code_points(place.quote) <= 80);
}

void require_facts(const profile::Reading& reading) {
  const auto& facts = reading.facts;
  for (const auto& statement : facts.statements) require_place(statement.place, *reading.stream);
  for (const auto& mention : facts.free_text) require_place(mention.place, *reading.stream);
  for (const auto& mention : facts.unread) require_place(mention.place, *reading.stream);
  for (const auto& list : facts.lists) {
    require(list.whole < facts.statements.size() && list.parts.size() == list.signs.size());
    for (const auto part : list.parts) require(part < facts.statements.size());
  }
  for (const auto& clause : reading.clauses) {
    const auto words = reading.stream->text().substr(clause.match.begin, clause.match.end - clause.match.begin);
    require(profile::write_clause(clause, reading) == words);
  }
}

void require_result(const check::Result& result, const check::Rules& rules) {
  const auto& coverage = result.coverage;
  require(coverage.numbers == coverage.bound + coverage.placed + coverage.free_text + coverage.unread);
  std::set<std::string> ids;
  for (const auto& finding : result.findings) {
    require(ids.insert(finding.id).second);
    require(rules.find(finding.rule) != nullptr && !finding.places.empty());
    for (const auto& place : finding.places) require_place(place, *result.reading.stream);
  }
}

void report_all(const check::Result& result, const check::Rules& rules) {
  const report::Entry entry{"x.txt", &result, {}, 0, {}};
  for (const auto language : {check::Language::chinese, check::Language::english}) {
    require(text::first_invalid(report::check_text(entry, rules, {language, true})) == std::string::npos);
    report::check_json(entry, rules, language);
    report::read_json(entry, language);
  }
  report::read_csv(entry);
  const auto sheets = profile::write_tables(result.reading);
  if (!sheets.empty()) formats::write_workbook(sheets);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Data data;
  if (size == 0) return 0;
  document::Document document;
  try {
    document = formats::parse_text({reinterpret_cast<const char*>(bytes) + 1, size - 1}, data.converters);
  } catch (const formats::Rejected&) {
    return 0;
  }
  if (document.lines.empty()) return 0;
  const std::size_t choice = bytes[0] % (data.recognisers.size() + 1);
  const std::string wanted = choice == 0 ? "" : data.recognisers[choice - 1].profile;
  const auto forms = [](const std::string& profile, int) { return data.forms.at(profile); };
  const auto result = check::check(profile::read_document(document, data.recognisers, forms, wanted));
  require_facts(result.reading);
  require_result(result, data.rules);
  report_all(result, data.rules);
  return 0;
}
