// Rows of a table whose shape the text has lost: what each is called and the numbers that stand in it, from left to
// right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "profile/flat_tokens.h"

namespace mingzhang::profile {

/// A run of tokens that makes up one word or one number, perhaps over several lines.
struct FlatPiece {
  std::string text;                      ///< normalised
  std::uint32_t line = 0, begin = 0;     ///< where it begins
  std::uint32_t last_line = 0, end = 0;  ///< where it ends
};

struct FlatRow {
  const Row* row = nullptr;  ///< null: no row of the form
  std::size_t panel = 0;
  std::string code;  ///< of a row of a tree
  FlatPiece key;     ///< the code, or the label as printed
  FlatPiece name;    ///< of a row of a tree: the subject; empty text where none is printed
  FlatPiece project;
  std::vector<FlatPiece> numbers;
  bool exact = true;  ///< false: the label is cut short
};

struct FlatTable {
  std::vector<FlatRow> rows;
  std::vector<FlatPiece> row_numbers;  ///< 行次
};

/// `unit` is the name of the unit, normalised: its own row repeats the total.
FlatTable flat_rows(const FlatTokens& tokens, const Table& table, const Form& form, const std::string& unit);

}  // namespace mingzhang::profile
