#include "publish/table_fill.h"

#include <algorithm>
#include <set>

#include "profile/write.h"
#include "publish/words.h"

namespace mingzhang::publish {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;

class SliceFill : public profile::TableFill {
 public:
  SliceFill(const Material& material, const profile::Table& table, Traces& traces)
      : material_(material), traces_(traces), context_(document_cell(material).with(table.cell)) {}

  std::string unit() const override { return material_.unit; }

  /// Every code under which a column has something, with the codes above it.
  std::vector<profile::PrintedRow> tree_rows(const profile::Table&, const profile::Panel& panel,
                                             const profile::Row& row) override {
    if (row.dimension == Dimension::project) return project_rows(panel, row);
    std::set<Member> codes;
    for (const auto& column : panel.columns) {
      if (column.kind != profile::Column::Kind::value) continue;
      for (const std::size_t level : {3U, 5U, 7U})
        for (const auto code :
             material_.source.members(row.dimension, context_.with(column.cell).with(row.cell), level))
          if (wanted(code, row)) codes.insert(code);
    }
    if (material_.stated != nullptr) leave_out_unprinted(panel, row, codes);
    const bool projects = std::any_of(panel.columns.begin(), panel.columns.end(), [](const profile::Column& column) {
      return column.kind == profile::Column::Kind::project;
    });
    std::vector<profile::PrintedRow> out;
    for (const auto code : codes) {
      const bool item = code.name().size() == 7;
      if (projects && item)
        add_projects(code, row, out);
      else
        out.push_back({&row, std::string(code.name()), std::string(code.name()), name_of(row.dimension, code), {}});
    }
    return out;
  }

  std::optional<Printed> value(const profile::Table& table, const profile::Column& column,
                               const profile::PrintedRow& row) override {
    Cell cell = context_.with(column.cell).with(row.row->cell);
    if (!row.code.empty()) cell[row.row->dimension] = Member(row.code);
    if (!row.project.empty()) cell[Dimension::project] = Member(row.project);
    const auto figure = material_.source.figure(cell);
    if (!figure) return std::nullopt;
    const int power = column.unit.empty() ? table.power : column.power;
    const bool money = column.unit.empty() || column.unit == "元" || column.unit == "万元";
    const int scale = money ? 2 : std::max(0, figure->quantity.value.trimmed().scale());
    const auto number = figure->quantity.value.shifted(-power).rounded(scale);
    any_ = true;
    TracedFigure traced{{table.id, cube::Claim::none, cell, {}},
                        number.grouped(),
                        number,
                        money ? (power == 4 ? "万元" : "元") : column.unit,
                        table.title,
                        row.key,
                        {}};
    if (!row.code.empty()) traced.row += " " + row.name;
    for (const auto& part : column.header) traced.column += (traced.column.empty() ? "" : "/") + part;
    return Printed{number, scale, traces_.add(std::move(traced))};
  }

  bool any() const { return any_; }

 private:
  static bool wanted(Member code, const profile::Row& row) {
    const Member root(code.name().substr(0, 3));
    return row.roots.empty() || std::find(row.roots.begin(), row.roots.end(), root) != row.roots.end();
  }

  std::string name_of(Dimension dimension, Member code) const {
    const auto& classification =
        dimension == Dimension::economic ? *material_.form.form.economic : *material_.form.form.functional;
    return classification.name_of(code.name()).value_or("");
  }

  /// A document also names subjects without figures, and names that two of them share.
  void leave_out_unprinted(const profile::Panel& panel, const profile::Row& row, std::set<Member>& codes) const {
    std::set<Member> printed;
    for (const auto code : codes)
      for (const auto& column : panel.columns) {
        if (column.kind != profile::Column::Kind::value) continue;
        if (!material_.source.figure(context_.with(column.cell).with(row.cell).with(row.dimension, code))) continue;
        for (const std::size_t level : {3U, 5U, 7U})
          if (level <= code.name().size()) printed.insert(Member(code.name().substr(0, level)));
      }
    std::erase_if(codes, [&](Member code) { return !printed.contains(code); });
  }

  /// In the order in which the projects were entered.
  std::vector<profile::PrintedRow> project_rows(const profile::Panel& panel, const profile::Row& row) const {
    std::vector<profile::PrintedRow> out;
    for (const auto& column : panel.columns) {
      if (column.kind != profile::Column::Kind::value) continue;
      for (const auto project : material_.source.members(Dimension::project, context_.with(column.cell), 0)) {
        const std::string name(project.name());
        const bool known = std::any_of(out.begin(), out.end(), [&](const auto& other) { return other.key == name; });
        if (!known) out.push_back({&row, name, {}, {}, name});
      }
    }
    return out;
  }

  void add_projects(Member code, const profile::Row& row, std::vector<profile::PrintedRow>& out) const {
    const Cell within = context_.with(row.dimension, code);
    for (const auto project : material_.source.members(Dimension::project, within, 0))
      out.push_back({&row, std::string(code.name()), std::string(code.name()), name_of(row.dimension, code),
                     std::string(project.name())});
  }

  const Material& material_;
  Traces& traces_;
  Cell context_;
  bool any_ = false;
};

}  // namespace

document::Sheet fill_table(const profile::Table& table, const Material& material, Traces& traces) {
  SliceFill fill(material, table, traces);
  document::Sheet sheet = profile::write_table(table, fill);
  if (!fill.any() && !table.empty_note.empty()) {
    const std::string said = with_names(table.empty_note, material);
    sheet.note = sheet.note.empty() ? said : said + "\n" + sheet.note;
  }
  return sheet;
}

}  // namespace mingzhang::publish
