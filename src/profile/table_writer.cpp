#include "profile/table_writer.h"

#include "profile/read_table.h"
#include "text/normal.h"
#include "text/number.h"

namespace mingzhang::profile {

using cube::Cell;
using cube::Dimension;
using cube::Member;
using cube::Statement;

bool is_figure(std::string_view normal) {
  const auto number = text::read_number(normal);
  return number && number->length == normal.size() && number->before.empty();
}

TableWriter::TableWriter(TableRead& read, const Cell& document_cell, Reading& reading)
    : read_(read),
      table_(*read.table),
      reading_(reading),
      context_(document_cell.with(read.table->cell)),
      unit_{table_.unit, table_.power} {}

void TableWriter::read_title_words(const document::Line& line) {
  const std::string label = text::normal_text(table_.label);
  for (std::size_t index = 0; index < line.fragments.size(); ++index)
    if (!label.empty() && text::normal_text(line.fragment(index)) == label) add_wording(line, index, "table-label", {});
  read_unit(text::normal_text(line.text));
}

void TableWriter::read_unit(std::string_view normal) {
  constexpr std::string_view label = "单位:";
  const auto at = normal.rfind(label);  // 编制单位：… 单位：元
  if (at == std::string_view::npos) return;
  const auto word = unit_of(normal.substr(at + label.size()));
  if (word.unit == "元") unit_ = word;
}

void TableWriter::add_row(const RowKey& key, const cube::Place& place) {
  const std::string own = key.code.empty() ? key.row->label : key.code;
  read_.rows.push_back({key.project.empty() ? own : own + " " + key.project, key.code, key.name, key.project, place});
}

void TableWriter::add_value(const document::Line& line, std::size_t fragment, const RowKey& key, const Column& column,
                            std::uint32_t ordinal) {
  const auto number = text::read_number(text::normal_text(line.fragment(fragment)));
  Statement statement;
  statement.kind = cube::Kind::value;
  statement.has_figure = true;
  statement.text = text::normal_text(line.fragment(fragment));
  statement.place = place_of(line, fragment);
  try {
    const bool own = !column.unit.empty();
    statement.quantity = cube::quantity_of(*number, own ? column.unit : unit_.unit, own ? column.power : unit_.power);
  } catch (const money::Overflow&) {
    unread(line, fragment, "number-too-large");
    return;
  }
  statement.cell = context_.with(column.cell).with(key.row->cell);
  if (!key.code.empty()) statement.cell[key.row->dimension] = Member(key.code);
  if (!key.project.empty()) statement.cell[Dimension::project] = Member(key.project);
  statement.scope = table_.id;
  statement.sentence = sentence_;
  statement.place.table = table_.id;
  const std::string& row = key.code.empty() ? key.row->label : key.code;
  statement.place.row = key.project.empty() ? row : row + " " + key.project;
  std::string path;
  for (const auto& part : column.header) path += (path.empty() ? "" : "/") + part;
  statement.place.column = path;
  figures_.push_back(
      {static_cast<std::uint32_t>(reading_.facts.statements.size()), key.row, key.code, ordinal, sentence_});
  reading_.facts.statements.push_back(std::move(statement));
  ++read_.values;
}

void TableWriter::add_wording(const document::Line& line, std::size_t fragment, const std::string& role,
                              const Cell& cell) {
  Statement statement = row_wording(line, fragment, role, table_.id);
  statement.cell = cell;
  statement.sentence = sentence_;
  reading_.facts.statements.push_back(std::move(statement));
}

void TableWriter::unread(const document::Line& line, std::size_t fragment, const std::string& why) {
  reading_.facts.unread.push_back({place_of(line, fragment), why, 1});
}

void TableWriter::finish(Gaps gaps) {
  add_table_lists(table_, figures_, context_, reading_.facts, gaps);
}

cube::Place TableWriter::place_of(const document::Line& line, std::size_t fragment) {
  return place_in_line(line, line.fragments[fragment].begin, line.fragments[fragment].end);
}

}  // namespace mingzhang::profile
