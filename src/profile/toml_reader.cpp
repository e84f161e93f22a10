#include "profile/toml_reader.h"

#include <algorithm>

namespace mingzhang::profile {
namespace {

struct Vocabulary {
  cube::Dimension dimension;
  std::vector<std::string_view> members;
};

/// Dimensions whose members are the same everywhere. A misspelt one would be a cell that nothing else speaks of.
const std::vector<Vocabulary>& vocabularies() {
  using cube::Dimension;
  static const std::vector<Vocabulary> known = {
      {Dimension::year, {"last"}},
      {Dimension::stage, {"initial", "adjusted", "outturn"}},
      {Dimension::flow,
       {"income", "expenditure", "opening", "closing", "surplus-used", "distribution", "sources", "uses"}},
      {Dimension::nature, {"basic", "project", "remitted", "operating", "subsidy"}},
      {Dimension::scope, {"agency", "scheme"}},
      {Dimension::level, {"central", "region", "prefecture", "county", "own", "upper"}},
      {Dimension::vintage, {"current", "carried"}}};
  return known;
}

}  // namespace

toml::Value parse_toml(std::string_view content, const std::string& file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::Mistake& mistake) {
    throw BadProfile(mistake.what());
  }
}

/// What a form extends comes from another file: each value knows its own.
void TomlTable::fail(const std::string& what, const toml::Value* value) const {
  throw BadProfile((value ? *value : value_).place().text() + what);
}

const toml::Value* TomlTable::find(std::string_view key) const {
  const auto* found = raw().find(key);
  if (found != nullptr) asked_.push_back(found);
  return found;
}

bool TomlTable::has(std::string_view key) const {
  return find(key) != nullptr;
}

std::string TomlTable::string(std::string_view key) const {
  const auto* found = find(key);
  if (found == nullptr) fail("'" + std::string(key) + "' is missing");
  if (found->string() == nullptr) fail("'" + std::string(key) + "' must be a string", found);
  return *found->string();
}

std::string TomlTable::string(std::string_view key, std::string_view otherwise) const {
  return has(key) ? string(key) : std::string(otherwise);
}

bool TomlTable::boolean(std::string_view key, bool otherwise) const {
  const auto* found = find(key);
  if (found == nullptr) return otherwise;
  if (found->boolean() == nullptr) fail("'" + std::string(key) + "' must be true or false", found);
  return *found->boolean();
}

int TomlTable::integer(std::string_view key, int otherwise) const {
  const auto* found = find(key);
  if (found == nullptr) return otherwise;
  const auto* number = found->integer();
  if (number == nullptr || *number < -1'000'000 || *number > 1'000'000)
    fail("'" + std::string(key) + "' must be a small integer", found);
  return static_cast<int>(*number);
}

std::vector<std::string> TomlTable::strings(std::string_view key) const {
  std::vector<std::string> out;
  const auto* found = array(key);
  if (found == nullptr) return out;
  out.reserve(found->size());
  for (const auto& item : *found) {
    if (item.string() == nullptr) fail("'" + std::string(key) + "' must hold strings", &item);
    out.push_back(*item.string());
  }
  return out;
}

const toml::Array* TomlTable::array(std::string_view key) const {
  const auto* found = find(key);
  if (found == nullptr) return nullptr;
  if (found->array() == nullptr) fail("'" + std::string(key) + "' must be an array", found);
  return found->array();
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const auto* found = find(key);
  if (found == nullptr) return std::nullopt;
  if (found->table() == nullptr) fail("'" + std::string(key) + "' must be a table", found);
  return TomlTable(*found);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> out;
  const auto* found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (item.table() == nullptr) fail("'" + std::string(key) + "' must hold tables", &item);
    out.emplace_back(item);
  }
  return out;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> out;
  for (const auto& entry : raw()) out.push_back(entry.key);
  return out;
}

Pattern TomlTable::pattern(std::string_view key, const std::map<std::string, std::string>& phrases) const {
  try {
    return Pattern::compile(string(key), phrases);
  } catch (const BadProfile& error) {
    fail(error.what(), find(key));
  }
}

std::vector<Pattern> TomlTable::patterns(std::string_view key) const {
  std::vector<Pattern> out;
  for (const auto& words : strings(key)) {
    try {
      out.push_back(Pattern::compile(words));
    } catch (const BadProfile& error) {
      fail(error.what(), find(key));
    }
  }
  return out;
}

cube::Member TomlTable::member(cube::Dimension dimension, const std::string& name, const toml::Value* value) const {
  if (name.empty()) fail("a member has a name", value);
  for (const auto& vocabulary : vocabularies()) {
    const auto& members = vocabulary.members;
    if (vocabulary.dimension == dimension && std::find(members.begin(), members.end(), name) == members.end())
      fail("'" + name + "' is no member of '" + std::string(cube::name_of(dimension)) + "'", value);
  }
  return cube::Member(name);
}

cube::Cell TomlTable::cell(std::string_view key) const {
  const auto found = table(key);
  return found ? read_cell(*found) : cube::Cell{};
}

void TomlTable::finish() const {
  for (const auto& entry : raw())
    if (std::find(asked_.begin(), asked_.end(), &entry.value) == asked_.end())
      fail("unknown key '" + entry.key + "'", &entry.value);
}

cube::Cell read_cell(const TomlTable& table) {
  cube::Cell cell;
  for (const auto& key : table.keys()) {
    const auto dimension = cube::dimension_named(key);
    if (!dimension) table.fail("'" + key + "' is no dimension of the cube", table.raw().find(key));
    cell[*dimension] = table.member(*dimension, table.string(key), table.raw().find(key));
  }
  return cell;
}

}  // namespace mingzhang::profile
