#include "profile/toml_reader.h"

#include <algorithm>
#include <array>

namespace mingzhang::profile {
namespace {

/// What a form extends comes from another file: each entry knows its own.
std::string place(std::string_view file, const toml::source_region& source) {
  return (source.path ? *source.path : std::string(file)) + ":" + std::to_string(source.begin.line) + ":" +
         std::to_string(source.begin.column) + ": ";
}

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

toml::table parse_toml(std::string_view content, const std::string& file) {
  try {
    return toml::parse(content, file);
  } catch (const toml::parse_error& error) {
    throw BadProfile(place(file, error.source()) + std::string(error.description()));
  }
}

void TomlTable::fail(const std::string& what, const toml::node* node) const {
  throw BadProfile(place(file_, node ? node->source() : table_.source()) + what);
}

const toml::node* TomlTable::node(std::string_view key) const {
  const auto* found = table_.get(key);
  if (found != nullptr) asked_.push_back(found);
  return found;
}

bool TomlTable::has(std::string_view key) const {
  return node(key) != nullptr;
}

std::string TomlTable::string(std::string_view key) const {
  const auto* found = node(key);
  if (found == nullptr) fail("'" + std::string(key) + "' is missing");
  if (!found->is_string()) fail("'" + std::string(key) + "' must be a string", found);
  return found->as_string()->get();
}

std::string TomlTable::string(std::string_view key, std::string_view otherwise) const {
  return has(key) ? string(key) : std::string(otherwise);
}

bool TomlTable::boolean(std::string_view key, bool otherwise) const {
  const auto* found = node(key);
  if (found == nullptr) return otherwise;
  if (!found->is_boolean()) fail("'" + std::string(key) + "' must be true or false", found);
  return *found->value<bool>();
}

int TomlTable::integer(std::string_view key, int otherwise) const {
  const auto* found = node(key);
  if (found == nullptr) return otherwise;
  const auto value = found->is_integer() ? found->value<std::int64_t>() : std::nullopt;
  if (!value || *value < -1'000'000 || *value > 1'000'000)
    fail("'" + std::string(key) + "' must be a small integer", found);
  return static_cast<int>(*value);
}

std::vector<std::string> TomlTable::strings(std::string_view key) const {
  std::vector<std::string> out;
  const auto* found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (!item.is_string()) fail("'" + std::string(key) + "' must hold strings", &item);
    out.push_back(item.as_string()->get());
  }
  return out;
}

const toml::array* TomlTable::array(std::string_view key) const {
  const auto* found = node(key);
  if (found == nullptr) return nullptr;
  if (!found->is_array()) fail("'" + std::string(key) + "' must be an array", found);
  return found->as_array();
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const auto* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (!found->is_table()) fail("'" + std::string(key) + "' must be a table", found);
  return TomlTable(*found->as_table(), file_);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> out;
  const auto* found = array(key);
  if (found == nullptr) return out;
  for (const auto& item : *found) {
    if (!item.is_table()) fail("'" + std::string(key) + "' must hold tables", &item);
    out.emplace_back(*item.as_table(), file_);
  }
  return out;
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, value] : table_) out.emplace_back(key.str());
  return out;
}

Pattern TomlTable::pattern(std::string_view key, const std::map<std::string, std::string>& phrases) const {
  try {
    return Pattern::compile(string(key), phrases);
  } catch (const BadProfile& error) {
    fail(error.what(), node(key));
  }
}

std::vector<Pattern> TomlTable::patterns(std::string_view key) const {
  std::vector<Pattern> out;
  for (const auto& words : strings(key)) {
    try {
      out.push_back(Pattern::compile(words));
    } catch (const BadProfile& error) {
      fail(error.what(), node(key));
    }
  }
  return out;
}

cube::Member TomlTable::member(cube::Dimension dimension, const std::string& name, const toml::node* node) const {
  if (name.empty()) fail("a member has a name", node);
  for (const auto& vocabulary : vocabularies()) {
    const auto& members = vocabulary.members;
    if (vocabulary.dimension == dimension && std::find(members.begin(), members.end(), name) == members.end())
      fail("'" + name + "' is no member of '" + std::string(cube::name_of(dimension)) + "'", node);
  }
  return cube::Member(name);
}

cube::Cell TomlTable::cell(std::string_view key) const {
  const auto found = table(key);
  return found ? read_cell(*found) : cube::Cell{};
}

void TomlTable::finish() const {
  for (const auto& [key, value] : table_)
    if (std::find(asked_.begin(), asked_.end(), &value) == asked_.end())
      fail("unknown key '" + std::string(key.str()) + "'", &value);
}

cube::Cell read_cell(const TomlTable& table) {
  cube::Cell cell;
  for (const auto& key : table.keys()) {
    const auto dimension = cube::dimension_named(key);
    if (!dimension) table.fail("'" + key + "' is no dimension of the cube", table.raw().get(key));
    cell[*dimension] = table.member(*dimension, table.string(key), table.raw().get(key));
  }
  return cell;
}

}  // namespace mingzhang::profile
