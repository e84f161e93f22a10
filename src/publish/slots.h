// What the slots of clauses print: units and decimals. Inside this room only.
#pragma once

#include <string>

#include "profile/form.h"
#include "profile/names.h"

namespace mingzhang::publish {

bool is_figure(profile::SlotType type);
/// The unit in which a figure is printed, as it is computed with and as a word: {元, 4} and 万元.
profile::UnitWord unit_of_slot(const profile::Clause& clause, std::size_t slot, const profile::Form& form);
std::string unit_word(const profile::Clause& clause, std::size_t slot, const profile::Form& form);
/// Places printed: two of an amount, none of a count.
int scale_of(const profile::UnitWord& unit);

}  // namespace mingzhang::publish
