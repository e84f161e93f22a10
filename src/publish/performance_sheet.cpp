#include "publish/performance_sheet.h"

#include <algorithm>

#include "profile/perf_statements.h"
#include "publish/typography.h"
#include "publish/words.h"
#include "text/normal.h"

namespace mingzhang::publish {
namespace {

using cube::Dimension;
using cube::Indicator;
using cube::Member;
using cube::MoneyRow;
using cube::PerformanceTable;
using cube::Printed;
using document::SheetCell;
using profile::LayoutCell;
using profile::LayoutRow;

const std::vector<std::pair<std::string_view, Printed MoneyRow::*>> money_fields = {
    {"label", &MoneyRow::label},     {"content", &MoneyRow::content}, {"done", &MoneyRow::done},
    {"initial", &MoneyRow::initial}, {"budget", &MoneyRow::budget},   {"spent", &MoneyRow::spent},
    {"weight", &MoneyRow::weight},   {"rate", &MoneyRow::rate},       {"score", &MoneyRow::score}};
const std::vector<std::pair<std::string_view, Printed Indicator::*>> indicator_fields = {
    {"name", &Indicator::name},    {"target", &Indicator::target}, {"basis", &Indicator::basis},
    {"last", &Indicator::last},    {"actual", &Indicator::actual}, {"weight", &Indicator::weight},
    {"score", &Indicator::score},  {"method", &Indicator::method}, {"evidence", &Indicator::evidence},
    {"reason", &Indicator::reason}};
const std::vector<std::pair<std::string_view, Printed PerformanceTable::*>> head_fields = {
    {"year", &PerformanceTable::year},
    {"subject", &PerformanceTable::subject},
    {"department", &PerformanceTable::department},
    {"unit", &PerformanceTable::unit},
    {"person", &PerformanceTable::person},
    {"trait", &PerformanceTable::trait},
    {"category", &PerformanceTable::category},
    {"term", &PerformanceTable::term},
    {"long-goal", &PerformanceTable::long_goal},
    {"goal", &PerformanceTable::goal},
    {"result", &PerformanceTable::result},
    {"total-weight", &PerformanceTable::total_weight},
    {"total-score", &PerformanceTable::total_score}};

template <typename Fields>
auto field_named(const Fields& fields, std::string_view name) {
  return std::find_if(fields.begin(), fields.end(), [&](const auto& entry) { return entry.first == name; })->second;
}

/// What one line of a drawing is about.
struct Subject {
  const MoneyRow* money = nullptr;
  std::string label;  ///< of the money
  const Indicator* indicator = nullptr;
  std::size_t number = 0;  ///< of the indicator, from 1
};

class Drawing {
 public:
  Drawing(const profile::Table& table, const PerformanceTable& content, const Material& material, Traces& traces)
      : table_(table), form_(*table.performance), content_(content), material_(material), traces_(traces) {
    context_ = performance_cell(material, content);
  }

  document::Sheet run() {
    sheet_.title = named(form_.heading.empty() ? table_.title : form_.heading);
    sheet_.name = sheet_.title;
    if (!form_.below.empty()) sheet_.left_and_right = {named(form_.below)};
    sheet_.columns = static_cast<std::uint32_t>(form_.layout.front().cells.size());
    owner_.resize(sheet_.columns);
    for (const auto& row : form_.layout) draw(row);
    return std::move(sheet_);
  }

 private:
  std::string named(const std::string& words) const {
    constexpr std::string_view slot = "{subject}";
    std::string out = with_names(words, material_);
    if (const auto at = out.find(slot); at != std::string::npos) out.replace(at, slot.size(), content_.subject.text);
    return out;
  }

  void draw(const LayoutRow& row) {
    switch (row.each) {
      case LayoutRow::Each::once:
        return row.optional && holds_nothing(row) ? void() : draw_line(row, {});
      case LayoutRow::Each::money:
        for (const auto& [member, label] : form_.money)
          if (const auto* money = line_of(member)) draw_line(row, {money, label});
        return;
      case LayoutRow::Each::task:
        for (const auto& money : content_.money)
          if (money.member == "task" && money.part.empty()) draw_line(row, {&money, money.label.text});
        return;
      case LayoutRow::Each::indicator:
        for (std::size_t index = 0; index < content_.indicators.size(); ++index)
          draw_line(row, {nullptr, {}, &content_.indicators[index], index + 1});
        return;
    }
  }

  bool holds_nothing(const LayoutRow& row) const {
    return std::all_of(row.cells.begin(), row.cells.end(), [&](const LayoutCell& cell) {
      return cell.is != LayoutCell::Is::field || (content_.*field_named(head_fields, cell.field)).empty();
    });
  }

  const MoneyRow* line_of(std::string_view member) const {
    const auto found = std::find_if(content_.money.begin(), content_.money.end(),
                                    [&](const MoneyRow& row) { return row.member == member && row.part.empty(); });
    return found == content_.money.end() ? nullptr : &*found;
  }

  /// The part of a line, which follows it.
  const MoneyRow* part_of(const MoneyRow* whole, std::string_view part) const {
    if (whole == nullptr || part.empty()) return whole;
    const MoneyRow* end = content_.money.data() + content_.money.size();
    for (const MoneyRow* row = whole + 1; row != end && !row->part.empty(); ++row)
      if (row->part == part) return row;
    return nullptr;
  }

  void draw_line(const LayoutRow& row, const Subject& subject) {
    bool begun = false;  // by a cell of this row, which may be made wider
    for (std::uint32_t column = 0; column < sheet_.columns; ++column) {
      const LayoutCell& cell = row.cells[column];
      if (cell.is == LayoutCell::Is::left) {
        owner_[column] = owner_[column - 1];
        if (begun) ++sheet_.cells[owner_[column]].columns;
      } else if (cell.is == LayoutCell::Is::above || goes_on(cell, subject)) {
        begun = false;
        SheetCell& above = sheet_.cells[owner_[column]];
        if (above.column == column) above.rows = row_ - above.row + 1;
      } else {
        begun = true;
        put(column, cell, subject);
      }
    }
    ++row_;
    before_ = subject.indicator;
  }

  /// A level stands once for all of its rows.
  bool goes_on(const LayoutCell& cell, const Subject& subject) const {
    if (before_ == nullptr || subject.indicator == nullptr || !cell.field.starts_with("level")) return false;
    const bool same = before_->level1 == subject.indicator->level1;
    return cell.field == "level1" ? same : same && before_->level2 == subject.indicator->level2;
  }

  void put(std::uint32_t column, const LayoutCell& cell, const Subject& subject) {
    SheetCell out;
    out.row = row_;
    out.column = column;
    out.align = SheetCell::Align::center;
    if (cell.is == LayoutCell::Is::words) {
      out.text = cell.words;
      out.header = !cell.words.empty();
    } else {
      fill(out, cell, subject);
    }
    owner_[column] = sheet_.cells.size();
    sheet_.cells.push_back(std::move(out));
  }

  // ---- what stands in a cell
  // ---------------------------------------------------------------------------------------------------

  void fill(SheetCell& out, const LayoutCell& cell, const Subject& subject) {
    const MoneyRow* money = part_of(cell.member.empty() ? subject.money : line_of(cell.member), cell.part);
    const auto& fields = cell.field;
    out.text = cell.words;
    if (fields == "level1" || fields == "level2") {
      const auto& level = fields == "level1" ? subject.indicator->level1 : subject.indicator->level2;
      out.text = typeset(level);
    } else if (fields == "label") {
      out.text = subject.label;
    } else if (subject.indicator != nullptr) {
      print(out, subject.indicator->*field_named(indicator_fields, fields),
            cell_of(fields, Member(std::to_string(subject.number))), {"", 0}, subject.indicator->name.text, fields);
    } else if (subject.money != nullptr || !cell.member.empty()) {
      if (money != nullptr) print_money(out, *money, fields);
    } else {
      print(out, content_.*field_named(head_fields, fields),
            cell_of(fields == "total-weight" ? "weight" : "score", Member("total")), {"分", 0}, "总分", fields);
    }
  }

  void print_money(SheetCell& out, const MoneyRow& money, const std::string& field) {
    const cube::Cell line = context_.with(profile::money_cell(money));
    const Printed& printed = money.*field_named(money_fields, field);
    const std::string row = money.label.text.empty() ? money.member : money.label.text;
    static const std::vector<std::pair<std::string_view, std::string_view>> stages = {
        {"initial", "initial"}, {"budget", "adjusted"}, {"spent", "outturn"}};
    for (const auto& [name, stage] : stages)
      if (name == field)
        return print(out, in_unit_of_form(printed), line.with(Dimension::stage, Member(stage)),
                     {table_.unit, table_.power}, row, field);
    const Member item = money.member == "total" ? Member("execution") : Member(text::normal_text(row));
    print(out, printed, cell_of(field, item), {field == "rate" ? "%" : "分", 0}, row, field);
  }

  Printed in_unit_of_form(Printed amount) const {
    constexpr int places = 2;
    const auto own = content_.money_unit.empty() ? profile::UnitWord{table_.unit, table_.power}
                                                 : profile::unit_of(content_.money_unit);
    const auto quantity = own.power == table_.power ? std::nullopt : profile::figure_of(amount, own);
    if (quantity) amount.text = quantity->value.shifted(-table_.power).rounded(places).grouped();
    return amount;
  }

  cube::Cell cell_of(const std::string& measure, Member item) const {
    return context_.with(Dimension::measure, Member(measure)).with(Dimension::item, item);
  }

  /// Words as they are; what is a number and nothing else is a figure with its trace.
  void print(SheetCell& out, const Printed& printed, const cube::Cell& cell, const profile::UnitWord& unit,
             const std::string& row, const std::string& field) {
    if (printed.empty()) return;
    out.text = printed.text;
    const auto quantity = profile::figure_of(printed, unit);
    if (!quantity) {
      const bool words = printed.text.size() > longest_centred;
      if (words) out.align = SheetCell::Align::left;
      return;
    }
    const auto number = quantity->value.shifted(-quantity->power);
    out.is_number = number.grouped() == printed.text;
    if (out.is_number) {
      out.text = number.to_string();
      out.decimals = number.scale();
    }
    TracedFigure traced{{table_.id, cube::Claim::none, cell, {}},
                        printed.text,
                        number,
                        quantity->printed_unit(),
                        sheet_.title,
                        row,
                        field};
    traced.from = printed.place;
    out.trace = traces_.add(std::move(traced));
  }

  static constexpr std::size_t longest_centred = 36;  ///< bytes: twelve characters

  const profile::Table& table_;
  const profile::PerformanceForm& form_;
  const PerformanceTable& content_;
  const Material& material_;
  Traces& traces_;
  cube::Cell context_;
  document::Sheet sheet_;
  std::uint32_t row_ = 0;
  std::vector<std::size_t> owner_;  ///< of each column, the cell that reaches lowest
  const Indicator* before_ = nullptr;
};

}  // namespace

cube::Cell performance_cell(const Material& material, const PerformanceTable& content) {
  cube::Cell cell = document_cell(material);
  const bool project = content.scope == PerformanceTable::Scope::project;
  cell[Dimension::item] = Member(project ? "project" : "whole");
  if (project) cell[Dimension::project] = Member(text::normal_text(content.subject.text));
  return cell;
}

document::Sheet draw_performance(const profile::Table& table, const PerformanceTable& content, const Material& material,
                                 Traces& traces) {
  return Drawing(table, content, material, traces).run();
}

}  // namespace mingzhang::publish
