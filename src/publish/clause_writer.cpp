#include "publish/clause_writer.h"

#include <algorithm>
#include <set>

#include "profile/read_clauses.h"
#include "publish/slots.h"

namespace mingzhang::publish {

using cube::Cell;
using cube::Claim;
using cube::Dimension;
using cube::Member;
using profile::SlotMeaning;
using profile::SlotType;
using Is = SlotMeaning::Is;

namespace {

/// As the reader takes it: the first value whose cell is the context itself, else the first value.
Cell subject_of_values(const profile::Clause& clause, const Cell& context, int year) {
  const SlotMeaning* first = nullptr;
  for (std::size_t slot = 0; slot < clause.slots.size(); ++slot) {
    const auto& meaning = clause.slots[slot];
    if (!is_figure(clause.pattern.slots()[slot].type) || meaning.is != Is::value) continue;
    if (meaning.cell == Cell{}) return context;
    if (first == nullptr) first = &meaning;
  }
  return first ? context.with(profile::with_year(first->cell, year)) : context;
}

}  // namespace

Speech ClauseWriter::prepare(const profile::Section& section, const profile::Clause& clause, const Cell& member,
                             const Voice& voice) const {
  const int year = material_.year;
  const Cell in_section = document_cell(material_).with(profile::with_year(section.cell, year));
  Speech speech;
  speech.section = &section;
  speech.clause = &clause;
  speech.context = clause.follows ? voice.subject : in_section.with(profile::with_year(clause.cell, year));
  for (const auto dimension : clause.keeps) speech.context[dimension] = voice.subject[dimension];
  speech.context = speech.context.with(member);
  speech.subject = clause.follows ? voice.subject.with(member) : speech.context;
  if (clause.subject) speech.subject = speech.context.with(*clause.subject);
  if (!clause.subject && !clause.follows) speech.subject = subject_of_values(clause, speech.context, year);
  speech.values = clause.subject ? speech.subject : clause.follows ? in_section : speech.context;
  speech.named = speech.context[Dimension::project].name();
  bool figures = false;
  for (std::size_t slot = 0; slot < clause.slots.size(); ++slot) {
    const Has here = has(speech, slot);
    if (!figures) speech.begins_with_something = here == Has::something;
    figures = figures || here != Has::no_figure;
    speech.says_something = speech.says_something || here == Has::something;
  }
  const bool explains = std::any_of(clause.pattern.slots().begin(), clause.pattern.slots().end(),
                                    [](const profile::Slot& slot) { return slot.name == "reason"; });
  if (!figures && clause.follows && explains)
    speech.says_something = speech.begins_with_something = voice.base && voice.direction != 0;
  else if (!figures)
    speech.says_something = speech.begins_with_something = !clause.follows || has_words(speech);
  return speech;
}

/// What is said of no money (主要用于) needs no words; what needs none is said in any case.
bool ClauseWriter::has_words(const Speech& speech) const {
  for (std::size_t slot = 0; slot < speech.clause->slots.size(); ++slot) {
    const auto type = speech.clause->pattern.slots()[slot].type;
    if (type != SlotType::text && type != SlotType::prose) continue;
    const std::string role = words_role(*speech.section, *speech.clause, slot, {}, speech.subject);
    return !compare_.value(speech.subject).is_zero() || !material_.source.words(role, speech.subject).empty();
  }
  return true;
}

Cell ClauseWriter::cell_of(const Speech& speech, std::size_t slot) const {
  const auto& meaning = speech.clause->slots[slot];
  if (meaning.is == Is::claim) return meaning.cell == Cell{} ? speech.subject : speech.values.with(meaning.cell);
  return speech.values.with(profile::with_year(meaning.cell, material_.year));
}

Cell ClauseWriter::base_of(const Speech& speech, std::size_t slot) const {
  const auto& meaning = speech.clause->slots[slot];
  const Cell base = profile::with_year(meaning.base, material_.year);
  return meaning.whole ? document_cell(material_).with(base) : cell_of(speech, slot).with(base);
}

bool ClauseWriter::words_are_kept(const Speech& speech, const Voice& voice) const {
  for (std::size_t slot = 0; slot < speech.clause->slots.size(); ++slot) {
    const auto type = speech.clause->pattern.slots()[slot].type;
    if (type != SlotType::text && type != SlotType::prose) continue;
    const std::string role = words_role(*speech.section, *speech.clause, slot, voice.base, speech.subject);
    if (material_.source.words(role, speech.subject).empty()) return false;
  }
  return true;
}

ClauseWriter::Has ClauseWriter::has(const Speech& speech, std::size_t slot) const {
  const auto& meaning = speech.clause->slots[slot];
  const auto type = speech.clause->pattern.slots()[slot].type;
  const auto yes = [](bool something) { return something ? Has::something : Has::nothing; };
  if (type == SlotType::names && meaning.list == nullptr)
    return yes(!material_.source.words(words_role(*speech.section, *speech.clause, slot, {}, {}), {}).empty());
  if (meaning.is == Is::claim) {
    const Cell subject = cell_of(speech, slot), base = base_of(speech, slot);
    const auto unit = unit_of_slot(*speech.clause, slot, material_.form.form);
    switch (meaning.claim) {
      case Claim::share:
        return yes(!compare_.value(subject).is_zero());
      case Claim::completion:
        return yes(!compare_.value(base).is_zero());
      case Claim::direction:
        return yes(compare_.direction(subject, base, 4, 2) != 0);
      case Claim::deviation:
      case Claim::growth:
        return yes(!compare_.growth(meaning.claim, subject, base, 2).is_zero());
      default:
        return yes(!compare_.change(subject, base, unit.power, scale_of(unit)).is_zero());
    }
  }
  if (!is_figure(type) || meaning.is == Is::count_of) return Has::no_figure;
  return yes(!compare_.value(cell_of(speech, slot)).is_zero());
}

std::vector<Cell> ClauseWriter::candidates(const Speech& speech, Dimension dimension, std::size_t level) const {
  std::set<Member> found;
  std::vector<Member> ordered;
  for (std::size_t slot = 0; slot < speech.clause->slots.size(); ++slot) {
    const auto& meaning = speech.clause->slots[slot];
    const bool figure = is_figure(speech.clause->pattern.slots()[slot].type);
    if (!figure || meaning.whole) continue;
    const Cell within = meaning.is == Is::claim ? base_of(speech, slot) : cell_of(speech, slot);
    for (const auto member : material_.source.members(dimension, within, level))
      if (found.insert(member).second) ordered.push_back(member);
  }
  const bool codes = dimension == Dimension::function || dimension == Dimension::economic;
  if (codes) std::sort(ordered.begin(), ordered.end());
  std::vector<Cell> cells;
  for (const auto member : ordered) cells.push_back(Cell{}.with(dimension, member));
  return cells;
}

std::vector<Cell> ClauseWriter::members(const profile::Section& section, const profile::Clause& clause) const {
  const Speech speech = prepare(section, clause, {}, {});
  for (std::size_t slot = 0; slot < clause.slots.size(); ++slot) {
    const auto& meaning = clause.slots[slot];
    const auto type = clause.pattern.slots()[slot].type;
    if (type == SlotType::member) {
      std::vector<Cell> cells;
      for (const auto& entry : meaning.list->entries) cells.push_back(entry.cell);
      return cells;
    }
    if (type == SlotType::path) return candidates(speech, *meaning.dimension, 7);
    if (meaning.is == Is::project) return candidates(speech, Dimension::project, 0);
  }
  return {};
}

}  // namespace mingzhang::publish
