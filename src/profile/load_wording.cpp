#include <algorithm>
#include <map>

#include "profile/load_parts.h"
#include "profile/names.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

using cube::Claim;

const std::map<std::string, Claim> claims = {{"change", Claim::change},       {"growth", Claim::growth},
                                             {"deviation", Claim::deviation}, {"completion", Claim::completion},
                                             {"share", Claim::share},         {"direction", Claim::direction}};
const std::map<std::string, SlotMeaning::Is> roles = {
    {"value", SlotMeaning::Is::value},       {"placed", SlotMeaning::Is::placed},
    {"reason", SlotMeaning::Is::reason},     {"names", SlotMeaning::Is::names},
    {"count-of", SlotMeaning::Is::count_of}, {"project", SlotMeaning::Is::project},
    {"ignored", SlotMeaning::Is::ignored}};
const std::map<std::string, cube::Relation> relations = {
    {"=", cube::Relation::equal}, {">=", cube::Relation::at_least}, {"<=", cube::Relation::at_most}};

SlotMeaning read_meaning(const TomlTable& table, const Form& form) {
  SlotMeaning meaning;
  const std::string is = table.string("is", "value");
  if (const auto claim = claims.find(is); claim != claims.end()) {
    meaning.is = SlotMeaning::Is::claim;
    meaning.claim = claim->second;
  } else if (const auto role = roles.find(is); role != roles.end()) {
    meaning.is = role->second;
  } else {
    table.fail("'" + is + "' is no meaning of a slot");
  }
  meaning.cell = table.cell("cell");
  meaning.base = table.cell("base");
  if (table.has("whole")) {
    meaning.base = table.cell("whole");
    meaning.whole = true;
  }
  if (table.has("list")) {
    meaning.list = form.list(table.string("list"));
    if (meaning.list == nullptr) table.fail("the form has no list '" + table.string("list") + "'");
  }
  if (table.has("dimension")) {
    meaning.dimension = cube::dimension_named(table.string("dimension"));
    if (!meaning.dimension) table.fail("unknown dimension");
  }
  const auto relation = relations.find(table.string("relation", "="));
  if (relation == relations.end()) table.fail("a relation is =, >= or <=");
  meaning.relation = relation->second;
  meaning.role = table.string("role", "");
  meaning.of = table.string("of", "");
  meaning.unit = table.string("unit", "");
  meaning.words = table.strings("words");
  meaning.decimals = table.integer("decimals", 2);
  if (meaning.decimals < 0 || meaning.decimals > 4) table.fail("decimals are 0 to 4", table.raw().get("decimals"));
  table.finish();
  return meaning;
}

bool may_stay_unexplained(SlotType type) {
  return type == SlotType::year || type == SlotType::unit || type == SlotType::ordinal;
}

void check_meaning(const SlotMeaning& meaning, const Slot& slot, const TomlTable& at) {
  if (slot.type == SlotType::member && meaning.list == nullptr) at.fail("slot '" + slot.name + "' needs a list");
  if (slot.type == SlotType::path && !meaning.dimension) at.fail("slot '" + slot.name + "' needs a dimension");
  const bool claim = meaning.is == SlotMeaning::Is::claim;
  if (claim && (meaning.claim == Claim::direction) != (slot.type == SlotType::direction))
    at.fail("slot '" + slot.name + "': a direction is said by a direction slot");
}

/// A count says of which slot it counts the names.
void check_counts(const Clause& clause, const TomlTable& at) {
  const auto& slots = clause.pattern.slots();
  for (const auto& meaning : clause.slots) {
    const bool counted =
        meaning.is != SlotMeaning::Is::count_of ||
        std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.name == meaning.of; });
    if (!counted) at.fail("clause '" + clause.id + "': there is no slot '" + meaning.of + "' to count");
  }
}

Clause read_clause(const TomlTable& table, const Form& form, const std::map<std::string, std::string>& phrases,
                   const std::optional<TomlTable>& common) {
  Clause clause;
  clause.id = table.string("id");
  clause.pattern = table.pattern("text", phrases);
  clause.follows = table.boolean("follows", false);
  clause.repeats = table.boolean("repeats", false);
  clause.required = table.boolean("required", false);
  for (const auto& name : table.strings("keeps")) {
    const auto dimension = cube::dimension_named(name);
    if (!dimension) table.fail("'keeps' names no dimension: '" + name + "'");
    clause.keeps.push_back(*dimension);
  }
  clause.empties = table.string("empties", "");
  if (!clause.empties.empty() && form.table(clause.empties) == nullptr)
    table.fail("clause '" + clause.id + "': the form has no table '" + clause.empties + "'");
  clause.cell = table.cell("cell");
  for (const auto& words : table.strings("breaks")) clause.breaks.push_back(text::normal_text(words));
  if (table.has("subject")) clause.subject = table.cell("subject");
  for (const auto& slot : clause.pattern.slots()) {
    const bool usual = !table.has(slot.name) && common.has_value();
    const auto own = usual ? common->table(slot.name) : table.table(slot.name);
    if (!own && !may_stay_unexplained(slot.type))
      table.fail("clause '" + clause.id + "': what does slot '" + slot.name + "' mean?");
    SlotMeaning meaning;
    if (own)
      meaning = read_meaning(*own, form);
    else
      meaning.is = SlotMeaning::Is::ignored;
    check_meaning(meaning, slot, table);
    clause.slots.push_back(std::move(meaning));
  }
  check_counts(clause, table);
  table.finish();
  return clause;
}

}  // namespace

void read_wording(const TomlTable& root, Form& form) {
  std::map<std::string, std::string> phrases;
  if (const auto table = root.table("phrase"))
    for (const auto& key : table->keys()) phrases[key] = table->string(key);
  const auto common = root.table("slots");
  if (common)
    for (const auto& key : common->keys()) read_meaning(*common->table(key), form);  // those that no clause uses, too
  for (const auto& entry : root.tables("clause")) {
    const std::string section = entry.string("section");
    bool found = false;
    for (auto& candidate : form.sections) {
      const bool here = candidate.id == section || (section == "*" && candidate.reading == Section::Reading::clauses);
      if (!here) continue;
      found = true;
      const std::string id = entry.string("id");
      if (std::any_of(candidate.clauses.begin(), candidate.clauses.end(), [&](const Clause& c) { return c.id == id; }))
        entry.fail("section '" + candidate.id + "' has two clauses '" + id + "'");
      candidate.clauses.push_back(read_clause(entry, form, phrases, common));
    }
    if (!found) entry.fail("the form has no section '" + section + "'");
  }
  read_paragraphs(root, form);
  root.finish();
}

}  // namespace mingzhang::profile
