#include <algorithm>
#include <map>
#include <set>

#include "profile/write.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Member;
using document::Sheet;
using document::SheetCell;

class SheetWriter {
 public:
  SheetWriter(const Table& table, TableFill& fill) : table_(table), fill_(fill) {
    // Rows that are known by their labels have no code to print.
    for (auto& panel : table_.panels) {
      const auto has_codes = [](const Row& row) { return row.kind == Row::Kind::tree; };
      if (std::none_of(panel.rows.begin(), panel.rows.end(), has_codes))
        std::erase_if(panel.columns, [](const Column& column) { return column.kind == Column::Kind::code; });
    }
  }

  Sheet run() {
    sheet_.name = table_.label.empty() ? table_.title : table_.label;
    sheet_.title = table_.title;
    sheet_.note = table_.note;
    sheet_.left_and_right = {"编制单位：" + fill_.unit(),
                             "金额单位：" + std::string(table_.power == 4 ? "万元" : "元")};
    write_header();
    std::uint32_t row = sheet_.header_rows;
    if (!table_.numbering.empty()) write_numbering(row++);
    write_rows(row);
    return std::move(sheet_);
  }

 private:
  void put(std::uint32_t row, std::uint32_t column, const std::string& text, bool header, SheetCell::Align align) {
    SheetCell cell;
    cell.row = row;
    cell.column = column;
    cell.text = text;
    cell.header = header;
    cell.align = align;
    sheet_.cells.push_back(std::move(cell));
  }

  // ---- header: columns whose paths agree share a cell above ----

  void write_header() {
    std::vector<std::vector<std::string>> paths;
    std::vector<std::size_t> panel_of;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel)
      for (const auto& column : table_.panels[panel].columns) {
        paths.push_back(column.header);
        panel_of.push_back(panel);
      }
    std::size_t depth = 1;
    for (const auto& path : paths) depth = std::max(depth, path.size());
    sheet_.header_rows = static_cast<std::uint32_t>(depth);
    sheet_.columns = static_cast<std::uint32_t>(paths.size());
    for (std::size_t level = 0; level < depth; ++level) {
      for (std::size_t begin = 0; begin < paths.size();) {
        std::size_t end = begin + 1;
        const bool last_level = level + 1 >= paths[begin].size();
        while (!last_level && end < paths.size() && panel_of[end] == panel_of[begin] &&
               shared(paths[begin], paths[end], level + 1))
          ++end;
        // One head over the code and the name of what a row is about.
        while (last_level && end < paths.size() && panel_of[end] == panel_of[begin] && paths[end] == paths[begin])
          ++end;
        if (level < paths[begin].size()) {
          SheetCell cell;
          cell.row = static_cast<std::uint32_t>(level);
          cell.column = static_cast<std::uint32_t>(begin);
          cell.columns = static_cast<std::uint32_t>(end - begin);
          if (last_level) cell.rows = static_cast<std::uint32_t>(depth - level);
          cell.text = paths[begin][level];
          cell.header = true;
          cell.align = SheetCell::Align::center;
          sheet_.cells.push_back(std::move(cell));
        }
        begin = end;
      }
    }
  }

  static bool shared(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t levels) {
    return a.size() > levels && b.size() > levels &&
           std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(levels), b.begin());
  }

  void write_numbering(std::uint32_t row) {
    std::uint32_t column = 0;
    int number = 0;
    for (const auto& panel : table_.panels) {
      bool first = true;
      for (const auto& entry : panel.columns) {
        const bool value = entry.kind == Column::Kind::value;
        if (value || first)
          put(row, column, value ? std::to_string(++number) : table_.numbering, true, SheetCell::Align::center);
        first = false;
        ++column;
      }
    }
    ++sheet_.header_rows;
  }

  // ---- rows ----

  void write_rows(std::uint32_t first) {
    std::vector<std::vector<PrintedRow>> heads(table_.panels.size()), tails(table_.panels.size());
    std::size_t height = 0;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      bool after_tree = false;
      for (const auto& row : table_.panels[panel].rows) {
        if (row.kind == Row::Kind::tree) {
          const auto rows = fill_.tree_rows(table_, table_.panels[panel], row);
          heads[panel].insert(heads[panel].end(), rows.begin(), rows.end());
          after_tree = true;
        } else if (row.unit) {  // between the total and the classes
          const auto after_total = static_cast<std::ptrdiff_t>(std::min<std::size_t>(heads[panel].size(), 1));
          heads[panel].insert(heads[panel].begin() + after_total, {&row, fill_.unit(), {}, {}, {}});
        } else {
          (after_tree ? tails : heads)[panel].push_back({&row, row.label, {}, {}, {}});
        }
      }
      height = std::max(height, heads[panel].size());
    }
    align_last_rows(heads, tails);
    height = 0;
    for (const auto& rows : heads) height = std::max(height, rows.size());
    std::uint32_t column = 0;
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) {
      for (std::size_t index = 0; index < heads[panel].size(); ++index)
        write_row(first + static_cast<std::uint32_t>(index), column, table_.panels[panel], heads[panel][index]);
      for (std::size_t index = 0; index < tails[panel].size(); ++index)
        write_row(first + static_cast<std::uint32_t>(height + index), column, table_.panels[panel],
                  tails[panel][index]);
      column += static_cast<std::uint32_t>(table_.panels[panel].columns.size());
    }
  }

  /// Panels of different heights end with their totals in one line.
  static void align_last_rows(std::vector<std::vector<PrintedRow>>& heads,
                              std::vector<std::vector<PrintedRow>>& tails) {
    const auto ends_fixed = [](const auto& rows) { return !rows.empty() && rows.back().code.empty(); };
    const auto none = [](const auto& rows) { return rows.empty(); };
    if (!std::all_of(heads.begin(), heads.end(), ends_fixed) || !std::all_of(tails.begin(), tails.end(), none)) return;
    for (std::size_t panel = 0; panel < heads.size(); ++panel) {
      tails[panel].push_back(std::move(heads[panel].back()));
      heads[panel].pop_back();
    }
  }

  void write_row(std::uint32_t row, std::uint32_t first, const Panel& panel, const PrintedRow& printed) {
    const bool fixed = printed.code.empty();
    bool label_written = false;
    const auto codes = std::count_if(panel.columns.begin(), panel.columns.end(),
                                     [](const Column& column) { return column.kind == Column::Kind::code; });
    std::size_t code_part = 0;
    for (std::uint32_t index = 0; index < panel.columns.size(); ++index) {
      const Column& column = panel.columns[index];
      const std::uint32_t at = first + index;
      switch (column.kind) {
        case Column::Kind::code:
          if (!fixed)
            put(row, at, codes > 1 ? part_of(printed.code, code_part) : printed.code, false, SheetCell::Align::left);
          ++code_part;
          break;
        case Column::Kind::name:
        case Column::Kind::label:
          if (fixed && !label_written) put(row, at, printed.key, false, SheetCell::Align::left);
          if (!fixed) put(row, at, printed.name, false, SheetCell::Align::left);
          label_written = true;
          break;
        case Column::Kind::project:
          if (!printed.project.empty()) put(row, at, printed.project, false, SheetCell::Align::left);
          if (printed.project.empty() && !label_written) put(row, at, printed.key, false, SheetCell::Align::left);
          break;
        case Column::Kind::number:
          if (printed.row->number != 0)
            put(row, at, std::to_string(printed.row->number), false, SheetCell::Align::center);
          break;
        case Column::Kind::value:
          write_value(row, at, column, printed);
          break;
      }
    }
  }

  /// 类, 款, 项 of a code, where the form has a column for each.
  static std::string part_of(const std::string& code, std::size_t level) {
    const std::size_t begin = level == 0 ? 0 : 1 + 2 * level;
    return begin < code.size() ? code.substr(begin, level == 0 ? 3 : 2) : std::string();
  }

  void write_value(std::uint32_t row, std::uint32_t at, const Column& column, const PrintedRow& printed) {
    const auto value = fill_.value(table_, column, printed);
    if (!value) return;
    SheetCell cell;
    cell.row = row;
    cell.column = at;
    cell.is_number = true;
    cell.decimals = value->decimals;
    cell.text = value->number.to_string();
    cell.trace = value->trace;
    cell.align = SheetCell::Align::right;
    sheet_.cells.push_back(std::move(cell));
  }

  Table table_;
  TableFill& fill_;
  Sheet sheet_;
};

std::string header_of(const Column& column) {
  std::string header;
  for (const auto& part : column.header) header += (header.empty() ? "" : "/") + part;
  return header;
}

/// What a document printed, row by row.
class ReadFill : public TableFill {
 public:
  ReadFill(const Table& table, const Reading& reading) : reading_(reading) {
    for (const auto& statement : reading.facts.statements)
      if (statement.kind == cube::Kind::value && statement.place.table == table.id)
        values_[{statement.place.row, statement.place.column, statement.cell}] = &statement;
    for (const auto& read : reading.tables)
      if (read.table == &table) read_ = &read;
  }

  std::string unit() const override { return reading_.recognition.unit; }

  std::vector<PrintedRow> tree_rows(const Table&, const Panel&, const Row& row) override {
    std::vector<PrintedRow> out;
    if (read_ == nullptr) return out;
    for (const auto& printed : read_->rows) {
      if (printed.code.empty()) continue;
      const Member root(std::string_view(printed.code).substr(0, 3));
      if (!row.roots.empty() && std::find(row.roots.begin(), row.roots.end(), root) == row.roots.end()) continue;
      out.push_back({&row, printed.key, printed.code, printed.name, printed.project});
    }
    return out;
  }

  std::optional<Printed> value(const Table&, const Column& column, const PrintedRow& printed) override {
    const std::string header = header_of(column);
    const auto found = values_.lower_bound({printed.key, header, Cell{}});
    if (found == values_.end() || std::get<0>(found->first) != printed.key || std::get<1>(found->first) != header)
      return std::nullopt;
    const auto& quantity = found->second->quantity;
    return Printed{quantity.value.shifted(-quantity.power), std::max(2, quantity.scale), 0};
  }

 private:
  const Reading& reading_;
  const TableRead* read_ = nullptr;
  std::map<std::tuple<std::string, std::string, Cell>, const cube::Statement*> values_;
};

}  // namespace

Sheet write_table(const Table& table, TableFill& fill) {
  return SheetWriter(table, fill).run();
}

std::vector<Sheet> write_tables(const Reading& reading) {
  std::vector<Sheet> sheets;
  if (reading.form() == nullptr) return sheets;
  for (const auto& table : reading.form()->tables) {
    if (table.panels.empty()) continue;
    ReadFill fill(table, reading);
    sheets.push_back(write_table(table, fill));
  }
  return sheets;
}

}  // namespace mingzhang::profile
