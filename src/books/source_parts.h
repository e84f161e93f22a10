// What a BooksSource keeps of the books. For source*.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

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
  std::array<std::uint32_t, account_fields> at{};  ///< of the fields of money: indexes into names_
  std::int64_t sum = 0, count = 0;                 ///< fen; entries
  bool carried = false;
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

/// What accounts must have: for some fields, which of their names are wanted.
struct BooksSource::Filter {
  struct Want {
    std::size_t field;
    std::vector<bool> names;
  };
  std::vector<Want> wants;

  bool takes(const Account& account) const;
};

struct BooksSource::Sum {
  std::int64_t fen = 0, count = 0;
};

}  // namespace mingzhang::books
