#include "text/toml.h"

#include <algorithm>

namespace mingzhang::toml {
namespace {

constexpr std::size_t most_have = 8;  // keys of a table of a form: no second allocation for most

template <typename Entries>
auto position(Entries& entries, std::string_view key) {
  return std::lower_bound(entries.begin(), entries.end(), key,
                          [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
}

}  // namespace

std::string Place::text() const {
  return *file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": ";
}

Table::Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;
Table::~Table() = default;

const Value* Table::find(std::string_view key) const {
  const auto found = position(entries_, key);
  return found != entries_.end() && found->key == key ? &found->value : nullptr;
}

Value* Table::find(std::string_view key) {
  const auto found = position(entries_, key);
  return found != entries_.end() && found->key == key ? &found->value : nullptr;
}

Value& Table::set(std::string key, Value value) {
  if (entries_.empty()) entries_.reserve(most_have);
  const auto found = position(entries_, key);
  if (found == entries_.end() || found->key != key)
    return entries_.insert(found, Entry{std::move(key), std::move(value)})->value;
  found->value = std::move(value);
  return found->value;
}

void Table::erase(std::string_view key) {
  const auto found = position(entries_, key);
  if (found != entries_.end() && found->key == key) entries_.erase(found);
}

std::vector<Entry>::const_iterator Table::begin() const {
  return entries_.begin();
}
std::vector<Entry>::const_iterator Table::end() const {
  return entries_.end();
}
std::vector<Entry>::iterator Table::begin() {
  return entries_.begin();
}
std::vector<Entry>::iterator Table::end() {
  return entries_.end();
}

bool Value::is_array_of_tables() const {
  const auto* items = array();
  return items != nullptr && !items->empty() &&
         std::all_of(items->begin(), items->end(), [](const Value& item) { return item.table() != nullptr; });
}

}  // namespace mingzhang::toml
