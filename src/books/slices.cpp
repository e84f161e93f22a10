#include "books/slices.h"

#include <algorithm>

#include "books/failure.h"
#include "books/toml.h"

namespace mingzhang::books {
namespace {

using cube::Dimension;

Dimension dimension_of(const toml::key& name, const toml::node& node, const std::string& file) {
  const auto dimension = cube::dimension_named(name.str());
  if (!dimension) bad_data(file, node, "unknown dimension: " + std::string(name.str()));
  return *dimension;
}

cube::Cell cell_of(const toml::node& node, const std::string& file) {
  const auto* table = node.as_table();
  if (table == nullptr) bad_data(file, node, "expected a cell");
  cube::Cell cell;
  for (auto&& [key, value] : *table) cell[dimension_of(key, value, file)] = cube::Member(value.value_or(""));
  return cell;
}

const toml::array& array_of(const toml::table& root, std::string_view key, const std::string& file) {
  const auto* array = root[key].as_array();
  if (array == nullptr) bad_data(file, root, "missing: [[" + std::string(key) + "]]");
  return *array;
}

std::string text(const toml::node& node, std::string_view key, const std::string& file) {
  const auto* table = node.as_table();
  const auto value = table == nullptr ? std::nullopt : (*table)[key].value<std::string>();
  if (!value) bad_data(file, node, "missing: " + std::string(key));
  return *value;
}

std::vector<std::string> texts(const toml::node& node, std::string_view key, const std::string& file) {
  const auto* found = node.as_table() == nullptr ? nullptr : node.as_table()->get(key);
  if (found == nullptr) bad_data(file, node, "missing: " + std::string(key));
  return strings_of(*found, file);
}

}  // namespace

Slices::Slices(std::string_view content, const std::string& file) {
  const auto root = parse_toml(content, file);
  for (auto&& [name, members] : table_of(root, "group", file)) {
    const auto dimension = cube::name_of(dimension_of(name, members, file));
    if (members.as_table() == nullptr) bad_data(file, members, "expected groups");
    for (auto&& [member, parts] : *members.as_table())
      groups_[{std::string(dimension), std::string(member.str())}] = strings_of(parts, file);
  }
  for (const auto& node : array_of(root, "item", file)) {
    Item item;
    if (node.as_table() != nullptr && node.as_table()->contains("cell"))
      item.cell = cell_of(*node.as_table()->get("cell"), file);
    else
      item.economic = texts(node, "economic", file);
    items_[text(node, "id", file)] = std::move(item);
  }
  for (const auto& node : array_of(root, "whole", file))
    wholes_[{text(node, "measure", file), text(node, "item", file)}] = texts(node, "parts", file);
  for (const auto& node : array_of(root, "members", file)) {
    const auto dimension = cube::dimension_named(text(node, "dimension", file));
    if (!dimension || !node.as_table()->contains("cell")) bad_data(file, node, "expected a dimension and a cell");
    members_[{text(node, "measure", file), text(node, "item", file)}] = {*dimension,
                                                                         cell_of(*node.as_table()->get("cell"), file)};
  }
  for (const auto& node : array_of(root, "sized", file)) sizes_[text(node, "item", file)] = texts(node, "sizes", file);
  for (auto&& [measure, word] : table_of(root, "units", file)) units_[std::string(measure.str())] = word.value_or("");
  lasting_ = texts(table_of(root, "words", file), "lasting", file);
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
