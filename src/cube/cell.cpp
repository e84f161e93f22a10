#include "cube/cell.h"

namespace mingzhang::cube {
namespace {

constexpr std::array<std::string_view, dimension_count> dimension_names = {
    "measure",  "unit",   "year",    "stage", "flow",  "fund",    "function",
    "economic", "nature", "project", "scope", "level", "vintage", "item",
};

}  // namespace

std::string_view name_of(Dimension dimension) {
  return dimension_names[static_cast<std::size_t>(dimension)];
}

std::optional<Dimension> dimension_named(std::string_view name) {
  for (std::size_t index = 0; index < dimension_count; ++index) {
    if (dimension_names[index] == name) return static_cast<Dimension>(index);
  }
  return std::nullopt;
}

Cell Cell::with(const Cell& other) const {
  Cell result = *this;
  for (std::size_t index = 0; index < dimension_count; ++index) {
    if (!other.at[index].is_root()) result.at[index] = other.at[index];
  }
  return result;
}

Cell Cell::with(Dimension dimension, Member member) const {
  Cell result = *this;
  result[dimension] = member;
  return result;
}

std::string to_string(const Cell& cell) {
  std::string text;
  for (std::size_t index = 0; index < dimension_count; ++index) {
    if (cell.at[index].is_root()) continue;
    if (!text.empty()) text += ' ';
    text += dimension_names[index];
    text += '=';
    text += cell.at[index].name();
  }
  return text;
}

std::size_t CellHash::operator()(const Cell& cell) const {
  std::size_t hash = 0;
  for (const Member member : cell.at) {
    // Numbers are small and most members are the root: spread every step over the whole word.
    hash = (hash ^ member.hash()) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

}  // namespace mingzhang::cube
