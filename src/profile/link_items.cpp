#include "profile/link_items.h"

#include <algorithm>
#include <map>
#include <set>

#include "profile/names.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::Statement;

/// A document in which more subjects are unknown is worded by another form.
constexpr std::size_t most_unknown = 32;

bool is_code(Member member) {
  const auto name = member.name();
  return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The sentences of one section and the rows of the table of which each must have one.
class Linker {
 public:
  Linker(const Section& section, const PartsLaw& law, const Cell& document_cell, Reading& reading)
      : section_(section), law_(law), whole_(document_cell.with(law.whole)), reading_(reading) {}

  void run() {
    std::map<Member, const Statement*> unknown;
    std::set<Member> named;
    for (const auto& statement : reading_.facts.statements) {
      const Member member = statement.cell[*law_.tree];
      if (statement.scope != section_.id || member.is_root()) continue;
      if (is_code(member))
        named.insert(member);
      else if (is_amount(statement))
        unknown.emplace(member, &statement);
    }
    if (unknown.size() > most_unknown) return;
    for (const auto& [member, amount] : unknown)
      if (const auto row = row_meant(*amount, named, unknown.size())) rename(member, *row);
  }

 private:
  /// What the law sums, of one member of its tree.
  bool is_amount(const Statement& statement) const {
    return statement.kind == cube::Kind::value && statement.has_figure &&
           statement.cell == whole_.with(*law_.tree, statement.cell[*law_.tree]);
  }

  std::optional<Member> row_meant(const Statement& amount, const std::set<Member>& named, std::size_t unknown) const {
    const auto& classification = *law_.tree == Dimension::economic ? *reading_.form()->economic : reading_.functional;
    const std::string below = read_path(amount.cell[*law_.tree].name(), classification).code;
    std::vector<Member> rows, equal;
    for (const auto& row : reading_.facts.statements) {
      const Member member = row.cell[*law_.tree];
      const bool free = row.scope == law_.each_of && is_amount(row) && member.name().size() == law_.level &&
                        member.name().starts_with(below) && !named.count(member) && !row.quantity.value.is_zero();
      if (!free) continue;
      rows.push_back(member);
      if (row.quantity.value == amount.quantity.value) equal.push_back(member);
    }
    if (equal.size() == 1) return equal.front();
    if (rows.size() == 1 && unknown == 1) return rows.front();
    return std::nullopt;
  }

  void rename(Member from, Member to) {
    for (auto& statement : reading_.facts.statements) {
      if (statement.scope != section_.id) continue;
      for (auto* cell : {&statement.cell, &statement.base})
        if ((*cell)[*law_.tree] == from) (*cell)[*law_.tree] = to;
    }
  }

  const Section& section_;
  const PartsLaw& law_;
  Cell whole_;
  Reading& reading_;
};

}  // namespace

void link_items(const Cell& document_cell, Reading& reading) {
  for (const auto& section : reading.sections)
    for (const auto& law : section.section->lists)
      if (!law.each_of.empty() && law.tree) Linker(*section.section, law, document_cell, reading).run();
}

}  // namespace mingzhang::profile
