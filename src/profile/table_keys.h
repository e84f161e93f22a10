// What begins a row of a table: a code of a classification, or a label that the form knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "profile/form.h"

namespace mingzhang::profile {

/// 3, 5 or 7 digits.
bool is_code(std::string_view normal);

const Classification& classification_of(const Form& form, cube::Dimension dimension);

struct TreeRow {
  std::size_t panel = 0;
  const Row* row = nullptr;
};
/// The rows of a tree that a code belongs to, by its class.
std::optional<TreeRow> tree_row_of(std::string_view code, const Table& table, const Form& form);

}  // namespace mingzhang::profile
