#include <algorithm>
#include <set>

#include "profile/census.h"
#include "profile/link_items.h"
#include "profile/outline.h"
#include "profile/own_codes.h"
#include "profile/perf_totals.h"
#include "profile/read_clauses.h"
#include "profile/read_flat_table.h"
#include "profile/read_general.h"
#include "profile/read_grid.h"
#include "profile/read_performance.h"
#include "profile/read_table.h"
#include "profile/reading.h"
#include "profile/table_lists.h"

namespace mingzhang::profile {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;

Cell document_cell(const Reading& reading) {
  Cell cell;
  cell[Dimension::stage] = Member(reading.form()->stage);
  if (reading.recognition.year != 0) cell[Dimension::year] = Member(std::to_string(reading.recognition.year));
  return cell;
}

/// Years and, in headings, names of the unit are held against those of the cover.
void add_title_words(const Anchor& anchor, Reading& reading) {
  if (anchor.table != nullptr && anchor.table->index) return;  // its title is a heading, too
  for (const auto& capture : anchor.captures) {
    const SlotType type = anchor.title->slots()[capture.slot].type;
    if (type != SlotType::year && (type != SlotType::unit || anchor.section == nullptr)) continue;
    cube::Statement statement;
    statement.kind = cube::Kind::wording;
    statement.role = type == SlotType::year ? "year" : "unit";
    statement.text = reading.stream->text().substr(capture.begin, capture.end - capture.begin);
    statement.place = reading.stream->place(capture.begin, capture.end);
    statement.scope = anchor.section ? anchor.section->id : anchor.table->id;
    reading.facts.statements.push_back(std::move(statement));
  }
}

/// A section ends where the next heading or title begins, a table too: in lines.
void cut(const std::vector<Anchor>& anchors, Reading& reading) {
  const Stream& stream = *reading.stream;
  for (std::size_t index = 0; index < anchors.size(); ++index) {
    const Anchor& anchor = anchors[index];
    const bool last = index + 1 == anchors.size();
    add_title_words(anchor, reading);
    if (anchor.section != nullptr) {
      const std::size_t end = last ? stream.text().size() : anchors[index + 1].begin;
      reading.sections.push_back({anchor.section, stream.place(anchor.begin, anchor.end), anchor.end, end});
    } else {
      TableRead table;
      table.table = anchor.table;
      const auto& line = stream.document().lines[anchor.line];
      const bool in_grid = anchor.begin == anchor.end;
      table.title = in_grid ? place_in_line(line, line.fragments[0].begin, line.fragments[0].end)
                            : stream.place(anchor.begin, anchor.end);
      table.first_line = anchor.line;
      table.last_line = (last ? static_cast<std::uint32_t>(stream.line_count()) : anchors[index + 1].line) - 1;
      reading.tables.push_back(std::move(table));
    }
  }
}

/// What stands below a table besides its rows is read by the section that the form has for it.
void add_notes(Reading& reading) {
  const Stream& stream = *reading.stream;
  for (const auto& section : reading.form()->sections) {
    if (section.reading != Section::Reading::notes) continue;
    for (const auto& table : reading.tables) {
      const std::size_t begin = stream.end_of(table.first_line), end = stream.end_of(table.last_line);
      if (begin < end) reading.sections.push_back({&section, table.title, begin, end});
    }
  }
}

std::vector<std::uint32_t> statements_in(const cube::Facts& facts, const std::string& scope) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t index = 0; index < facts.statements.size(); ++index)
    if (facts.statements[index].scope == scope) out.push_back(index);
  return out;
}

/// Tables before narrative: a relation that no place enumerates is asked of the most detailed one.
std::vector<std::uint32_t> tables_first(const cube::Facts& facts) {
  std::vector<std::uint32_t> out(facts.statements.size());
  for (std::uint32_t index = 0; index < out.size(); ++index) out[index] = index;
  std::stable_partition(out.begin(), out.end(),
                        [&](std::uint32_t index) { return !facts.statements[index].place.table.empty(); });
  return out;
}

std::optional<std::uint32_t> find_value(const cube::Facts& facts, const std::vector<std::uint32_t>& among,
                                        const Cell& cell) {
  for (const auto index : among) {
    const auto& statement = facts.statements[index];
    if (statement.kind == cube::Kind::value && statement.has_figure && statement.cell == cell) return index;
  }
  return std::nullopt;
}

/// A law with its cells as this document has them.
PartsLaw in_document(PartsLaw law, const Reading& reading) {
  const int year = reading.recognition.year;
  law.whole = with_year(law.whole, year);
  for (auto& part : law.parts) part = with_year(part, year);
  return law;
}

class SectionLists {
 public:
  SectionLists(const Cell& cell, Reading& reading)
      : cell_(cell), reading_(reading), all_(tables_first(reading.facts)) {}

  void add(const std::string& section, const PartsLaw& law) {
    const auto here = statements_in(reading_.facts, section);
    if (law.by == 0) {
      add(law, cell_.with(law.whole), here);
      return;
    }
    for (const auto& code : codes(law, here)) {
      PartsLaw below = law;
      below.name += "（" + code + "）";
      below.under = code;
      add(below, cell_.with(law.whole).with(*law.tree, Member(code)), here);
    }
  }

 private:
  void add(const PartsLaw& law, const Cell& whole_cell, const std::vector<std::uint32_t>& here) {
    auto whole = find_value(reading_.facts, here, whole_cell);
    if (!whole && law.whole_elsewhere) whole = find_value(reading_.facts, all_, whole_cell);
    if (whole) add_parts_law(law, cell_, here, whole, reading_.facts);
  }

  /// First digits of the codes that stand here.
  std::set<std::string> codes(const PartsLaw& law, const std::vector<std::uint32_t>& here) const {
    std::set<std::string> out;
    for (const auto index : here) {
      const auto code = reading_.facts.statements[index].cell[*law.tree].name();
      if (code.size() == law.level) out.emplace(code.substr(0, law.by));
    }
    return out;
  }

  const Cell& cell_;
  Reading& reading_;
  std::vector<std::uint32_t> all_;
};

void add_lists(const Cell& cell, Reading& reading) {
  SectionLists lists(cell, reading);
  for (const auto& section : reading.sections)
    for (const auto& law : section.section->lists) lists.add(section.section->id, in_document(law, reading));
}

bool columns_open(const cube::Facts& facts) {
  return std::any_of(facts.unread.begin(), facts.unread.end(), [](const auto& mention) {
    return mention.why == columns_are_open || mention.why == columns_are_unknown;
  });
}

void read_each_table(const Cell& cell, const cube::Facts& evidence, Reading& reading) {
  KnownValues known(evidence);
  for (auto& table : reading.tables) {
    if (table.table->index)
      read_table_index(table, reading);
    else if (table.table->performance)
      read_performance(table, cell, reading);
    else if (has_grid(table, reading.stream->document()))
      read_grid_table(table, cell, reading);
    else if (has_tabs(table, reading.stream->document()))
      read_tabbed_table(table, cell, reading);
    else {
      known.refresh();
      read_flat_table(table, cell, known, reading);
    }
  }
}

/// Columns that a table alone leaves open may follow from a later one: then all are read once more, with what the first
/// time told as evidence.
void read_tables(const Cell& cell, Reading& reading) {
  const cube::Facts narrative = reading.facts;
  const std::vector<TableRead> unread = reading.tables;
  read_each_table(cell, reading.facts, reading);
  if (!columns_open(reading.facts)) return;
  const cube::Facts evidence = std::move(reading.facts);
  reading.facts = narrative;
  reading.tables = unread;
  reading.performance.clear();
  read_each_table(cell, evidence, reading);
}

/// Most cells of tables become a statement. Growing step by step would hold twice as many at its last step.
void make_room(const document::Document& document, cube::Facts& facts) {
  std::size_t cells = 0;
  for (const auto& line : document.lines) cells += line.fragments.size();
  facts.statements.reserve(cells);
}

}  // namespace

Reading read_document(const document::Document& document, const DataFiles& data, const std::string& wanted) {
  const auto load = [&](const std::string& profile, int year) { return load_form(data, profile, year); };
  return read_document(document, load_recognisers(data), load, wanted);
}

Reading read_document(const document::Document& document, const std::vector<Recogniser>& recognisers,
                      const Forms& forms, const std::string& wanted) {
  Reading reading;
  reading.stream = std::make_shared<const Stream>(document);
  reading.recognition = recognise(*reading.stream, recognisers, wanted);
  if (!reading.recognition.profile.empty()) {
    reading.loaded = forms(reading.recognition.profile, reading.recognition.year);
    reading.functional = with_own_codes(*reading.form()->functional, document);
    cut(find_outline(*reading.stream, *reading.form()), reading);
    add_notes(reading);
    make_room(document, reading.facts);
    const Cell cell = document_cell(reading);
    for (const auto& section : reading.sections) read_section_text(section, cell, reading);
    read_tables(cell, reading);
    link_items(cell, reading);
    add_lists(cell, reading);
    add_project_sums(cell, reading);
  } else {
    read_general_claims(reading);
    read_general_tables(reading);
  }
  account_for_numbers(reading);
  return reading;
}

}  // namespace mingzhang::profile
