#include "publish/material.h"

namespace mingzhang::publish {

using cube::Dimension;
using cube::Member;

cube::Cell document_cell(const Material& material) {
  cube::Cell cell;
  cell[Dimension::stage] = Member(material.form.form.stage);
  cell[Dimension::year] = Member(std::to_string(material.year));
  return cell;
}

std::string words_role(const profile::Section& section, const profile::Clause& clause, std::size_t slot,
                       const std::optional<cube::Cell>& base, const cube::Cell& subject) {
  const auto& meaning = clause.slots[slot];
  if (!meaning.role.empty()) return meaning.role;
  const bool explains = meaning.is == profile::SlotMeaning::Is::reason && base.has_value() &&
                        clause.pattern.slots()[slot].name == "reason";
  if (!explains) return section.id + "." + clause.pattern.slots()[slot].name;
  const Member stage = (*base)[Dimension::stage];
  return stage == subject[Dimension::stage] ? "reason" : "reason-" + std::string(stage.name());
}

}  // namespace mingzhang::publish
