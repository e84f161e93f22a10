#include "books/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>

#include "books/failure.h"
#include "books/toml.h"
#include "text/normal.h"

namespace mingzhang::books {
namespace {

std::string key_of(std::string_view word) {
  bool plain = true;
  for (const char c : word) plain = plain && c > ' ' && c < 0x7F && c != '*' && c != '_' && c != '"' && c != '\'';
  return plain ? std::string(word) : text::normal_text(word);
}

bool known_field(std::string_view name) {
  if (name == "amount" || name == "note") return true;
  for (const auto& table : tables())
    if (table.index(name) < table.fields.size()) return true;
  return false;
}

bool is_chinese(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// 金额(万元) is 金额 with its unit.
int take_unit(std::string& header) {
  for (const auto& [unit, power] : {std::pair<std::string_view, int>{"(万元)", 4}, {"(元)", 0}}) {
    if (!header.ends_with(unit)) continue;
    header.resize(header.size() - unit.size());
    return power;
  }
  return 0;
}

}  // namespace

Vocabulary::Vocabulary(std::string_view content, const std::string& file) {
  const auto root = parse_toml(content, file);
  read_kinds(table_of(root, "kind", file), file);
  for (auto&& [field, node] : table_of(root, "column", file)) {
    if (!known_field(field.str())) bad_data(file, node, "no field of entries: " + std::string(field.str()));
    if (node.as_table() == nullptr) bad_data(file, node, "expected a table: " + std::string(field.str()));
    read_column(std::string(field.str()), *node.as_table(), file);
  }
}

/// A word has one meaning.
void Vocabulary::learn(Names& names, const std::string& word, const std::string& meaning, const toml::node& node,
                       const std::string& file) {
  const auto [found, is_new] = names.try_emplace(key_of(word), meaning);
  if (!is_new && found->second != meaning)
    bad_data(file, node, fmt::format("'{}' means both {} and {}", word, found->second, meaning));
}

void Vocabulary::name(const std::string& field, const std::string& header, const toml::node& node,
                      const std::string& file) {
  learn(headers_, header, field, node, file);
  if (is_chinese(header)) labels_.try_emplace(field, header);
}

void Vocabulary::read_kinds(const toml::table& kinds, const std::string& file) {
  for (auto&& [id, node] : kinds) {
    const std::string name(id.str());
    if (name != "names" && find_kind(name) == nullptr) bad_data(file, node, "no kind of entries: " + name);
    if (name != "names") kinds_[name] = name;
    for (const auto& word : strings_of(node, file))
      name == "names" ? this->name("kind", word, node, file) : learn(kinds_, word, name, node, file);
  }
}

void Vocabulary::read_column(const std::string& field, const toml::table& column, const std::string& file) {
  for (auto&& [key, node] : column) {
    if (key == "names") {
      for (const auto& word : strings_of(node, file)) name(field, word, node, file);
    } else if (key == "default") {
      standards_[field] = node.value_or("");
    } else if (key == "values") {
      for (auto&& [member, words] : table_of(column, "values", file))
        read_value(field, std::string(member.str()), words, file);
    } else {
      bad_data(file, node, "unknown key: " + std::string(key.str()));
    }
  }
}

void Vocabulary::read_value(const std::string& field, const std::string& value, const toml::node& node,
                            const std::string& file) {
  learn(values_[field], value, value, node, file);
  for (const auto& word : strings_of(node, file)) {
    learn(values_[field], word, value, node, file);
    const bool chinese = word.find_first_not_of("0123456789") != std::string::npos;
    if (chinese) words_[field].try_emplace(value, word);
  }
}

Header Vocabulary::header(std::string_view printed) const {
  std::string key = text::normal_text(printed);
  // Normalisation takes "__" away, never a single underscore; names with a unit are tried with it first.
  if (const auto found = headers_.find(key); found != headers_.end()) return {found->second, 0};
  const int power = take_unit(key);
  const auto found = headers_.find(key);
  return found == headers_.end() ? Header{} : Header{found->second, power};
}

const Kind* Vocabulary::kind(std::string_view spelled) const {
  const auto found = kinds_.find(key_of(spelled));
  return found == kinds_.end() ? nullptr : find_kind(found->second);
}

std::optional<std::string_view> Vocabulary::value(std::string_view field, std::string_view spelled) const {
  const auto list = values_.find(std::string(field));
  if (list == values_.end()) return spelled;
  const auto found = list->second.find(key_of(spelled));
  if (found == list->second.end()) return std::nullopt;
  return found->second;
}

std::string_view Vocabulary::standard(std::string_view field) const {
  const auto found = standards_.find(std::string(field));
  return found == standards_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> Vocabulary::choices(std::string_view field) const {
  std::vector<std::string> found;
  const auto list = values_.find(std::string(field));
  if (list == values_.end()) return found;
  for (const auto& [spelled, canonical] : list->second)
    if (spelled == canonical) found.push_back(word(field, canonical));
  std::sort(found.begin(), found.end());
  return found;
}

std::string Vocabulary::label(std::string_view field) const {
  const auto found = labels_.find(std::string(field));
  return found == labels_.end() ? std::string(field) : found->second;
}

std::string Vocabulary::word(std::string_view field, std::string_view value) const {
  const auto words = words_.find(std::string(field));
  if (words == words_.end()) return std::string(value);
  const auto found = words->second.find(std::string(value));
  return found == words->second.end() ? std::string(value) : found->second;
}

}  // namespace mingzhang::books
