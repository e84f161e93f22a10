#include "books/slices.h"

#include <algorithm>

#include "books/failure.h"
#include "books/toml.h"

namespace mingzhang::books {
namespace {

using cube::Dimension;

Dimension dimension_of(const toml::Entry& entry) {
  const auto dimension = cube::dimension_named(entry.key);
  if (!dimension) bad_data(entry.value, "unknown dimension: " + entry.key);
  return *dimension;
}

cube::Cell cell_of(const toml::Value& value) {
  if (value.table() == nullptr) bad_data(value, "expected a cell");
  cube::Cell cell;
  for (const auto& entry : *value.table()) cell[dimension_of(entry)] = cube::Member(string_of(entry.value));
  return cell;
}

const toml::Array& array_of(const toml::Value& root, std::string_view key) {
  const auto* found = part_of(root, key);
  if (found == nullptr || found->array() == nullptr) bad_data(root, "missing: [[" + std::string(key) + "]]");
  return *found->array();
}

std::string text(const toml::Value& value, std::string_view key) {
  const auto* found = part_of(value, key);
  if (found == nullptr || found->string() == nullptr) bad_data(value, "missing: " + std::string(key));
  return *found->string();
}

std::vector<std::string> texts(const toml::Value& value, std::string_view key) {
  const auto* found = part_of(value, key);
  if (found == nullptr) bad_data(value, "missing: " + std::string(key));
  return strings_of(*found);
}

}  // namespace

Slices::Slices(std::string_view content, const std::string& file) {
  const auto root = parse_toml(content, file);
  for (const auto& group : *table_of(root, "group").table()) {
    const auto dimension = cube::name_of(dimension_of(group));
    if (group.value.table() == nullptr) bad_data(group.value, "expected groups");
    for (const auto& member : *group.value.table())
      groups_[{std::string(dimension), member.key}] = strings_of(member.value);
  }
  for (const auto& value : array_of(root, "item")) {
    Item item;
    if (const auto* cell = part_of(value, "cell"))
      item.cell = cell_of(*cell);
    else
      item.economic = texts(value, "economic");
    items_[text(value, "id")] = std::move(item);
  }
  for (const auto& value : array_of(root, "whole"))
    wholes_[{text(value, "measure"), text(value, "item")}] = texts(value, "parts");
  for (const auto& value : array_of(root, "members")) {
    const auto dimension = cube::dimension_named(text(value, "dimension"));
    const auto* cell = part_of(value, "cell");
    if (!dimension || cell == nullptr) bad_data(value, "expected a dimension and a cell");
    members_[{text(value, "measure"), text(value, "item")}] = {*dimension, cell_of(*cell)};
  }
  for (const auto& value : array_of(root, "sized")) sizes_[text(value, "item")] = texts(value, "sizes");
  for (const auto& unit : *table_of(root, "units").table()) units_[unit.key] = string_of(unit.value);
  lasting_ = texts(table_of(root, "words"), "lasting");
}

std::vector<std::string> Slices::group(Dimension dimension, std::string_view member) const {
  const auto found = groups_.find({std::string(cube::name_of(dimension)), std::string(member)});
  return found == groups_.end() ? std::vector<std::string>{std::string(member)} : found->second;
}

const Slices::Item* Slices::item(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : &found->second;
}

const std::vector<std::string>* Slices::parts(std::string_view measure, std::string_view item) const {
  const auto found = wholes_.find({std::string(measure), std::string(item)});
  return found == wholes_.end() ? nullptr : &found->second;
}

const Slices::Members* Slices::members(std::string_view measure, std::string_view item) const {
  const auto found = members_.find({std::string(measure), std::string(item)});
  return found == members_.end() ? nullptr : &found->second;
}

const std::vector<std::string>* Slices::sizes(std::string_view item) const {
  const auto found = sizes_.find(item);
  return found == sizes_.end() ? nullptr : &found->second;
}

std::string Slices::unit_of(std::string_view measure) const {
  const auto found = units_.find(measure);
  return found == units_.end() ? std::string() : found->second;
}

bool Slices::is_lasting(std::string_view role) const {
  return std::find(lasting_.begin(), lasting_.end(), role.substr(role.rfind('.') + 1)) != lasting_.end();
}

}  // namespace mingzhang::books
