// Tables without money: what the index and the narrative say of them, and what they hold.
#include <algorithm>
#include <set>

#include "check/describe.h"
#include "check/lawbook.h"
#include "check/parts.h"

namespace mingzhang::check {
namespace {

using cube::Place;
using cube::Statement;
using profile::Table;
using profile::TableRead;

class EmptyTeller {
 public:
  EmptyTeller(const profile::Reading& reading, Findings& findings) : reading_(reading), findings_(findings) {}

  void run() {
    std::set<std::string> seen;
    for (const auto& read : reading_.tables)
      if (read.table->is_statement() && seen.insert(read.table->id).second) judge(read);
    for (const auto& clause : reading_.clauses)
      if (const auto* below = table_above(clause);
          below != nullptr && below->table->id != clause.clause->empties && seen.contains(clause.clause->empties)) {
        Finding& finding = tell("other_note", Severity::error, *below->table, {clause.place});
        finding.words["other"] = reading_.form()->table(clause.clause->empties)->title;
        finding.places.push_back(below->title);
      }
  }

 private:
  void judge(const TableRead& read) {
    const auto said_empty = words_on(*read.table, true), said_full = words_on(*read.table, false);
    if (const Statement* money = first_money(read)) {
      if (said_empty.empty()) return;
      Finding& finding = tell("said", Severity::error, *read.table, said_empty);
      finding.places.push_back(money->place);
      finding.words["amount"] = spelled(*money);
    } else if (const Statement* claimed = said_elsewhere(read);
               claimed != nullptr && read.values == 0 && is_read(read)) {
      Finding& finding = tell("needed", Severity::error, *read.table, {read.title});
      finding.places.push_back(claimed->place);
      finding.words["amount"] = spelled(*claimed);
      finding.expected = claimed->quantity.spell();
    } else if (is_read(read)) {
      if (!said_full.empty()) tell("full", Severity::error, *read.table, said_full).places.push_back(read.title);
      if (read.table->may_be_empty && read.values == 0 && said_full.empty() && said_empty.empty() &&
          !has_other_note(read) && is_section_read(*read.table))
        tell("unsaid", Severity::warning, *read.table, {read.title});
    }
  }

  bool has_other_note(const TableRead& read) const {
    return std::any_of(reading_.clauses.begin(), reading_.clauses.end(),
                       [&](const profile::ClauseRead& clause) { return table_above(clause) == &read; });
  }

  /// The table below which a note stands that says of some table that it is empty.
  const TableRead* table_above(const profile::ClauseRead& clause) const {
    if (clause.section->reading != profile::Section::Reading::notes || clause.clause->empties.empty()) return nullptr;
    const auto& lines = reading_.stream->document().lines;
    const auto at = profile::position_of(clause.place);
    for (const auto& read : reading_.tables)
      if (profile::position_of(lines[read.first_line]) <= at && at <= profile::position_of(lines[read.last_line]))
        return &read;
    return nullptr;
  }

  const Statement* first_money(const TableRead& read) const {
    for (const auto& statement : reading_.facts.statements)
      if (is_value(statement) && statement.place.table == read.table->id && !statement.quantity.value.is_zero())
        return &statement;
    return nullptr;
  }

  /// Money that the narrative states for a cell which this table should hold.
  const Statement* said_elsewhere(const TableRead& read) const {
    std::set<cube::Cell> cells;
    cube::Cell context;
    context[cube::Dimension::stage] = cube::Member(reading_.form()->stage);
    context[cube::Dimension::year] = cube::Member(std::to_string(reading_.recognition.year));
    context = context.with(read.table->cell);
    for (const auto& panel : read.table->panels)
      for (const auto& row : panel.rows)
        for (const auto& column : panel.columns)
          if (row.kind == profile::Row::Kind::fixed && column.kind == profile::Column::Kind::value)
            cells.insert(context.with(column.cell).with(row.cell));
    for (const auto& statement : reading_.facts.statements)
      if (is_value(statement) && statement.place.table.empty() && !statement.quantity.value.is_zero() &&
          cells.contains(statement.cell))
        return &statement;
    return nullptr;
  }

  /// Only of a table whose rows were all read can it be said that it holds nothing.
  bool is_read(const TableRead& read) const {
    const auto& lines = reading_.stream->document().lines;
    const auto first = profile::position_of(lines[read.first_line]), last = profile::position_of(lines[read.last_line]);
    return (!read.rows.empty() || read.printed_header) &&
           std::none_of(reading_.facts.unread.begin(), reading_.facts.unread.end(), [&](const cube::Mention& mention) {
             const auto at = profile::position_of(mention.place);
             return at >= first && at <= last;
           });
  }

  bool is_section_read(const Table& table) const {
    return std::any_of(reading_.sections.begin(), reading_.sections.end(), [&](const profile::SectionRead& read) {
      const auto& clauses = read.section->clauses;
      return std::any_of(clauses.begin(), clauses.end(),
                         [&](const auto& clause) { return clause.empties == table.id; });
    });
  }

  /// Where a table is said to be empty, or not to be.
  std::vector<Place> words_on(const Table& table, bool empty) const {
    std::vector<Place> places;
    for (const auto& clause : reading_.clauses)
      if (const auto* above = empty ? table_above(clause) : nullptr;
          empty && clause.clause->empties == table.id && (above == nullptr || above->table == &table))
        places.push_back(clause.place);
    for (const auto& statement : reading_.facts.statements)
      if (statement.role == "index-empty" && statement.place.row == table.id && statement.text == (empty ? "是" : "否"))
        places.push_back(statement.place);
    return places;
  }

  /// All that contradicts one table is one finding.
  Finding& tell(const std::string& kind, Severity severity, const Table& table, const std::vector<Place>& said) {
    findings_.push_back(
        finding_at("empty-table", severity, said.front(), title_at(profile::position_of(said.front()), reading_)));
    Finding& finding = findings_.back();
    finding.places = said;
    finding.words["table"] = table.title;
    finding.words[kind] = kind;
    return finding;
  }

  const profile::Reading& reading_;
  Findings& findings_;
};

}  // namespace

void find_wrong_empties(const profile::Reading& reading, Findings& findings) {
  if (reading.form() != nullptr) EmptyTeller(reading, findings).run();
}

}  // namespace mingzhang::check
