#include <algorithm>
#include <map>
#include <utility>

#include "formats/docx/body.h"
#include "formats/ooxml/xml.h"
#include "formats/rejected.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

constexpr std::uint32_t most_columns = 2000;

bool is_wrapper(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo";
}

/// The elements of that name below `parent`, which controls and changes may wrap.
void collect(const pugi::xml_node& parent, std::string_view name, int depth, std::vector<pugi::xml_node>& out) {
  if (depth > deepest) return;
  for (const auto& node : parent.children()) {
    if (local(node) == name)
      out.push_back(node);
    else if (is_wrapper(local(node)))
      collect(node, name, depth + 1, out);
  }
}

std::vector<pugi::xml_node> collect(const pugi::xml_node& parent, std::string_view name) {
  std::vector<pugi::xml_node> out;
  collect(parent, name, 0, out);
  return out;
}

std::uint32_t span(const pugi::xml_node& node, std::string_view name, std::uint32_t otherwise) {
  return std::min(number(attribute(child(node, name), "val"), otherwise), most_columns);
}

/// "restart", "continue", or empty if the cell is not merged in this direction.
std::string_view merge(const pugi::xml_node& properties, std::string_view name) {
  const auto node = child(properties, name);
  if (!node) return {};
  const std::string_view value = attribute(node, "val");
  return value == "restart" ? value : "continue";
}

}  // namespace

/// Word's columns are all places where any cell begins, also where two rows missed each other by a hair when somebody
/// dragged a line: columns narrower than a millimetre are none.
class TableColumns {
 public:
  explicit TableColumns(const pugi::xml_node& table) {
    constexpr std::uint32_t narrowest = 60;  // twentieths of a point
    std::uint32_t since = 0, column = 0;
    for (const auto& node : child(table, "tblGrid").children()) {
      if (local(node) != "gridCol" || of_.size() > most_columns) continue;
      of_.push_back(column);
      since += std::min(number(attribute(node, "w"), narrowest), 100'000U);
      if (since < narrowest) continue;
      since = 0;
      ++column;
    }
    count_ = column;
  }

  /// The column that a column of Word's belongs to.
  std::uint32_t at(std::uint32_t column) const {
    if (column < of_.size()) return of_[column];
    return count_ + column - static_cast<std::uint32_t>(of_.size());
  }

 private:
  std::vector<std::uint32_t> of_;
  std::uint32_t count_ = 0;
};

/// Tables that only arrange others.
bool Body::is_layout(const pugi::xml_node& table) const {
  for (const auto& row : collect(table, "tr"))
    for (const auto& cell : collect(row, "tc"))
      for (const auto& inner : collect(cell, "tbl")) {
        const auto rows = collect(inner, "tr");
        if (rows.size() > 1 || (rows.size() == 1 && collect(rows[0], "tc").size() > 1)) return true;
      }
  return false;
}

void Body::layout(const pugi::xml_node& node, int depth) {
  for (const auto& row : collect(node, "tr"))
    for (const auto& cell : collect(row, "tc")) blocks(cell, depth + 1);
}

void Body::table(const pugi::xml_node& node, int depth) {
  give_rows();
  if (is_layout(node)) {
    layout(node, depth);
    return;
  }
  builder_.table(cells(node, depth));
  notes(footnotes_due_, footnotes, depth);
}

/// A row that a tracked change takes away, or that is hidden, is none.
bool Body::is_shown(const pugi::xml_node& row) {
  const auto properties = child(row, "trPr");
  const bool deleted = static_cast<bool>(child(properties, "del"));
  if (deleted || child(properties, "ins")) builder_.note("tracked-changes", 0, builder_.next_line());
  const bool hidden = is_on(child(properties, "hidden"));
  if (hidden) builder_.note("hidden-text", 0, builder_.next_line());
  return !deleted && !hidden;
}

Table Body::cells(const pugi::xml_node& node, int depth) {
  const TableColumns columns(node);
  Table table;
  CellsAbove above;
  for (const auto& row : collect(node, "tr")) {
    if (!is_shown(row)) continue;
    if (table.rows >= limits_.lines) throw Rejected("too-many-lines", 0, "rows > " + std::to_string(limits_.lines));
    add_row(row, columns, depth, above, table);
    ++table.rows;
  }
  std::erase_if(table.cells, [](const TableCell& cell) { return trimmed(cell.text).empty(); });
  return table;
}

void Body::add_row(const pugi::xml_node& row, const TableColumns& columns, int depth, CellsAbove& above, Table& table) {
  std::uint32_t column = span(child(row, "trPr"), "gridBefore", 0);
  for (const auto& cell : collect(row, "tc")) {
    const auto how = child(cell, "tcPr");
    const std::uint32_t begin = columns.at(column);
    column = std::min(column + std::max(span(how, "gridSpan", 1), 1U), most_columns);
    const std::uint32_t end = std::max(columns.at(column), begin + 1);
    table.columns = std::max(table.columns, end);
    const auto upper = above.find(begin);
    auto* left = table.cells.empty() || table.cells.back().row != table.rows ? nullptr : &table.cells.back();
    if (merge(how, "vMerge") == "continue" && upper != above.end()) {
      auto& whole = table.cells[upper->second];
      whole.rows = table.rows - whole.row + 1;
    } else if (merge(how, "hMerge") == "continue" && left != nullptr) {
      left->columns = end - left->column;
    } else {
      above[begin] = table.cells.size();
      table.cells.push_back({table.rows, begin, 1, end - begin, cell_text(cell, depth)});
    }
  }
}

std::string Body::cell_text(const pugi::xml_node& cell, int depth) {
  std::string text;
  add_cell_text(cell, depth + 1, text);
  return text;
}

/// Text boxes and inner tables of one cell are words of the cell.
void Body::add_cell_text(const pugi::xml_node& parent, int depth, std::string& text) {
  if (depth > deepest) return;
  for (const auto& node : parent.children()) {
    if (local(node) == "p") {
      ParagraphWords words;
      const std::string more = words_of(node, words);
      if (!text.empty() && !more.empty()) text += '\n';
      text += more;
      for (const auto& box : words.boxes) add_cell_text(box, depth + 1, text);
      footnotes_due_.insert(footnotes_due_.end(), words.footnotes.begin(), words.footnotes.end());
      endnotes_due_.insert(endnotes_due_.end(), words.endnotes.begin(), words.endnotes.end());
    } else if (local(node) == "tbl" || local(node) == "tr" || local(node) == "tc" || is_wrapper(local(node))) {
      add_cell_text(node, depth + 1, text);
    }
  }
}

}  // namespace mingzhang::formats
