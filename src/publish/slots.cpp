#include "publish/slots.h"

#include "publish/typography.h"

namespace mingzhang::publish {

using profile::SlotType;

bool is_figure(SlotType type) {
  return type == SlotType::amount || type == SlotType::count || type == SlotType::percent;
}

profile::UnitWord unit_of_slot(const profile::Clause& clause, std::size_t slot, const profile::Form& form) {
  const auto& meaning = clause.slots[slot];
  if (!meaning.unit.empty()) return profile::unit_of(meaning.unit);
  return profile::unit_of(clause.pattern.slots()[slot].type == SlotType::percent ? "%" : form.amount_unit);
}

int scale_of(const profile::UnitWord& unit) {
  return unit.unit == "元" || unit.unit == "平方米" ? 2 : 0;
}

std::string unit_word(const profile::Clause& clause, std::size_t slot, const profile::Form& form) {
  const auto& meaning = clause.slots[slot];
  if (!meaning.unit.empty()) return typeset(meaning.unit);
  return clause.pattern.slots()[slot].type == SlotType::percent ? "%" : form.amount_unit;
}

}  // namespace mingzhang::publish
