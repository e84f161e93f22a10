#include "profile/table_keys.h"

#include <algorithm>

namespace mingzhang::profile {

bool is_code(std::string_view normal) {
  return (normal.size() == 3 || normal.size() == 5 || normal.size() == 7) &&
         normal.find_first_not_of("0123456789") == std::string_view::npos;
}

const Classification& classification_of(const Form& form, cube::Dimension dimension) {
  return dimension == cube::Dimension::economic ? *form.economic : *form.functional;
}

std::optional<TreeRow> tree_row_of(std::string_view code, const Table& table, const Form& form) {
  if (!is_code(code)) return std::nullopt;
  const std::string_view top = code.substr(0, 3);
  for (std::size_t panel = 0; panel < table.panels.size(); ++panel) {
    for (const auto& row : table.panels[panel].rows) {
      if (row.kind != Row::Kind::tree) continue;
      const auto is_top = [&](cube::Member root) { return root.name() == top; };
      const bool mine = row.roots.empty() || std::any_of(row.roots.begin(), row.roots.end(), is_top);
      if (mine && classification_of(form, row.dimension).knows(top)) return TreeRow{panel, &row};
    }
  }
  return std::nullopt;
}

}  // namespace mingzhang::profile
