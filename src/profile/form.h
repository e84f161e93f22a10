// The format language: what a published document of one kind must hold (form.toml) and how it is said (wording.toml).
// docs/profiles.md describes the files; everything here is what they say, checked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cube/cell.h"
#include "cube/performance.h"
#include "cube/statement.h"
#include "profile/classification.h"
#include "profile/pattern.h"

namespace mingzhang::profile {

/// Members of one dimension under the names that this form prints for them.
struct NameList {
  std::string id;
  cube::Dimension dimension = cube::Dimension::item;
  struct Entry {
    cube::Member member;
    std::vector<std::string> names;  ///< normalised, the canonical first
    cube::Cell cell;                 ///< coordinates beyond the member itself
  };
  std::vector<Entry> entries;
  std::vector<std::string> all_names;  ///< of all entries, for the matcher

  const Entry* find(std::string_view normal_name) const;
};

/// A whole and its parts, to be looked for within one scope.
struct PartsLaw {
  std::string name;
  cube::Cell whole;
  std::vector<cube::Cell> parts;
  std::vector<int> signs;
  bool closed = true;
  bool severe = true;            ///< false: broken is a warning
  std::string rule;              ///< that a finding goes by, if not that of every list
  bool complete = false;         ///< equation: asked only if every part is printed
  bool whole_elsewhere = false;  ///< the whole is printed in another section
  bool premise = false;          ///< equation: not asked; where it holds, those `given` its name are
  std::string given;             ///< equation: name of the premise
  /// Instead of parts: every member of this dimension with codes of `level` digits.
  std::optional<cube::Dimension> tree;
  std::size_t level = 0;
  std::size_t by = 0;   ///< tree: not one law, but one for every code of so many digits, with the parts below it
  std::string under;    ///< tree: only parts whose codes begin so
  std::string each_of;  ///< table whose rows with money must all be among the parts
  std::optional<cube::Dimension> each;  ///< equation: asked for every member of this dimension by itself
};

struct SlotMeaning {
  enum class Is : std::uint8_t {
    value,     ///< the figure is the value of the cell
    placed,    ///< so too, but no law may bind it
    claim,     ///< the figure or word relates two cells
    reason,    ///< free words, kept with their subject
    names,     ///< a list of names
    count_of,  ///< the number of names in another slot
    project,   ///< the name of a project: the clause speaks of it
    ignored,   ///< read for its words alone: years, names of units, numbering
  } is = Is::value;
  cube::Claim claim = cube::Claim::none;
  cube::Relation relation = cube::Relation::equal;
  cube::Cell cell;                           ///< over the context
  cube::Cell base;                           ///< over the subject
  bool whole = false;                        ///< share: `base` is the whole itself, not taken from the subject
  const NameList* list = nullptr;            ///< member, names
  std::optional<cube::Dimension> dimension;  ///< path
  std::string role;                          ///< what the words are: reason, unit, offices, ...
  std::string of;                            ///< count_of: the slot with the names
  std::string unit;                          ///< canonical unit word: 万元, %, 人
  std::vector<std::string> words;  ///< written: direction: up, down, equal; ordinal: its first one ("1.", "（一）")
  int decimals = 2;                ///< written: of a percentage
};

struct Clause {
  std::string id;
  Pattern pattern;
  bool follows = false;  ///< continues the sentence before it: matched only where that ended
  bool repeats = false;
  bool required = false;               ///< an obligation: its absence is a finding
  std::vector<cube::Dimension> keeps;  ///< speaks of the same members of these dimensions as the clause before it
  std::string empties;                 ///< table that it says is empty
  cube::Cell cell;
  std::optional<cube::Cell> subject;  ///< what it speaks of, if not its first value
  std::vector<SlotMeaning> slots;     ///< one a slot of the pattern
  std::vector<std::string> breaks;    ///< normalised words of the pattern that begin a new line when it is written
};

/// What a paragraph is written from.
struct Piece {
  enum class Kind : std::uint8_t {
    words,   ///< as they are printed
    kept,    ///< words that the books keep under a role; unit, year and last-year are known
    clause,  ///< the first of these clauses that has something to say, else the last one
    group,   ///< pieces that are written under a condition or more than once
  } kind = Kind::words;
  std::string words;              ///< words; kept: the role
  std::vector<std::size_t> said;  ///< clause: indexes into Section::clauses
  std::vector<Piece> body;        ///< group
  /// group: if the first figure of its first clause is not zero; if its words are kept; for every member that this
  /// clause can name; for those of them for which it has something to say
  enum class Times : std::uint8_t { once, kept, all, some } times = Times::once;
  std::vector<std::string> members;  ///< group: only these; empty: all
  std::string between;               ///< group: stands between two of them

  /// Of a group: the clause that decides, how deep it may stand.
  const Piece* first_clause() const;
};

struct Section {
  std::string id;
  std::string title;                           ///< canonical
  std::string heading;                         ///< as it is written, if not the title: with {unit} and {year}
  int level = 2;                               ///< 1: 第一部分, 2: 一、 3: （一） 4: 1.
  bool holds_tables = false;                   ///< the statement tables of the form are written here
  std::vector<std::string> performance;        ///< ids of the performance tables that are written after it
  std::vector<std::vector<Piece>> paragraphs;  ///< how it is written
  std::vector<Pattern> titles;
  cube::Cell cell;
  /// notes: has no heading, but is what stands below each table
  enum class Reading : std::uint8_t { clauses, free_text, notes } reading = Reading::clauses;
  bool free_rest = false;  ///< what no clause understands is free text, not unread
  bool required = false;
  std::vector<PartsLaw> lists;
  std::vector<Clause> clauses;
};

struct Column {
  enum class Kind : std::uint8_t { value, code, name, label, number, project } kind = Kind::value;
  std::vector<std::string> header;  ///< path from the top level
  cube::Cell cell;
  std::string unit;  ///< if not that of the table
  int power = 0;
};

struct Row {
  enum class Kind : std::uint8_t { fixed, tree, blank } kind = Kind::fixed;
  std::string label;               ///< canonical
  std::vector<std::string> names;  ///< normalised, without ordinal: what is accepted
  cube::Cell cell;
  int number = 0;                                         ///< 行次, 0 without
  bool total = false;                                     ///< the root of the tree
  cube::Dimension dimension = cube::Dimension::function;  ///< tree
  std::vector<cube::Member> roots;                        ///< tree: only these classes, empty: all
  bool unit = false;        ///< fixed: labelled with the name of the unit, repeats the total
  bool unlabelled = false;  ///< fixed: the figures below the header, without a label
  bool optional = false;    ///< fixed: need not be printed
};

/// "27 = 1..8", "31 = 27 + 28 + 29": keys of rows or ordinals of columns.
struct KeyedLaw {
  std::string name;
  int whole = 0;
  std::vector<int> parts;
  std::vector<int> signs;
  bool closed = true;
};

struct Panel {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<KeyedLaw> row_laws;  ///< keys are 行次
};

/// One cell of a performance table as it is drawn.
struct LayoutCell {
  enum class Is : std::uint8_t {
    words,  ///< printed as they are
    field,  ///< what the table holds
    left,   ///< belongs to the cell at its left
    above,  ///< belongs to the cell above
  } is = Is::words;
  std::string words;         ///< words; field: what stands where the table holds nothing
  std::string field;         ///< subject, goal, ...; budget, ... of money; name, target, ... of an indicator
  std::string member, part;  ///< of money: of which line, if it is not that of the row, and which part of it
};

/// One row of a performance table as it is drawn, or one for each of its lines.
struct LayoutRow {
  enum class Each : std::uint8_t { once, money, task, indicator } each = Each::once;
  bool optional = false;  ///< once: drawn only if one of its fields holds something
  std::vector<LayoutCell> cells;
};

/// A performance table: not a grid of cells of the cube, but projects, goals and indicators.
struct PerformanceForm {
  cube::PerformanceTable::Scope scope = cube::PerformanceTable::Scope::project;
  cube::PerformanceTable::Stage stage = cube::PerformanceTable::Stage::self_evaluation;
  std::vector<std::string> level1;  ///< the names of the first level that this form knows
  std::string heading;              ///< as it is written, if not the title: with {unit}, {year} and {subject}
  std::string below;                ///< written below the title
  std::vector<std::pair<std::string, std::string>> money;  ///< members of the money with the labels of their lines
  std::vector<LayoutRow> layout;                           ///< how it is drawn, all rows of one width; may be empty
};

struct Table {
  std::string id;
  std::string title;
  std::vector<Pattern> titles;
  std::string label;  ///< 公开01表
  cube::Cell cell;
  std::string unit = "元";
  int power = 4;
  std::string numbering;  ///< label of the row of column numbers, empty without: 栏次
  std::vector<Panel> panels;
  std::vector<PartsLaw> lists;        ///< over the cells of the table
  std::vector<KeyedLaw> column_laws;  ///< of every row; ordinals count the value columns over all panels from 1
  std::string note;
  std::string empty_note;  ///< written where the table holds nothing, with {unit} and {year}
  bool required = false;
  bool may_be_empty = false;
  bool index = false;  ///< the document's own list of its tables, which says of each whether it is empty
  std::optional<PerformanceForm> performance;

  /// A grid of cells: columns and rows.
  bool is_statement() const { return !index && !performance; }
};

struct Form {
  std::string id, name, place, kind;  ///< kind: budget or final
  std::string stage;
  std::string title;                    ///< on the cover, with {year}
  std::vector<std::string> cover;       ///< further lines of the cover
  std::vector<std::string> unit_words;  ///< what the unit calls itself: 本单位, 我单位
  std::string amount_unit = "万元";
  std::string scoring;  ///< id of the rule pack of its place; empty: scores are not judged
  std::vector<NameList> lists;
  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<PartsLaw> equations;  ///< over the whole document
  const Classification* functional = nullptr;
  const Classification* economic = nullptr;

  const NameList* list(std::string_view id) const;
  const Section* section(std::string_view id) const;
  const Table* table(std::string_view id) const;
};

/// How documents of a profile are known: patterns for their first lines.
struct Recogniser {
  std::string profile, name, kind;
  std::string level;              ///< department, unit, or empty
  std::vector<std::string> all;   ///< normalised words that must occur
  std::vector<std::string> none;  ///< that must not
  std::vector<Pattern> titles;    ///< with the slots unit and year
  std::vector<Pattern> evidence;  ///< with the same slots, looked for anywhere: for what no title says
};

}  // namespace mingzhang::profile
