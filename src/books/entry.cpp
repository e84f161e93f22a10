#include "books/entry.h"

#include <algorithm>

namespace mingzhang::books {
namespace {

using Type = Field::Type;

constexpr Field money_fields[] = {
    {Type::year, "year"},
    {Type::text, "agency"},
    {Type::value, "fund"},
    {Type::value, "level"},
    {Type::value, "vintage"},
    {Type::function, "function"},
    {Type::economic, "dep_economic"},
    {Type::economic, "gov_economic"},
    {Type::value, "nature"},
    {Type::text, "project"},
    {Type::text, "document"},
    {Type::date, "date"},
    {Type::text, "voucher"},
    {Type::text, "payee"},
    {Type::text, "purpose"},
};
constexpr Field quantity_fields[] = {
    {Type::year, "year"},  {Type::value, "stage"}, {Type::value, "measure"}, {Type::value, "item"},
    {Type::value, "size"}, {Type::text, "name"},   {Type::date, "date"},     {Type::text, "document"},
};
constexpr Field words_fields[] = {
    {Type::year, "year"}, {Type::text, "role"}, {Type::text, "cell"}, {Type::text, "words"}};
constexpr Field published_fields[] = {
    {Type::year, "year"},  {Type::text, "stage"},    {Type::text, "cell"}, {Type::text, "value"},
    {Type::text, "power"}, {Type::text, "scale"},    {Type::text, "unit"}, {Type::text, "document"},
    {Type::text, "line"},  {Type::text, "table_id"}, {Type::text, "row"},  {Type::text, "col"},
    {Type::text, "quote"},
};
constexpr Field project_fields[] = {{Type::text, "project_code"}, {Type::text, "project"},    {Type::year, "year"},
                                    {Type::text, "basis"},        {Type::text, "allocation"}, {Type::text, "carrier"},
                                    {Type::text, "period"}};
constexpr Field unit_fields[] = {{Type::text, "code"}, {Type::text, "name"}};
constexpr Field import_fields[] = {{Type::text, "file"}, {Type::text, "digest"}, {Type::text, "row_count"}};

constexpr Field goal_fields[] = {{Type::year, "year"}, {Type::text, "project"}, {Type::text, "department"},
                                 {Type::text, "unit"}, {Type::text, "goal"},    {Type::text, "result"}};
constexpr Field indicator_fields[] = {
    {Type::year, "year"},   {Type::text, "project"}, {Type::text, "level1"},   {Type::text, "level2"},
    {Type::text, "name"},   {Type::text, "target"},  {Type::text, "basis"},    {Type::text, "last_value"},
    {Type::text, "weight"}, {Type::value, "method"}, {Type::text, "evidence"}, {Type::text, "formula"},
    {Type::date, "start"},  {Type::date, "due"},
};
constexpr Field actual_fields[] = {
    {Type::year, "year"},   {Type::text, "project"}, {Type::text, "name"},    {Type::date, "date"},
    {Type::text, "actual"}, {Type::text, "source"},  {Type::text, "formula"}, {Type::text, "calculation"},
    {Type::text, "score"},  {Type::text, "reason"},  {Type::text, "remedy"},
};
constexpr Field brief_fields[] = {{Type::year, "year"},  {Type::text, "project"}, {Type::text, "person"},
                                  {Type::text, "trait"}, {Type::text, "term"},    {Type::text, "long_goal"}};
constexpr Field register_fields[] = {
    {Type::text, "register"}, {Type::text, "field"}, {Type::value, "type"}, {Type::value, "required"}};
constexpr Field record_fields[] = {{Type::text, "register"}, {Type::text, "cells"}};

constexpr Table all_tables[] = {
    {"money", money_fields, true},   {"quantity", quantity_fields, true},
    {"words", words_fields},         {"published", published_fields},
    {"project", project_fields},     {"unit", unit_fields},
    {"import", import_fields},       {"goal", goal_fields},
    {"indicator", indicator_fields}, {"actual", actual_fields},
    {"register", register_fields},   {"record", record_fields},
    {"brief", brief_fields},
};
constexpr const Table* money = &all_tables[0];
constexpr const Table* quantity = &all_tables[1];

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> kinds = {
      {"budget", money, false, "", "", {"year", "fund", "function", "amount"}, +1},
      {"adjustment", money, true, "", "", {"year", "fund", "function", "amount"}, +1},
      {"income", money, false, "", "", {"year", "fund", "date", "amount"}, 0},
      {"payment", money, false, "", "", {"year", "fund", "function", "dep_economic", "date", "amount"}, -1},
      {"refund", money, false, "", "", {"year", "fund", "function", "dep_economic", "date", "amount"}, +1},
      {"opening", money, false, "", "", {"year", "fund", "amount"}, 0},
      {"surplus", money, false, "", "", {"year", "fund", "amount"}, 0},
      {"distribution", money, false, "", "", {"year", "fund", "amount"}, 0},
      {"procurement", quantity, false, "money", "outturn", {"year", "item", "size", "amount"}, 0},
      {"activity", quantity, false, "", "outturn", {"year", "measure", "item", "amount"}, 0},
      {"staff", quantity, false, "persons", "", {"year", "item", "amount"}, 0},
      {"office", quantity, false, "offices", "", {"year", "name"}, 0},
      {"asset", quantity, false, "money", "", {"year", "item", "amount"}, 0},
      {"meeting", quantity, false, "", "outturn", {"year", "measure", "item", "amount"}, 0},
      {"text", &all_tables[2], false, "", "", {"year", "role", "words"}, 0},
      {"published", &all_tables[3], false, "", "", {"year", "cell"}, 0},
      {"project", &all_tables[4], false, "", "", {"project", "year"}, 0},
      {"unit", &all_tables[5], false, "", "", {"name"}, 0},
      {"import", &all_tables[6], false, "", "", {"file", "digest"}, 0},
      {"goal", &all_tables[7], false, "", "", {"year"}, 0},
      {"indicator", &all_tables[8], false, "", "", {"year", "level1", "level2", "name", "target", "weight"}, 0},
      {"actual", &all_tables[9], false, "", "", {"year", "name"}, 0},
      {"register", &all_tables[10], false, "", "", {"register", "field", "type"}, 0},
      {"record", &all_tables[11], false, "", "", {"register", "cells"}, 0},
      {"brief", &all_tables[12], false, "", "", {"year", "project"}, 0},
  };
  return kinds;
}

}  // namespace

std::size_t Table::index(std::string_view field) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.name == field; });
  return static_cast<std::size_t>(found - fields.begin());
}

std::span<const Kind> kinds() {
  return all_kinds();
}

const Kind* find_kind(std::string_view id) {
  const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return kind.id == id; });
  return found == kinds().end() ? nullptr : &*found;
}

bool is_performance(const Kind& kind) {
  return kind.id == "goal" || kind.id == "brief" || kind.id == "indicator" || kind.id == "actual";
}

std::size_t index_of(const Kind& kind) {
  return static_cast<std::size_t>(&kind - kinds().data());
}

std::span<const Table> tables() {
  return all_tables;
}

const Table* find_table(std::string_view name) {
  const auto found = std::find_if(std::begin(all_tables), std::end(all_tables),
                                  [&](const Table& table) { return table.name == name; });
  return found == std::end(all_tables) ? nullptr : found;
}

std::string_view Entry::value(std::string_view field) const {
  const auto index = kind->table->index(field);
  return index < values.size() ? std::string_view(values[index]) : std::string_view();
}

}  // namespace mingzhang::books
