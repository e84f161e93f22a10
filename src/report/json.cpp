#include "report/json.h"

#include "report/json_parts.h"
#include "report/statement_words.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

Json places_json(const std::vector<cube::Place>& places, const document::Document& document, const Secrets& secrets) {
  Json list = Json::array();
  for (const auto& place : places) list.push_back(place_json(place, document, secrets));
  return list;
}

Json figure_or_null(const std::string& figure) {
  return figure.empty() ? Json() : Json(figure);
}

Json finding_json(const check::Finding& finding, const check::Rules& rules, const document::Document& document,
                  const Secrets& secrets, Language language) {
  Json because = Json::array();
  for (const auto& evidence : finding.because)
    because.push_back({{"law", rules.law(evidence.law, language)},
                       {"figures", evidence.figures},
                       {"calculation", evidence.calculation}});
  return {{"id", finding.id},
          {"rule", finding.rule},
          {"severity", severity_id(finding.severity)},
          {"section", finding.section},
          {"message", secrets.hide(rules.message(finding, language))},
          {"stated", figure_or_null(secrets.hide(finding.stated))},
          {"expected", figure_or_null(secrets.hide(finding.expected))},
          {"places", places_json(finding.places, document, secrets)},
          {"because", std::move(because)}};
}

Json checked_json(const Entry& entry, const check::Rules& rules, Language language) {
  const Secrets secrets(*entry.result);
  const auto& document = entry.result->reading.stream->document();
  Json findings = Json::array();
  for (const auto& finding : entry.result->findings)
    findings.push_back(finding_json(finding, rules, document, secrets, language));
  Json json = {{"document", document_json(entry)},
               {"coverage", coverage_json(entry.result->coverage)},
               {"findings", std::move(findings)},
               {"unread", unread_json(entry, secrets, language)}};
  if (Json notices = notices_json(entry, language); !notices.empty()) json["notices"] = std::move(notices);
  return json;
}

Json statement_json(const cube::Statement& statement, const document::Document& document, const Secrets& secrets) {
  Json json = {{"kind", kind_id(statement.kind)}, {"cell", cell_json(statement.cell)}};
  json["value"] = secrets.hide(value_of(statement));
  if (statement.has_figure) json["unit"] = unit_of(statement);
  json["state"] = state_id(statement.state);
  if (statement.claim != cube::Claim::none) {
    json["claim"] = claim_id(statement.claim);
    json["base"] = cell_json(statement.base);
    if (statement.has_direction) json["direction"] = statement.direction;
  }
  if (statement.relation != cube::Relation::equal) json["relation"] = relation_id(statement.relation);
  if (!statement.role.empty()) json["role"] = statement.role;
  if (statement.assigned) json["assigned"] = true;
  if (!statement.open.empty()) json["open"] = statement.open;
  json["places"] = places_json({statement.place}, document, secrets);
  return json;
}

/// A list says of its whole that these statements are its parts: indexes into "statements".
Json list_json(const cube::List& list, const cube::Facts& facts, const document::Document& document,
               const Secrets& secrets) {
  const auto& whole = facts.statements[list.whole];
  return {{"kind", kind_id(cube::Kind::list)},
          {"cell", cell_json(whole.cell)},
          {"value", value_of(whole)},
          {"state", state_id(whole.state)},
          {"law", list.law},
          {"closed", list.closed},
          {"whole", list.whole},
          {"parts", list.parts},
          {"signs", list.signs},
          {"places", places_json({whole.place}, document, secrets)}};
}

}  // namespace

std::string check_json(const Entry& entry, const check::Rules& rules, Language language) {
  return dump(entry.result != nullptr ? checked_json(entry, rules, language) : failure_json(entry));
}

std::string array_json(const std::vector<std::string>& files) {
  std::string out = "[";
  for (const auto& file : files) {
    out += out.size() == 1 ? "\n  " : ",\n  ";
    for (const char c : file.substr(0, file.size() - 1)) out += c == '\n' ? "\n  " : std::string(1, c);
  }
  return out + "\n]\n";
}

std::string read_json(const Entry& entry, Language language) {
  if (entry.result == nullptr) return dump(failure_json(entry));
  const auto& facts = entry.result->reading.facts;
  const auto& document = entry.result->reading.stream->document();
  const Secrets secrets(*entry.result);
  Json statements = Json::array(), free_text = Json::array();
  for (const auto& statement : facts.statements) statements.push_back(statement_json(statement, document, secrets));
  for (const auto& list : facts.lists) statements.push_back(list_json(list, facts, document, secrets));
  for (const auto& mention : facts.free_text) free_text.push_back(place_json(mention.place, document, secrets));
  Json json = {{"document", document_json(entry)},
               {"statements", std::move(statements)},
               {"free_text", std::move(free_text)},
               {"unread", unread_json(entry, secrets, language)}};
  if (Json notices = notices_json(entry, language); !notices.empty()) json["notices"] = std::move(notices);
  return dump(json);
}

}  // namespace mingzhang::report
