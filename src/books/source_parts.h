// What a BooksSource keeps of the books. For source*.cpp only.
#pragma once

#include <array>

#include "books/source.h"

namespace mingzhang::books {

/// A coordinate of accounts: where it stands among their fields, and the dimension that asks for it.
struct Coordinate {
  std::size_t field;
  cube::Dimension dimension;
};

struct BooksSource::Account {
  std::int64_t id = 0;
  const Kind* kind = nullptr;
  std::array<cube::Member, account_fields> at;  ///< as the fields of money
  std::int64_t sum = 0, count = 0, first = 0;   ///< fen; entries; number of the first one

  cube::Member year() const { return at[0]; }
  bool carried() const { return at[4].name() == "carried"; }
};

struct BooksSource::Counted {
  std::int64_t entry = 0, amount = 0;
  std::string year, stage, measure, item, size, name, document;
};

struct BooksSource::Published {
  cube::Cell cell;
  cube::Quantity quantity;
  cube::Place place;
  std::int64_t entry = 0;
};

struct BooksSource::Words {
  std::string year, role, cell, words;
};

/// What accounts must have: of each field any of some names, by their beginnings where they are codes.
struct BooksSource::Filter {
  struct Want {
    std::size_t field;
    std::vector<std::string> names;
    bool codes;
  };
  std::vector<Want> wants;
  cube::Member year;

  bool takes(const Account& account) const;
};

struct BooksSource::Sum {
  std::int64_t fen = 0, count = 0;
};

}  // namespace mingzhang::books
