#include <algorithm>

#include "profile/load_parts.h"
#include "profile/names.h"
#include "text/normal.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;

Column read_column(const TomlTable& table) {
  static const std::map<std::string, Column::Kind> kinds = {
      {"value", Column::Kind::value}, {"code", Column::Kind::code},     {"name", Column::Kind::name},
      {"label", Column::Kind::label}, {"number", Column::Kind::number}, {"project", Column::Kind::project}};
  Column column;
  column.header = table.strings("header");
  const auto kind = kinds.find(table.string("is", "value"));
  if (kind == kinds.end()) table.fail("a column is value, code, name, label, number or project");
  column.kind = kind->second;
  column.cell = table.cell("cell");
  if (table.has("unit")) {
    const auto unit = unit_of(table.string("unit"));
    column.unit = unit.unit;
    column.power = unit.power;
  }
  table.finish();
  return column;
}

void add_list_rows(const TomlTable& table, const Form& form, Panel& panel) {
  const auto* list = form.list(table.string("list"));
  if (list == nullptr) table.fail("'list' names no list of the form");
  const Cell cell = table.cell("cell");
  const std::string ordinal = table.string("ordinal", "");
  int number = table.integer("number", 0);
  const bool optional = table.boolean("optional", false);
  long count = 0;
  for (const auto& entry : list->entries) {
    Row row;
    ++count;
    row.cell = cell.with(entry.cell);
    row.names = entry.names;
    row.optional = optional;
    row.number = number == 0 ? 0 : number++;
    if (ordinal == "一、") row.label = text::to_chinese(count) + "、";
    if (ordinal == "1.") row.label = std::to_string(count) + ". ";
    row.label += entry.names.front();
    panel.rows.push_back(std::move(row));
  }
}

void add_tree_rows(const TomlTable& table, Panel& panel) {
  const auto dimension = cube::dimension_named(table.string("tree"));
  if (!dimension) table.fail("'tree' names no dimension");
  if (table.has("total")) {
    Row row;
    row.label = table.string("total");
    for (const auto* name : {"合计", "总计"}) row.names.emplace_back(name);
    row.total = true;
    row.dimension = *dimension;
    panel.rows.push_back(std::move(row));
  }
  Row row;
  row.kind = Row::Kind::tree;
  row.dimension = *dimension;
  for (const auto& root : table.strings("roots")) row.roots.emplace_back(root);
  panel.rows.push_back(std::move(row));
}

constexpr int max_blank_rows = 200;

void add_blank_rows(const TomlTable& table, Panel& panel) {
  int number = table.integer("number", 0);
  int count = table.integer("blank", 1);
  if (count < 1 || count > max_blank_rows) table.fail("'blank' is a number of rows");
  for (; count > 0; --count) {
    Row row;
    row.kind = Row::Kind::blank;
    row.number = number == 0 ? 0 : number++;
    panel.rows.push_back(row);
  }
}

/// The unit by its name, between the total and the subjects: a unit that publishes alone repeats the total.
void add_unit_row(Panel& panel) {
  Row row;
  row.unit = true;
  row.optional = true;
  panel.rows.push_back(std::move(row));
}

/// A table whose header says everything: one row of figures without a label.
void add_unlabelled_row(const TomlTable& table, Panel& panel) {
  Row row;
  row.unlabelled = true;
  row.optional = true;
  row.cell = table.cell("cell");
  panel.rows.push_back(std::move(row));
}

void add_fixed_row(const TomlTable& table, Panel& panel) {
  Row row;
  row.label = table.string("label");
  row.names.emplace_back(bare_label(text::normal_text(row.label)));
  for (const auto& name : table.strings("names")) row.names.push_back(bare_label(text::normal_text(name)));
  row.cell = table.cell("cell");
  row.number = table.integer("number", 0);
  row.optional = table.boolean("optional", false);
  panel.rows.push_back(std::move(row));
}

Panel read_panel(const TomlTable& table, const Form& form) {
  Panel panel;
  for (const auto& column : table.tables("columns")) panel.columns.push_back(read_column(column));
  if (panel.columns.empty()) table.fail("a panel needs columns");
  for (const auto& row : table.tables("rows")) {
    if (row.has("list"))
      add_list_rows(row, form, panel);
    else if (row.has("tree"))
      add_tree_rows(row, panel);
    else if (row.has("blank"))
      add_blank_rows(row, panel);
    else if (row.boolean("unit", false))
      add_unit_row(panel);
    else if (row.boolean("unlabelled", false))
      add_unlabelled_row(row, panel);
    else
      add_fixed_row(row, panel);
    row.finish();
  }
  for (const auto& law : table.strings("closed")) panel.row_laws.push_back(parse_keyed_law(law, table));
  for (const auto& law : panel.row_laws) {
    std::vector<int> keys = law.parts;
    keys.push_back(law.whole);
    for (const int key : keys)
      if (std::none_of(panel.rows.begin(), panel.rows.end(), [&](const Row& row) { return row.number == key; }))
        table.fail("law '" + law.name + "': no row has the number " + std::to_string(key));
  }
  table.finish();
  return panel;
}

void check_column_laws(const Table& table, const TomlTable& at) {
  int values = 0;
  for (const auto& panel : table.panels)
    for (const auto& column : panel.columns) values += column.kind == Column::Kind::value;
  // The number row counts value columns of all panels, so 公开04表 begins its right half with column 2.
  for (const auto& law : table.column_laws) {
    std::vector<int> keys = law.parts;
    keys.push_back(law.whole);
    for (const int key : keys)
      if (key < 1 || key > values) at.fail("law '" + law.name + "': there is no column " + std::to_string(key));
  }
}

}  // namespace

Table read_table(const TomlTable& table, const Form& form) {
  Table out;
  out.id = table.string("id");
  out.title = table.string("title");
  out.titles = table.patterns("titles");
  if (out.titles.empty()) out.titles.push_back(table.pattern("title"));
  out.label = table.string("label", "");
  out.cell = table.cell("cell");
  const auto unit = unit_of(table.string("unit", form.amount_unit));
  out.unit = unit.unit;
  out.power = unit.power;
  out.numbering = text::normal_text(table.string("numbering", ""));
  out.note = table.string("note", "");
  out.empty_note = table.string("empty_note", "");
  out.required = table.boolean("required", false);
  out.may_be_empty = table.boolean("may_be_empty", false);
  if (const auto performance = table.table("performance")) out.performance = read_performance_form(*performance);
  out.index = table.boolean("index", false);
  for (const auto& panel : table.tables("panel")) out.panels.push_back(read_panel(panel, form));
  if (out.panels.empty() && out.is_statement()) table.fail("table '" + out.id + "' has no panel");
  for (const auto& law : table.strings("closed")) out.column_laws.push_back(parse_keyed_law(law, table));
  check_column_laws(out, table);
  for (const auto& law : table.tables("lists")) out.lists.push_back(read_parts_law(law, form, out.cell));
  table.finish();
  return out;
}

}  // namespace mingzhang::profile
