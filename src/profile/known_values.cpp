#include "profile/known_values.h"

namespace mingzhang::profile {

void KnownValues::refresh() {
  for (; seen_ < facts_.statements.size(); ++seen_) {
    const auto& statement = facts_.statements[seen_];
    const bool exact = statement.kind == cube::Kind::value && statement.has_figure &&
                       statement.relation == cube::Relation::equal && statement.open.empty();
    if (!exact) continue;
    const auto [entry, first] = values_.try_emplace(statement.cell, std::array{seen_, none});
    auto& [one, other] = entry->second;
    if (!first && other == none && facts_.statements[one].place.table != statement.place.table) other = seen_;
  }
}

std::optional<cube::Quantity> KnownValues::outside(const std::string& table, const cube::Cell& cell) const {
  const auto found = values_.find(cell);
  if (found == values_.end()) return std::nullopt;
  for (const auto index : found->second)
    if (index != none && facts_.statements[index].place.table != table) return facts_.statements[index].quantity;
  return std::nullopt;
}

}  // namespace mingzhang::profile
