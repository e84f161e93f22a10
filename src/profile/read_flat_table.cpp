#include "profile/read_flat_table.h"

#include <algorithm>
#include <map>

#include "laws/columns.h"
#include "profile/flat_rows.h"
#include "profile/names.h"
#include "profile/stream.h"
#include "profile/table_lists.h"
#include "text/number.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::Statement;

struct ValueColumn {
  const Column* column = nullptr;
  std::uint32_t ordinal = 0;  ///< over all panels, from 1
};

class FlatReader {
 public:
  FlatReader(TableRead& read, const Cell& document_cell, const KnownValues& evidence, Reading& reading)
      : read_(read),
        table_(*read.table),
        form_(*reading.form()),
        reading_(reading),
        evidence_(evidence),
        document_(reading.stream->document()),
        context_(document_cell.with(read.table->cell)),
        unit_{table_.unit, table_.power} {
    std::uint32_t ordinal = 0;
    for (const auto& panel : table_.panels) {
      auto& columns = columns_.emplace_back();
      for (const auto& column : panel.columns)
        if (column.kind == Column::Kind::value) columns.push_back({&column, ++ordinal});
    }
  }

  void run() {
    const FlatTokens tokens = flat_tokens(document_, read_.first_line, read_.last_line, table_, form_);
    for (const auto& number : tokens.header_numbers) add_header_number(number);
    if (!tokens.unit_word.empty()) unit_ = unit_of(tokens.unit_word);
    read_.printed_header = true;
    FlatTable flat = flat_rows(tokens, table_, form_, reading_.recognition.unit);
    for (const auto& number : flat.row_numbers) add_header_number({number.line, number.begin, number.end});
    rows_ = std::move(flat.rows);
    for (std::uint32_t index = 0; index < rows_.size(); ++index) take_row(index);
    for (std::size_t panel = 0; panel < table_.panels.size(); ++panel) read_panel(panel);
    add_table_lists(table_, figures_, context_, reading_.facts);
  }

 private:
  void add_header_number(const FlatHeaderNumber& number) {
    const auto& line = document_.lines[number.line];
    Statement statement;
    statement.kind = cube::Kind::wording;
    statement.role = "column-number";
    statement.place = place_in_line(line, number.begin, number.end);
    statement.text = statement.place.quote;
    statement.place.table = statement.scope = table_.id;
    reading_.facts.statements.push_back(std::move(statement));
  }

  // ---- rows

  cube::Place place_of(const FlatPiece& piece) const {
    const auto& first = document_.lines[piece.line];
    const auto& last = document_.lines[piece.last_line];
    cube::Place place = place_in_line(
        first, piece.begin, piece.line == piece.last_line ? piece.end : static_cast<std::uint32_t>(first.text.size()));
    place.last_line = last.number;
    place.end = piece.end;
    if (piece.line != piece.last_line) place.quote = piece.text;
    place.table = table_.id;
    return place;
  }

  void take_row(std::uint32_t index) {
    const FlatRow& row = rows_[index];
    quantities_.emplace_back();
    if (row.row == nullptr) {
      for (const auto& number : row.numbers) unread(number, "row-unknown");
      return;
    }
    add_wording(row.key, row.code.empty() ? "label" : "code", row, index);
    if (!row.name.text.empty()) add_wording(row.name, "name", row, index);
    if (!row.project.text.empty()) add_wording(row.project, "project-name", row, index);
    read_.rows.push_back({key_of(row), row.code, row.name.text, row.project.text, place_of(row.key)});
    for (const auto& number : row.numbers) quantities_.back().push_back(quantity(number.text));
  }

  std::string key_of(const FlatRow& row) const {
    if (row.code.empty()) return row.row->unit ? row.key.text : row.row->label;
    return row.project.text.empty() ? row.code : row.code + " " + row.project.text;
  }

  Cell cell_of(const FlatRow& row) const {
    Cell cell = context_.with(row.row->cell);
    if (!row.code.empty()) cell[row.row->dimension] = Member(row.code);
    if (!row.project.text.empty()) cell[Dimension::project] = Member(row.project.text);
    return cell;
  }

  void add_wording(const FlatPiece& piece, const std::string& role, const FlatRow& row, std::uint32_t index) {
    Statement statement;
    statement.kind = cube::Kind::wording;
    statement.role = role;
    statement.text = piece.text;
    statement.place = place_of(piece);
    statement.scope = table_.id;
    statement.sentence = index + 1;
    statement.cell = cell_of(row);
    reading_.facts.statements.push_back(std::move(statement));
  }

  /// A number that does not fit is an empty quantity: its row is not read.
  std::optional<cube::Quantity> quantity(const std::string& text) const {
    const auto number = text::read_number(text);
    if (!number || number->length != text.size()) return std::nullopt;
    try {
      return cube::quantity_of(*number, unit_.unit, unit_.power);
    } catch (const money::Overflow&) {
      return std::nullopt;
    }
  }

  // ---- columns

  void read_panel(std::size_t panel) {
    laws::ColumnTable problem;
    problem.columns = static_cast<std::uint32_t>(columns_[panel].size());
    add_column_sums(panel, problem);
    std::vector<std::uint32_t> of_panel;  // problem row -> row
    for (std::uint32_t index = 0; index < rows_.size(); ++index) {
      if (rows_[index].row == nullptr || rows_[index].panel != panel) continue;
      if (!fits(index, problem.columns)) continue;
      laws::ColumnRow row;
      for (const auto& number : quantities_[index]) row.numbers.push_back(*number);
      const Cell cell = cell_of(rows_[index]);
      for (const auto& column : columns_[panel])
        row.elsewhere.push_back(evidence_.outside(table_.id, cell_in(cell, *column.column, rows_[index])));
      problem.rows.push_back(std::move(row));
      of_panel.push_back(index);
    }
    add_row_sums(panel, of_panel, problem);
    laws::ColumnLimits limits;
    limits.steps = std::min(limits.steps, reading_.column_steps);
    const auto answer = laws::find_columns(problem, limits);
    reading_.column_steps -= std::min(answer.steps, reading_.column_steps);
    for (std::size_t row = 0; row < of_panel.size(); ++row) place_row(of_panel[row], panel, answer.rows[row]);
  }

  bool fits(std::uint32_t index, std::uint32_t columns) {
    const auto& numbers = quantities_[index];
    const bool readable =
        std::all_of(numbers.begin(), numbers.end(), [](const auto& number) { return number.has_value(); });
    if (readable && numbers.size() <= columns) return true;
    for (const auto& number : rows_[index].numbers) unread(number, readable ? "too-many-numbers" : "number-too-large");
    return false;
  }

  Cell cell_in(const Cell& cell, const Column& column, const FlatRow& row) const {
    // The row goes last: what it says of a dimension is more than what the column says.
    return context_.with(column.cell).with(row.row->cell).with(only(cell, row));
  }

  /// The members of a row beyond those of the table: its code and project.
  static Cell only(const Cell& cell, const FlatRow& row) {
    Cell out;
    if (!row.code.empty()) out[row.row->dimension] = cell[row.row->dimension];
    out[Dimension::project] = cell[Dimension::project];
    return out;
  }

  void add_column_sums(std::size_t panel, laws::ColumnTable& problem) const {
    const std::uint32_t first = columns_[panel].empty() ? 1 : columns_[panel].front().ordinal;
    const auto mine = [&](int ordinal) {
      return ordinal >= static_cast<int>(first) && ordinal < static_cast<int>(first + problem.columns);
    };
    for (const auto& law : table_.column_laws) {
      if (!law.closed || !mine(law.whole) || !std::all_of(law.parts.begin(), law.parts.end(), mine)) continue;
      laws::ColumnSum sum;
      sum.whole = static_cast<std::uint32_t>(law.whole) - first;
      for (const int part : law.parts) sum.parts.push_back(static_cast<std::uint32_t>(part) - first);
      sum.signs = law.signs;
      problem.sums.push_back(std::move(sum));
    }
  }

  /// Which rows add up to which: levels of a tree with its total, and numbered rows.
  void add_row_sums(std::size_t panel, const std::vector<std::uint32_t>& of_panel, laws::ColumnTable& problem) const {
    std::map<std::string, std::uint32_t, std::less<>> codes;  // inner nodes: the first row of each code
    std::map<int, std::uint32_t> numbered;
    std::optional<std::uint32_t> top;
    for (std::uint32_t row = 0; row < of_panel.size(); ++row) {
      const FlatRow& flat = rows_[of_panel[row]];
      if (!flat.code.empty()) codes.try_emplace(flat.code, row);
      if (flat.row->number != 0) numbered.try_emplace(flat.row->number, row);
      if (flat.row->total && !top) top = row;
    }
    std::vector<bool> is_part(of_panel.size(), false);
    const auto add = [&](std::uint32_t whole, std::uint32_t part) {
      if (whole == part || is_part[part]) return;
      problem.rows[whole].parts.push_back(part);
      is_part[part] = true;
    };
    for (std::uint32_t row = 0; row < of_panel.size(); ++row) {
      const FlatRow& flat = rows_[of_panel[row]];
      if (flat.row->unit && top) add(*top, row);
    }
    // A unit's own row stands between the total and the classes.
    std::optional<std::uint32_t> above = top;
    if (top && !problem.rows[*top].parts.empty()) above = problem.rows[*top].parts.front();
    for (std::uint32_t row = 0; row < of_panel.size(); ++row) {
      const std::string& code = rows_[of_panel[row]].code;
      if (code.empty()) continue;
      auto parent = codes.end();
      for (auto up = parent_of(code); !up.empty() && parent == codes.end(); up = parent_of(up)) parent = codes.find(up);
      if (parent != codes.end()) add(parent->second, row);
      if (parent == codes.end() && above) add(*above, row);
    }
    for (const auto& law : table_.panels[panel].row_laws) {
      const auto whole = numbered.find(law.whole);
      const bool sum =
          law.closed && std::all_of(law.signs.begin(), law.signs.end(), [](int sign) { return sign == 1; });
      if (whole == numbered.end() || !sum) continue;
      for (const int part : law.parts)
        if (const auto found = numbered.find(part); found != numbered.end()) add(whole->second, found->second);
    }
  }

  // ---- statements

  void place_row(std::uint32_t index, std::size_t panel, const laws::ColumnPlaces& places) {
    const FlatRow& row = rows_[index];
    for (std::size_t number = 0; number < row.numbers.size(); ++number) {
      if (!places.known) {
        unread(row.numbers[number], columns_are_unknown);
      } else if (places.options[number].size() == 1) {
        add_value(index, number, columns_[panel][places.column[number]], {});
      } else if (places.grouped) {
        add_value(index, number, columns_[panel][places.column[number]], headers(panel, places.options[number]));
      } else {
        unread(row.numbers[number], columns_are_open);
      }
    }
  }

  std::vector<std::string> headers(std::size_t panel, const std::vector<std::uint32_t>& options) const {
    std::vector<std::string> out;
    for (const auto column : options) out.push_back(path_of(*columns_[panel][column].column));
    return out;
  }

  static std::string path_of(const Column& column) {
    std::string path;
    for (const auto& part : column.header) path += (path.empty() ? "" : "/") + part;
    return path;
  }

  void add_value(std::uint32_t index, std::size_t number, const ValueColumn& column, std::vector<std::string> open) {
    const FlatRow& row = rows_[index];
    Statement statement;
    statement.kind = cube::Kind::value;
    statement.has_figure = true;
    statement.text = row.numbers[number].text;
    statement.quantity = *quantities_[index][number];
    statement.place = place_of(row.numbers[number]);
    statement.cell = cell_in(cell_of(row), *column.column, row);
    statement.scope = table_.id;
    statement.sentence = index + 1;
    statement.assigned = quantities_[index].size() < columns_[row.panel].size();
    statement.place.row = key_of(row);
    statement.place.column = path_of(*column.column);
    if (!open.empty()) {
      // Numbers under one header share a column, whichever it is; nothing else is known of it.
      for (std::size_t at = 0; at < cube::dimension_count; ++at)
        if (!column.column->cell.at[at].is_root())
          statement.cell.at[at] = Member("open-" + std::to_string(column.ordinal));
      statement.place.column = "?" + std::to_string(column.ordinal);
      statement.open = std::move(open);
    }
    figures_.push_back(
        {static_cast<std::uint32_t>(reading_.facts.statements.size()), row.row, row.code, column.ordinal, index + 1});
    reading_.facts.statements.push_back(std::move(statement));
    ++read_.values;
  }

  void unread(const FlatPiece& piece, const std::string& why) {
    reading_.facts.unread.push_back({place_of(piece), why, 1});
  }

  TableRead& read_;
  const Table& table_;
  const Form& form_;
  Reading& reading_;
  const KnownValues& evidence_;
  const document::Document& document_;
  Cell context_;
  UnitWord unit_;
  std::vector<std::vector<ValueColumn>> columns_;  ///< one list a panel
  std::vector<FlatRow> rows_;
  std::vector<std::vector<std::optional<cube::Quantity>>> quantities_;
  std::vector<TableFigure> figures_;
};

}  // namespace

void read_flat_table(TableRead& read, const cube::Cell& document_cell, const KnownValues& evidence, Reading& reading) {
  FlatReader(read, document_cell, evidence, reading).run();
}

}  // namespace mingzhang::profile
