// What a document (or the books) says of cells, and where it says so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cube/cell.h"
#include "cube/quantity.h"
#include "cube/word.h"

namespace mingzhang::cube {

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Where words stand. Offsets are bytes of the original line, for the caret under a figure.
struct Place {
  Word document;           ///< path, where it is not the document at hand
  std::uint32_t page = 0;  ///< 1-based, 0 where there are no pages
  std::uint32_t line = 0, last_line = 0;
  std::uint32_t begin = 0, end = 0;  ///< of the figure: begin in `line`, end in `last_line`
  std::string quote;                 ///< original words, at most 80 characters
  Word table, row, column;           ///< of the form, where it stands in a table
  std::vector<Box> boxes;
};

enum class Kind : std::uint8_t { value, list, claim, wording };
enum class State : std::uint8_t { placed, bound };
enum class Relation : std::uint8_t { equal, at_least, at_most, about };

/// What a claim relates: its subject cell, its base cell, and its own figure or word.
enum class Claim : std::uint8_t {
  none,
  change,      ///< |subject - base| in base units, signed by `direction`
  growth,      ///< 100 * (subject - base) / base, unsigned, signed by `direction`
  deviation,   ///< 100 * (subject - base) / base, signed as printed
  completion,  ///< 100 * subject / base; no value on base zero
  share,       ///< 100 * subject / base, base being the whole
  direction,   ///< only a word: subject above, below or equal to base
  names,       ///< a count of the names that stand with it
};

struct Statement {
  Kind kind = Kind::value;
  State state = State::placed;
  Relation relation = Relation::equal;
  Claim claim = Claim::none;
  int direction = 0;  ///< +1 增加, -1 减少, 0 持平 or none stated
  bool has_direction = false;
  bool has_figure = false;  ///< `quantity` is meant; false for pure words
  Cell cell;                ///< value: the cell; claim: its subject
  Cell base;                ///< claim only
  Quantity quantity;
  std::string text;  ///< wording: the words; value: the figure as printed
  Word role;         ///< wording: "reason", "name", "unit", "year" ...; names what a value is in its clause
  Place place;
  bool assigned = false;          ///< value: its column was lost and found again by the laws
  std::vector<std::string> open;  ///< value: columns that it may stand in, where the laws leave that open
  Word scope;                     ///< section or table id: lists gather their parts within one scope
  std::uint32_t sentence = 0;     ///< running number of the sentence or row: claims look here first
};

/// The parts of a whole, as a place enumerates them. Indexes of statements; a part that is not printed is not here.
struct List {
  Word law;  ///< "T2: 1 = 2 + ... + 7", "类 = 款"
  std::uint32_t whole = 0;
  std::vector<std::uint32_t> parts;
  std::vector<int> signs;    ///< of the parts, same length
  std::vector<Cell> absent;  ///< parts of a closed list that are not printed here: zero in its sum
  bool closed = true;
  bool severe = true;  ///< false: broken, it is a warning
  Word rule = {};      ///< that a finding goes by, if not that of every list
};

/// A number that is spoken of without being understood.
struct Mention {
  Place place;
  std::string why;  ///< empty for free text
  std::uint32_t numbers = 0;
};

/// Everything that one document says.
struct Facts {
  std::vector<Statement> statements;
  std::vector<List> lists;
  std::vector<Mention> free_text;
  std::vector<Mention> unread;
};

}  // namespace mingzhang::cube
