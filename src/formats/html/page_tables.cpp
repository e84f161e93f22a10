#include <algorithm>
#include <charconv>

#include "formats/html/page.h"
#include "formats/rejected.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

constexpr std::uint32_t most_columns = 2000, most_rows = 65'534;  // rows: what HTML allows a cell to span
constexpr std::size_t most_steps = 50'000'000;

/// The rows or cells of a table, but not of tables inside it.
void collect(const GumboNode& node, std::vector<const GumboNode*>& out, bool rows) {
  const GumboVector* children = children_of(node);
  for (unsigned index = 0; children != nullptr && index < children->length; ++index) {
    const auto& child = *static_cast<const GumboNode*>(children->data[index]);
    const bool wanted =
        rows ? is_element(child, GUMBO_TAG_TR) : is_element(child, GUMBO_TAG_TD) || is_element(child, GUMBO_TAG_TH);
    const bool group =
        is_element(child, GUMBO_TAG_TBODY) || is_element(child, GUMBO_TAG_THEAD) || is_element(child, GUMBO_TAG_TFOOT);
    if (wanted)
      out.push_back(&child);
    else if (rows && group)
      collect(child, out, rows);
  }
}

std::vector<const GumboNode*> rows_of(const GumboNode& table) {
  std::vector<const GumboNode*> out;
  collect(table, out, true);
  return out;
}

std::vector<const GumboNode*> cells_of(const GumboNode& row) {
  std::vector<const GumboNode*> out;
  collect(row, out, false);
  return out;
}

/// Whether a table of more than one cell stands below.
bool holds_table(const GumboNode& node) {
  const GumboVector* children = children_of(node);
  for (unsigned index = 0; children != nullptr && index < children->length; ++index) {
    const auto& child = *static_cast<const GumboNode*>(children->data[index]);
    if (is_element(child, GUMBO_TAG_TABLE)) {
      const auto rows = rows_of(child);
      if (rows.size() > 1 || (rows.size() == 1 && cells_of(*rows[0]).size() > 1)) return true;
    }
    if (holds_table(child)) return true;
  }
  return false;
}

std::uint32_t span(const GumboNode& cell, const char* name, std::uint32_t most) {
  const std::string_view text = attribute_of(cell, name);
  std::uint32_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::min(value, most);
}

}  // namespace

/// Tables that arrange other tables, one column of text, or an article with something beside it.
bool Page::is_layout(const GumboNode& table) const {
  if (attribute_of(table, "role") == "presentation" || holds_table(table)) return true;
  std::size_t rows = 0, widest = 0, longest = 0;
  for (const auto* row : rows_of(table)) {
    const auto cells = cells_of(*row);
    rows += cells.empty() ? 0U : 1U;
    widest = std::max(widest, cells.size());
    for (const auto* cell : cells) longest = std::max(longest, tree_.sizes(*cell).words);
  }
  constexpr std::size_t article = 3000;  // bytes: longer than the goals of a performance table
  return rows < 2 || widest < 2 || (longest > article && longest * 5 > tree_.sizes(table).words * 3);
}

Table Page::cells(const GumboNode& node) {
  Table table;
  busy_.clear();
  const GumboVector* children = children_of(node);
  for (unsigned index = 0; index < children->length; ++index)
    if (const auto& child = *static_cast<const GumboNode*>(children->data[index]); is_element(child, GUMBO_TAG_CAPTION))
      builder_.paragraph(cell_text(child));
  for (const auto* row : rows_of(node)) {
    if (is_hidden(*row)) {
      if (tree_.sizes(*row).words > 0) builder_.note("hidden-text", 0, builder_.next_line());
    } else {
      add_row(*row, table);
    }
  }
  for (auto& cell : table.cells) cell.rows = std::min(cell.rows, table.rows - cell.row);
  std::erase_if(table.cells, [](const TableCell& cell) { return cell.text.empty(); });
  return table;
}

void Page::add_row(const GumboNode& row, Table& table) {
  std::uint32_t column = 0;
  for (const auto* cell : cells_of(row)) {
    while (column < busy_.size() && busy_[column] > table.rows) ++column;
    const std::uint32_t columns = std::max(span(*cell, "colspan", 1000), 1U);
    const std::uint32_t rows = span(*cell, "rowspan", most_rows);
    if (column + columns > most_columns) break;
    steps_ += columns;
    if (steps_ > most_steps) throw Rejected("too-large", 0, "HTML: cells");
    if (busy_.size() < column + columns) busy_.resize(column + columns, 0);
    const std::uint32_t below = table.rows + (rows == 0 ? most_rows : rows);  // 0: to the end of the table
    std::fill(busy_.begin() + column, busy_.begin() + column + columns, below);
    std::string text = is_hidden(*cell) ? std::string() : cell_text(*cell);
    table.cells.push_back({table.rows, column, below - table.rows, columns, std::move(text)});
    column += columns;
  }
  table.columns = std::max(table.columns, static_cast<std::uint32_t>(busy_.size()));
  ++table.rows;
}

std::string Page::cell_text(const GumboNode& cell) {
  std::string text;
  into_ = &text;
  children(cell);
  end_line();
  into_ = nullptr;
  return text;
}

}  // namespace mingzhang::formats
