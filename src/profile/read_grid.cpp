#include "profile/read_grid.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "profile/grid_header.h"
#include "profile/names.h"
#include "profile/table_keys.h"
#include "profile/table_writer.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Member;
using document::Line;

constexpr std::size_t most_columns = 100;  // of a grid that is read: no statement has more

bool digits(std::string_view normal) {
  return !normal.empty() && normal.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "20501普通教育": code and name in one cell. Bytes of the code, 0 if there is none.
std::size_t leading_code(std::string_view normal) {
  const auto end = normal.find_first_not_of("0123456789");
  return end != std::string_view::npos && is_code(normal.substr(0, end)) ? end : 0;
}

class GridReader {
 public:
  GridReader(TableRead& read, const Cell& document_cell, Reading& reading)
      : read_(read),
        table_(*read.table),
        form_(*reading.form()),
        unit_(reading.recognition.unit),
        writer_(read, document_cell, reading),
        columns_(columns_of(table_)) {}

  void run() {
    const auto& lines = writer_.document().lines;
    for (std::uint32_t line = read_.first_line; line <= read_.last_line;) {
      if (lines[line].grid == 0 || lines[line].tabs + 1 > most_columns) {
        writer_.read_title_words(lines[line++]);
        continue;
      }
      std::uint32_t end = line;
      while (end <= read_.last_line && lines[end].grid == lines[line].grid) ++end;
      read_grid(line, end);
      line = end;
    }
    writer_.finish(gaps_);
  }

 private:
  // ---- which column stands where ----

  /// A grid without a header goes on with the columns of the one before it.
  void read_grid(std::uint32_t begin, std::uint32_t end) {
    const auto& lines = writer_.document().lines;
    std::vector<const Line*> header;
    std::uint32_t line = begin;
    for (; line < end && !is_data(lines[line]); ++line) header.push_back(&lines[line]);
    const std::size_t width = lines[begin].tabs + 1;
    const bool goes_on = header.empty() && match_.size() == width;
    if (!goes_on) find_columns(header, line < end ? &lines[line] : nullptr, width);
    for (const auto* row : header) read_header_row(*row);
    read_.printed_header = read_.printed_header || !header.empty();
    for (; line < end; ++line) read_row(lines[line]);
  }

  void read_header_row(const Line& row) {
    const bool numbers = numbers_columns(row);
    for (std::size_t index = 0; index < row.fragments.size(); ++index) {
      const std::string words = cell(row, index);
      writer_.read_unit(words);
      if (numbers && is_figure(words)) writer_.add_wording(row, index, "column-number", {});
    }
  }

  /// The first row of data may share its line with the last words of the header: 类 | 款 | 项 | 合计 | 12.00.
  void find_columns(std::vector<const Line*> header, const Line* first, std::size_t width) {
    Line words;
    if (first != nullptr) {
      words = *first;
      std::erase_if(words.fragments, [&](const document::Fragment& cell) {
        const std::string normal =
            text::normal_text(std::string_view(first->text).substr(cell.begin, cell.end - cell.begin));
        return normal != "类" && normal != "款" && normal != "项";
      });
      header.push_back(&words);
    }
    HeaderPaths paths = header_paths(header);
    paths.resize(width);
    match_ = match_columns(paths, columns_);
    if (std::none_of(match_.begin(), match_.end(), [&](int column) { return is_value(column); })) match_in_order(width);
    find_panels();
  }

  bool is_value(int column) const { return column >= 0 && columns_[static_cast<std::size_t>(column)].ordinal > 0; }

  /// Without words above them, columns are those of the form if there are as many.
  void match_in_order(std::size_t width) {
    match_.assign(width, -1);
    if (width != columns_.size()) return;
    for (std::size_t index = 0; index < width; ++index) match_[index] = static_cast<int>(index);
  }

  /// Words belong to the panel of the next column of values.
  void find_panels() {
    panels_.assign(match_.size(), 0);
    std::size_t panel = table_.panels.size() - 1;
    for (std::size_t index = match_.size(); index-- > 0;) {
      if (is_value(match_[index])) panel = columns_[static_cast<std::size_t>(match_[index])].panel;
      panels_[index] = panel;
    }
    for (std::size_t index = match_.size(); index-- > 0 && !is_value(match_[index]);)
      if (index > 0) panels_[index] = std::max(panels_[index], panels_[index - 1]);
  }

  // ---- rows ----

  std::string cell(const Line& line, std::size_t fragment) const { return text::normal_text(line.fragment(fragment)); }

  /// The header ends where a code, a figure or nothing but labels stands.
  bool is_data(const Line& line) const {
    bool labels = !line.fragments.empty();
    std::size_t counted = 0;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const std::string words = cell(line, index);
      if (index == 0 && (is_code(words) || leading_code(words) > 0)) return true;
      if (is_figure(words)) ++counted;
      if (!words.empty()) labels = labels && (any_label(words) != nullptr || is_figure(words));
    }
    return labels || (counted > 0 && !numbers_columns(line));
  }

  /// "栏次 1 2 3", or only "1 2 3".
  bool numbers_columns(const Line& line) const {
    if (!table_.numbering.empty() && !line.fragments.empty() && cell(line, 0) == table_.numbering) return true;
    int next = 1;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const std::string words = cell(line, index);
      if (!is_figure(words)) continue;
      if (words != std::to_string(next++)) return false;
    }
    return next > 2;
  }

  /// A figure in a column that the form does not have; codes and numbers of rows stand before the values of their
  /// panel.
  bool is_beside_values(std::size_t at, const std::string& words) const {
    if (words.find_first_of(".,") != std::string::npos) return at > 0;
    for (std::size_t before = 0; before < at; ++before)
      if (is_value(match_[before]) && panels_[before] == panels_[at]) return true;
    return false;
  }

  const Row* any_label(const std::string& normal) const {
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel)
      if (const auto* row = label_in(panel, normal)) return row;
    return nullptr;
  }

  /// A fixed row of the panel, the first that was not read yet of those with the same name.
  const Row* label_in(std::size_t panel, const std::string& normal) const {
    const std::string bare = bare_label(normal);
    const Row* found = nullptr;
    for (const auto& row : table_.panels[panel].rows) {
      const bool named = std::find(row.names.begin(), row.names.end(), bare) != row.names.end();
      const bool unit = row.unit && !unit_.empty() && normal == unit_;
      if (row.kind != Row::Kind::fixed || !(named || unit)) continue;
      if (found == nullptr || (taken_.contains(found) && !taken_.contains(&row))) found = &row;
    }
    return found;
  }

  const Row* unlabelled(std::size_t panel) const {
    for (const auto& row : table_.panels[panel].rows)
      if (row.unlabelled) return &row;
    return nullptr;
  }

  struct Keyed {
    RowKey key;
    std::vector<std::size_t> codes;  ///< fragments
    std::optional<std::size_t> name, project;
    std::size_t fragment = 0;
  };
  using Keys = std::map<std::size_t, Keyed>;                 ///< by panel
  using Figures = std::vector<std::pair<std::size_t, int>>;  ///< fragment, column of the form

  void read_row(const Line& line) {
    writer_.begin_row();
    Keys keys;
    Figures figures;
    for (std::size_t index = 0; index < line.fragments.size(); ++index) {
      const std::string words = cell(line, index);
      const auto at = static_cast<std::size_t>(line.fragments[index].column);
      if (words.empty() || at >= match_.size()) continue;
      if (is_value(match_[at]) && is_figure(words))
        figures.emplace_back(index, match_[at]);
      else if (match_[at] < 0 && is_figure(words) && is_beside_values(at, words))
        tell_unknown(line, index, "column-unknown", gaps_.columns);
      else
        read_key(line, index, words, keys, panels_[at]);
    }
    for (auto& [panel, keyed] : keys) finish_key(line, panel, keyed);
    for (const auto& [fragment, column] : figures) {
      const auto& target = columns_[static_cast<std::size_t>(column)];
      Keyed& keyed = keys[target.panel];
      if (keyed.key.row == nullptr) keyed.key.row = unlabelled(target.panel);
      if (keyed.key.row == nullptr) {
        if (!numbers_columns(line)) tell_unknown(line, fragment, "row-unknown", gaps_.rows);
        continue;
      }
      writer_.add_value(line, fragment, keyed.key, *target.column, target.ordinal);
    }
    for (const auto& [panel, keyed] : keys)
      if (keyed.key.row != nullptr) writer_.add_row(keyed.key, TableWriter::place_of(line, keyed.fragment));
  }

  /// Sums over what is missing cannot come out. A zero is missing in none.
  void tell_unknown(const Line& line, std::size_t fragment, const std::string& why, bool& gap) {
    writer_.unread(line, fragment, why);
    gap = gap || cell(line, fragment).find_first_of("123456789") != std::string::npos;
  }

  /// 208, then 05 or 5, then 01, before the name: never a zero alone.
  static bool is_code_part(const std::string& words, const Keyed& keyed) {
    constexpr std::size_t most = 7;
    const std::size_t size = keyed.codes.empty() ? words.size() : std::max<std::size_t>(words.size(), 2);
    return digits(words) && words != "0" && keyed.key.row == nullptr && !keyed.name &&
           keyed.key.code.size() + size <= most;
  }

  /// A label of another panel alone: 公用经费合计 stands wherever there is room beside 人员经费合计.
  std::size_t panel_of_label(const std::string& words, std::size_t otherwise) const {
    if (label_in(otherwise, words) != nullptr) return otherwise;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel)
      if (label_in(panel, words) != nullptr) return panel;
    return otherwise;
  }

  void read_key(const Line& line, std::size_t fragment, const std::string& words, Keys& keys, std::size_t here) {
    const std::size_t panel = panel_of_label(words, here);
    Keyed& keyed = keys[panel];
    const auto at = static_cast<std::size_t>(line.fragments[fragment].column);
    const Column::Kind kind =
        match_[at] < 0 ? Column::Kind::label : columns_[static_cast<std::size_t>(match_[at])].column->kind;
    if (kind == Column::Kind::number && is_figure(words)) return writer_.add_wording(line, fragment, "row-number", {});
    if (is_code_part(words, keyed)) {
      if (keyed.codes.empty()) keyed.fragment = fragment;
      keyed.codes.push_back(fragment);
      keyed.key.code += words.size() == 1 && !keyed.key.code.empty() ? "0" + words : words;
    } else if (const auto* row = keyed.codes.empty() && keyed.key.row == nullptr ? label_in(panel, words) : nullptr) {
      keyed.key.row = row;
      keyed.key.name = bare_label(words);
      keyed.fragment = fragment;
      taken_.insert(row);
      writer_.add_wording(line, fragment, "label", writer_.context().with(row->cell));
    } else if (const auto length = keyed.codes.empty() ? leading_code(words) : 0) {
      keyed.codes.push_back(fragment);
      keyed.fragment = fragment;
      keyed.key.code = words.substr(0, length);
      keyed.key.name = words.substr(length);
    } else if (kind == Column::Kind::project) {
      keyed.project = fragment;
    } else if (is_figure(words)) {
      tell_unknown(line, fragment, "column-unknown", gaps_.columns);
    } else if (!keyed.name) {
      keyed.name = fragment;
    }
  }

  /// A code is complete when the whole row was seen.
  void finish_key(const Line& line, std::size_t panel, Keyed& keyed) {
    if (keyed.codes.empty()) return;
    const auto found = tree_row_of(keyed.key.code, table_, form_);
    if (!found || found->panel != panel) {
      keyed.key.code.clear();
      return;
    }
    keyed.key.row = found->row;
    const Cell of_code = writer_.context().with(found->row->dimension, Member(keyed.key.code));
    for (std::size_t index = 0; index < keyed.codes.size(); ++index) {
      const bool cut = index > 0 && cell(line, keyed.codes[index]).size() == 1;
      writer_.add_wording(line, keyed.codes[index], cut ? "short-code" : "code", of_code);
    }
    if (keyed.name) {
      keyed.key.name = cell(line, *keyed.name);
      writer_.add_wording(line, *keyed.name, "name", of_code);
    }
    if (keyed.project) {
      keyed.key.project = cell(line, *keyed.project);
      writer_.add_wording(line, *keyed.project, "project-name", of_code);
    }
  }

  TableRead& read_;
  const Table& table_;
  const Form& form_;
  const std::string unit_;
  TableWriter writer_;
  const std::vector<FormColumn> columns_;
  std::vector<int> match_;           ///< for each column of the grid: its column of the form, or -1
  std::vector<std::size_t> panels_;  ///< for each column of the grid
  Gaps gaps_;
  std::set<const Row*> taken_;
};

}  // namespace

bool has_grid(const TableRead& table, const document::Document& document) {
  for (std::uint32_t line = table.first_line; line <= table.last_line; ++line)
    if (document.lines[line].grid > 0) return true;
  return false;
}

void read_grid_table(TableRead& read, const Cell& document_cell, Reading& reading) {
  GridReader(read, document_cell, reading).run();
}

}  // namespace mingzhang::profile
