#include "profile/read_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "profile/table_keys.h"
#include "profile/table_writer.h"
#include "text/normal.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Kind;
using cube::Member;
using cube::Statement;

struct ValueColumn {
  std::size_t panel = 0;
  const Column* column = nullptr;
  std::int32_t tab = -1;
};

std::optional<int> small_integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty() || text.size() > 3) return std::nullopt;
  return value;
}

class TableReader {
 public:
  TableReader(TableRead& read, const Cell& document_cell, Reading& reading)
      : read_(read),
        table_(*read.table),
        form_(*reading.form()),
        unit_(reading.recognition.unit),
        writer_(read, document_cell, reading) {
    std::int32_t tab = 0;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      panel_begins_.push_back(tab);
      const Column* before = nullptr;
      for (const auto& column : table_.panels[panel].columns) {
        // Code and name under one header are printed as one: of the classes of a form only the name.
        if (before != nullptr && !column.header.empty() && before->header == column.header) --tab;
        if (column.kind == Column::Kind::value) columns_.push_back({panel, &column, tab});
        if (column.kind == Column::Kind::project) project_tab_ = tab;
        before = &column;
        ++tab;
      }
    }
  }

  void run() {
    const auto& lines = writer_.document().lines;
    std::uint32_t line = read_.first_line;
    for (; line <= read_.last_line && !data_begins(lines[line]); ++line) read_head_line(lines[line]);
    for (; line <= read_.last_line; ++line) {
      const auto& here = lines[line];
      if (here.tabs > 0 || is_row_label(here)) read_row(here);
    }
    writer_.finish();
  }

 private:
  // ---- the head ----

  bool data_begins(const document::Line& line) const {
    if (line.tabs == 0) return false;
    const std::string first = text::normal_text(line.fragment(0));
    if (!table_.numbering.empty()) return numbered_;
    return is_code(first) || is_row_label(line) || (unlabelled() != nullptr && is_figure(first));
  }

  void read_head_line(const document::Line& line) {
    const std::string first = text::normal_text(line.fragment(0));
    if (line.tabs == 0) return writer_.read_title_words(line);
    read_.printed_header = true;
    if (first == table_.numbering) read_numbering(line);
  }

  /// "栏次 1 2 3": which tab a column stands at. Its numbers are wording, not money. As many as columns, they stand in
  /// their order, whatever is printed.
  void read_numbering(const document::Line& line) {
    numbered_ = true;
    std::vector<std::pair<std::size_t, std::int32_t>> tabs;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const auto number = small_integer(text::normal_text(line.fragment(index)));
      if (!number) continue;
      writer_.add_wording(line, index, "column-number", {});
      tabs.emplace_back(static_cast<std::size_t>(*number), line.fragments[index].column);
    }
    const bool all = tabs.size() == columns_.size();
    for (std::size_t index = 0; index < tabs.size(); ++index) {
      const std::size_t number = all ? index + 1 : tabs[index].first;
      if (number >= 1 && number <= columns_.size()) columns_[number - 1].tab = tabs[index].second;
    }
  }

  // ---- rows ----

  struct Key : RowKey {
    std::size_t panel = 0;
    std::size_t fragment = 0;
  };

  bool is_row_label(const document::Line& line) const {
    return !line.fragments.empty() && find_label(text::normal_text(line.fragment(0)), 0).has_value();
  }

  /// A fixed row, preferring the panel at whose columns the label stands.
  std::optional<Key> find_label(const std::string& normal, std::int32_t tab, std::size_t fragment = 0) const {
    const std::string bare = bare_label(normal);
    std::optional<Key> found;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      for (const auto& row : table_.panels[panel].rows) {
        const bool named = std::find(row.names.begin(), row.names.end(), bare) != row.names.end();
        const bool unit = row.unit && !unit_.empty() && normal == unit_;
        if (row.kind != Row::Kind::fixed || !(named || unit)) continue;
        const bool here = tab >= panel_begins_[panel];
        if (!found || (here && !taken_.contains(&row) && (panel != found->panel || taken_.contains(found->row))))
          found = Key{{&row, {}, bare, {}}, panel, fragment};
      }
    }
    return found;
  }

  std::optional<Key> find_code(const std::string& normal, std::size_t fragment) const {
    const auto found = tree_row_of(normal, table_, form_);
    if (!found) return std::nullopt;
    return Key{{found->row, normal, {}, {}}, found->panel, fragment};
  }

  const Row* unlabelled() const {
    for (const auto& row : table_.panels.front().rows)
      if (row.unlabelled) return &row;
    return nullptr;
  }

  bool at_value_column(std::int32_t tab) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const ValueColumn& column) { return column.tab == tab; });
  }

  struct Figure {
    std::size_t fragment = 0;
    std::size_t key = 0;  ///< index into keys, of the last key before it
  };

  void read_row(const document::Line& line) {
    writer_.begin_row();
    std::vector<Key> keys;
    std::vector<Figure> figures;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const std::string normal = text::normal_text(line.fragment(index));
      const std::int32_t tab = line.fragments[index].column;
      if (!at_value_column(tab) && !keys.empty() && continues_code(keys.back(), normal, index)) {
        add_code(line, index, keys.back());
      } else if (auto code = find_code(normal, index); code && !at_value_column(tab)) {
        keys.push_back(*code);
        add_code(line, index, *code);
      } else if (tab == project_tab_ && !keys.empty()) {
        name_project(line, index, keys.back());
      } else if (auto label = find_label(normal, tab, index)) {
        keys.push_back(*label);
        taken_.insert(label->row);
        writer_.add_wording(line, index, "label", writer_.context().with(label->row->cell));
      } else if (is_figure(normal)) {
        if (keys.empty() && unlabelled() != nullptr) keys.push_back({{unlabelled(), {}, {}, {}}, 0, index});
        if (!at_value_column(tab) && small_integer(normal) && has_number_column())
          writer_.add_wording(line, index, "row-number", {});
        else
          figures.push_back({index, keys.size()});
      } else if (!keys.empty() && keys.back().name.empty()) {
        keys.back().name = normal;
        name_row(line, index, keys.back());
      }
    }
    for (const auto& key : keys) writer_.add_row(key, TableWriter::place_of(line, key.fragment));
    place_figures(line, keys, figures);
  }

  /// 208 | 05 | 01: the levels of one code in cells of their own.
  bool continues_code(Key& key, const std::string& normal, std::size_t fragment) const {
    const bool next = fragment == key.fragment + key.code.size() / 2 && !key.code.empty() && key.name.empty();
    if (!next || normal.size() > 2 || !small_integer(normal) || key.code.size() >= 7) return false;
    key.code += normal.size() == 1 ? "0" + normal : normal;
    return true;
  }

  void add_code(const document::Line& line, std::size_t index, const Key& key) {
    const bool cut = index > 0 && text::normal_text(line.fragment(index)).size() == 1;
    writer_.add_wording(line, index, cut ? "short-code" : "code",
                        writer_.context().with(key.row->dimension, Member(key.code)));
  }

  bool has_number_column() const {
    for (const auto& panel : table_.panels)
      for (const auto& column : panel.columns)
        if (column.kind == Column::Kind::number) return true;
    return false;
  }

  void name_row(const document::Line& line, std::size_t index, const Key& key) {
    if (key.code.empty()) return;
    writer_.add_wording(line, index, "name", writer_.context().with(key.row->dimension, Member(key.code)));
  }

  void name_project(const document::Line& line, std::size_t index, Key& key) {
    key.project = text::normal_text(line.fragment(index));
    if (key.code.empty()) return;
    writer_.add_wording(line, index, "project-name", writer_.context().with(key.row->dimension, Member(key.code)));
  }

  /// The figures of a line that belong to one row.
  struct RowFigures {
    std::size_t count = 0;
    bool left_grid = false;  ///< some stand at no column: then none can be trusted to stand at its own
  };

  void place_figures(const document::Line& line, const std::vector<Key>& keys, const std::vector<Figure>& figures) {
    const auto column_at = [&](const Figure& figure) {
      const std::int32_t tab = line.fragments[figure.fragment].column;
      return std::find_if(columns_.begin(), columns_.end(), [&](const auto& entry) { return entry.tab == tab; });
    };
    std::vector<RowFigures> rows(keys.size() + 1);
    for (const auto& figure : figures) {
      ++rows[figure.key].count;
      rows[figure.key].left_grid |= column_at(figure) == columns_.end();
    }
    for (std::size_t index = 0, position = 0; index < figures.size(); ++index) {
      const auto& figure = figures[index];
      position = index > 0 && figures[index - 1].key == figure.key ? position + 1 : 0;
      const Key* key = figure.key > 0 ? &keys[figure.key - 1] : nullptr;
      const auto column = column_at(figure);
      if (key == nullptr || (column != columns_.end() && column->panel != key->panel)) {
        writer_.unread(line, figure.fragment, "row-unknown");
      } else if (!rows[figure.key].left_grid) {
        add_value(line, figure.fragment, *key, *column);
      } else if (const auto* only = only_column(*key, rows[figure.key].count, position)) {
        add_value(line, figure.fragment, *key, *only);
      } else {
        writer_.unread(line, figure.fragment, "column-unknown");
      }
    }
  }

  /// A row that left the grid is still read if it has as many numbers as its panel has columns.
  const ValueColumn* only_column(const Key& key, std::size_t count, std::size_t position) const {
    std::vector<const ValueColumn*> mine;
    for (const auto& column : columns_)
      if (column.panel == key.panel) mine.push_back(&column);
    return count == mine.size() ? mine[position] : nullptr;
  }

  void add_value(const document::Line& line, std::size_t index, const Key& key, const ValueColumn& column) {
    writer_.add_value(line, index, key, *column.column, static_cast<std::uint32_t>(&column - columns_.data()) + 1);
  }

  TableRead& read_;
  const Table& table_;
  const Form& form_;
  const std::string unit_;
  TableWriter writer_;
  std::vector<ValueColumn> columns_;
  std::int32_t project_tab_ = -1;
  std::vector<std::int32_t> panel_begins_;
  bool numbered_ = false;
  std::set<const Row*> taken_;
};

}  // namespace

bool has_tabs(const TableRead& table, const document::Document& document) {
  for (std::uint32_t line = table.first_line; line <= table.last_line; ++line)
    if (document.lines[line].tabs > 0) return true;
  return false;
}

Statement row_wording(const document::Line& line, std::size_t fragment, const std::string& role,
                      const std::string& table) {
  Statement statement;
  statement.kind = Kind::wording;
  statement.role = role;
  statement.text = text::normal_text(line.fragment(fragment));
  statement.place = place_in_line(line, line.fragments[fragment].begin, line.fragments[fragment].end);
  statement.place.table = table;
  statement.scope = table;
  return statement;
}

void read_tabbed_table(TableRead& read, const Cell& document_cell, Reading& reading) {
  TableReader(read, document_cell, reading).run();
}

}  // namespace mingzhang::profile
