// The `performance` of a table: what it is of, and how it is drawn.
#include <algorithm>
#include <set>

#include "profile/load_parts.h"
#include "profile/performance_words.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

using Each = LayoutRow::Each;
using Is = LayoutCell::Is;

const std::set<std::string_view>& fields_of(Each each) {
  static const std::set<std::string_view> once = {"year",         "subject",     "department", "unit", "person",
                                                  "trait",        "category",    "term",       "goal", "result",
                                                  "total-weight", "total-score", "long-goal"};
  static const std::set<std::string_view> money = {"label", "content", "done", "initial", "budget",
                                                   "spent", "weight",  "rate", "score"};
  static const std::set<std::string_view> indicator = {"level1", "level2", "name",  "target", "basis",    "last",
                                                       "actual", "weight", "score", "method", "evidence", "reason"};
  return each == Each::indicator ? indicator : each == Each::once ? once : money;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

/// "{lifetime.budget}", "{budget/fiscal}", "{weight:—}"
LayoutCell read_field(std::string_view inner, Each each, const TomlTable& at) {
  LayoutCell cell;
  cell.is = Is::field;
  if (const auto colon = inner.find(':'); colon != std::string_view::npos) {
    cell.words = inner.substr(colon + 1);
    inner = inner.substr(0, colon);
  }
  if (const auto dot = inner.find('.'); dot != std::string_view::npos) {
    cell.member = inner.substr(0, dot);
    inner = inner.substr(dot + 1);
    each = Each::money;
  }
  if (const auto slash = inner.find('/'); slash != std::string_view::npos) {
    cell.part = inner.substr(slash + 1);
    inner = inner.substr(0, slash);
  }
  cell.field = inner;
  if (fields_of(each).count(inner) == 0) at.fail("'" + cell.field + "' is no field of such a row");
  return cell;
}

LayoutCell read_cell_of(const std::string& text, Each each, const TomlTable& at) {
  if (text.starts_with('{') && text.ends_with('}'))
    return read_field(std::string_view(text).substr(1, text.size() - 2), each, at);
  LayoutCell cell;
  if (text == "<")
    cell.is = Is::left;
  else if (text == "^")
    cell.is = Is::above;
  else
    cell.words = text;
  return cell;
}

/// "项目名称 | < | {subject} | <"
LayoutRow read_row(const TomlTable& table) {
  static const std::vector<std::pair<std::string, Each>> kinds = {
      {"row", Each::once}, {"money", Each::money}, {"task", Each::task}, {"indicator", Each::indicator}};
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& entry) { return table.has(entry.first); });
  if (kind == kinds.end()) table.fail("a line of a layout is row, money, task or indicator");
  LayoutRow row;
  row.each = kind->second;
  const std::string cells = table.string(kind->first);
  for (std::size_t begin = 0; begin <= cells.size();) {
    const auto end = std::min(cells.find('|', begin), cells.size());
    row.cells.push_back(read_cell_of(trimmed(std::string_view(cells).substr(begin, end - begin)), row.each, table));
    begin = end + 1;
  }
  row.optional = table.boolean("optional", false);
  if (row.cells.front().is == Is::left) table.fail("nothing stands at the left of the first cell");
  table.finish();
  return row;
}

void read_layout(const TomlTable& table, PerformanceForm& form) {
  for (const auto& line : table.tables("layout")) {
    form.layout.push_back(read_row(line));
    if (form.layout.back().cells.size() != form.layout.front().cells.size())
      line.fail("all lines of a layout have as many cells as the first");
  }
  const auto any_above = [](const LayoutRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.is == Is::above; });
  };
  if (!form.layout.empty() && any_above(form.layout.front())) table.fail("nothing stands above the first line");
}

/// The words that stand over a cell of the layout, from below.
std::vector<std::string> words_over(const PerformanceForm& form, std::size_t row, std::size_t column) {
  std::vector<std::string> out;
  while (row-- > 0) {
    const auto& cells = form.layout[row].cells;
    std::size_t at = column;
    while (at > 0 && cells[at].is == Is::left) --at;
    if (cells[at].is == Is::words && !cells[at].words.empty()) out.push_back(text::normal_text(cells[at].words));
  }
  return out;
}

}  // namespace

PerformanceForm read_performance_form(const TomlTable& table) {
  PerformanceForm form;
  const std::string scope = table.string("scope"), stage = table.string("stage");
  if (scope != "project" && scope != "whole") table.fail("scope is 'project' or 'whole'");
  if (stage != "target" && stage != "self-evaluation") table.fail("stage is 'target' or 'self-evaluation'");
  if (scope == "whole") form.scope = cube::PerformanceTable::Scope::whole;
  if (stage == "target") form.stage = cube::PerformanceTable::Stage::target;
  for (const auto& name : table.strings("level1")) form.level1.push_back(text::normal_text(name));
  if (form.level1.empty()) table.fail("'level1' is missing");
  form.heading = table.string("heading", "");
  form.below = table.string("below", "");
  if (const auto money = table.array("money"))
    for (const auto& entry : *money) {
      const auto* pair = entry.as_array();
      const auto member = pair != nullptr && pair->size() == 2 ? (*pair)[0].value<std::string>() : std::nullopt;
      const auto label = member ? (*pair)[1].value<std::string>() : std::nullopt;
      if (!label) table.fail("'money' holds pairs of a member and its label", &entry);
      form.money.emplace_back(*member, *label);
    }
  read_layout(table, form);
  table.finish();
  return form;
}

void require_readable(const PerformanceForm& form, const PerformanceWords& words, const TomlTable& at) {
  for (std::size_t row = 0; row < form.layout.size(); ++row) {
    const auto& line = form.layout[row];
    if (line.each == Each::once) continue;
    const auto& groups = line.each == Each::indicator ? words.columns : words.money_columns;
    for (std::size_t column = 0; column < line.cells.size(); ++column) {
      const auto& cell = line.cells[column];
      if (cell.is != Is::field || cell.field == "label") continue;
      const auto over = words_over(form, row, column);
      const bool known = std::any_of(over.begin(), over.end(), [&](const std::string& word) {
        const auto* group = group_of(groups, word);
        return group != nullptr && group->id == cell.field;
      });
      if (!known) at.fail("no word over '" + cell.field + "' that performance/vocabulary.toml knows for it");
    }
  }
}

}  // namespace mingzhang::profile
