#include "publish/data_twins.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "publish/explain.h"
#include "publish/performance_twins.h"

namespace mingzhang::publish {
namespace {

using Json = nlohmann::ordered_json;
using document::Sheet;

std::string_view claim_id(cube::Claim claim) {
  switch (claim) {
    case cube::Claim::change:
      return "change";
    case cube::Claim::growth:
      return "growth";
    case cube::Claim::deviation:
      return "deviation";
    case cube::Claim::completion:
      return "completion";
    case cube::Claim::share:
      return "share";
    default:
      return "value";
  }
}

/// RFC 4180.
std::string field(const std::string& words) {
  if (words.find_first_of(",\"\n\r") == std::string::npos) return words;
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string line(const std::vector<std::string>& fields) {
  std::string out;
  for (const auto& words : fields) out += (&words == fields.data() ? "" : ",") + field(words);
  return out + "\r\n";
}

Json schema_field(const std::string& name, const std::string& type, const std::string& title) {
  return {{"name", name}, {"type", type}, {"title", title}};
}

Json resource(const std::string& name, const std::string& path, const std::string& title, Json fields) {
  return {{"name", name},        {"path", path},
          {"title", title},      {"profile", "tabular-data-resource"},
          {"format", "csv"},     {"mediatype", "text/csv"},
          {"encoding", "utf-8"}, {"schema", {{"fields", std::move(fields)}, {"missingValues", {""}}}}};
}

File figures_csv(const Composed& composed, Json& resources) {
  std::vector<std::string> head = {"figure", "part", "title", "row", "column", "kind", "value", "unit"};
  Json fields = Json::array({schema_field("figure", "integer", "编号"), schema_field("part", "string", "部分或报表"),
                             schema_field("title", "string", "名称"), schema_field("row", "string", "行"),
                             schema_field("column", "string", "列"), schema_field("kind", "string", "数据种类"),
                             schema_field("value", "number", "数值"), schema_field("unit", "string", "单位")});
  for (std::size_t index = 0; index < cube::dimension_count; ++index) {
    head.emplace_back(cube::name_of(static_cast<cube::Dimension>(index)));
    if (head.back() == "unit") head.back() = "agency";
    fields.push_back(schema_field(head.back(), "string", head.back()));
  }
  std::string out = line(head);
  for (std::size_t index = 0; index < composed.figures.size(); ++index) {
    const auto& figure = composed.figures[index];
    std::vector<std::string> values = {std::to_string(index + 1),
                                       figure.key.scope,
                                       figure.title,
                                       figure.row,
                                       figure.column,
                                       std::string(claim_id(figure.key.claim)),
                                       figure.number.to_string(),
                                       figure.unit};
    for (const auto member : figure.key.cell.at) values.emplace_back(member.name());
    out += line(values);
  }
  resources.push_back(resource("figures", "data/figures.csv", "全部数据", std::move(fields)));
  return {"data/figures.csv", std::move(out)};
}

/// One name a column: the words of its header from top to bottom, made different where two are the same.
std::vector<std::string> column_names(const Sheet& sheet) {
  std::vector<std::string> names(sheet.columns);
  for (const auto& cell : sheet.cells) {
    const bool numbering = sheet.header_rows > 1 && cell.row + 1 == sheet.header_rows && cell.rows == 1 &&
                           cell.text.find_first_not_of("0123456789※") == std::string::npos;
    if (!cell.header || cell.text.empty() || numbering || cell.text == "栏次") continue;
    for (auto column = cell.column; column < cell.column + cell.columns && column < sheet.columns; ++column)
      names[column] += (names[column].empty() ? "" : "/") + cell.text;
  }
  std::set<std::string> used;
  for (auto& name : names) {
    if (name.empty()) name = "列";
    std::string wanted = name;
    for (int count = 2; !used.insert(name).second; ++count) name = wanted + "_" + std::to_string(count);
  }
  return names;
}

File table_csv(const Sheet& sheet, std::size_t number, Json& resources) {
  const auto names = column_names(sheet);
  std::vector<bool> numeric(sheet.columns, false), words(sheet.columns, false);
  std::map<std::uint32_t, std::vector<std::string>> rows;
  for (const auto& cell : sheet.cells) {
    if (cell.row < sheet.header_rows) continue;
    auto& row = rows[cell.row];
    row.resize(sheet.columns);
    row[cell.column] = cell.is_number ? cell.text : cell.text;
    (cell.is_number ? numeric : words)[cell.column] = true;
  }
  std::string out = line(names);
  for (const auto& [index, row] : rows) out += line(row);
  Json fields = Json::array();
  for (std::size_t column = 0; column < names.size(); ++column)
    fields.push_back(
        schema_field(names[column], numeric[column] && !words[column] ? "number" : "string", names[column]));
  const std::string name = "table-" + std::to_string(number);
  resources.push_back(resource(name, "data/" + name + ".csv", sheet.title, std::move(fields)));
  return {"data/" + name + ".csv", std::move(out)};
}

File tidy_csv(const TidyTable& tidy, Json& resources) {
  std::vector<std::string> head;
  Json fields = Json::array();
  for (const auto& [name, title] : tidy.columns) {
    head.push_back(name);
    fields.push_back(schema_field(name, "string", title));
  }
  std::string out = line(head);
  for (const auto& row : tidy.rows) out += line(row);
  resources.push_back(resource(tidy.name, "data/" + tidy.name + ".csv", tidy.title, std::move(fields)));
  return {"data/" + tidy.name + ".csv", std::move(out)};
}

Json cell_json(const cube::Cell& cell) {
  Json out = Json::object();
  for (std::size_t index = 0; index < cube::dimension_count; ++index)
    if (!cell.at[index].is_root())
      out[std::string(cube::name_of(static_cast<cube::Dimension>(index)))] = std::string(cell.at[index].name());
  return out;
}

}  // namespace

std::vector<File> data_package(const Composed& composed, const Material& material) {
  Json resources = Json::array();
  std::vector<File> files = {figures_csv(composed, resources)};
  const auto& sheets = composed.publication.sheets;
  std::set<std::size_t> drawn;
  for (const auto& performance : composed.performance) drawn.insert(performance.sheet);
  for (std::size_t index = 0; index < sheets.size(); ++index)
    if (drawn.count(index) == 0) files.push_back(table_csv(sheets[index], index + 1, resources));
  for (const auto& tidy : performance_tables(composed)) files.push_back(tidy_csv(tidy, resources));
  const Json package = {{"profile", "tabular-data-package"},
                        {"name", material.form.form.id + "-" + std::to_string(material.year)},
                        {"title", material.unit + composed.publication.name},
                        {"resources", std::move(resources)}};
  files.push_back({"datapackage.json", package.dump(2) + "\n"});
  return files;
}

File figures_json(const Composed& composed, const Material& material) {
  Json figures = Json::array();
  for (std::size_t index = 0; index < composed.figures.size(); ++index) {
    const auto& figure = composed.figures[index];
    Json entry = {{"figure", index + 1}, {"part", figure.key.scope}, {"title", figure.title}};
    if (!figure.row.empty()) entry["row"] = figure.row;
    if (!figure.column.empty()) entry["column"] = figure.column;
    entry["kind"] = claim_id(figure.key.claim);
    entry["value"] = figure.number.to_string();
    entry["unit"] = figure.unit;
    entry["cell"] = cell_json(figure.key.cell);
    if (figure.key.claim != cube::Claim::none) entry["base"] = cell_json(figure.key.base);
    const auto& notes = composed.publication.traces;
    if (index < notes.size()) entry["trace"] = notes[index].lines;
    figures.push_back(std::move(entry));
  }
  Json todos = Json::array();
  for (const auto& todo : composed.todos)
    todos.push_back({{"section", todo.section},
                     {"sentence", todo.sentence},
                     {"what", todo.what},
                     {"proposals", todo.proposals},
                     {"role", todo.role},
                     {"cell", cell_json(todo.cell)}});
  const Json out = {{"document",
                     {{"unit", material.unit},
                      {"year", material.year},
                      {"kind", material.form.form.kind},
                      {"profile", material.form.form.id}}},
                    {"todos", std::move(todos)},
                    {"figures", std::move(figures)},
                    {"performance", performance_json(composed)}};
  return {"figures.json", out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"};
}

}  // namespace mingzhang::publish
