// A table whose shape the text has lost: its words, codes and numbers in reading order, without its header.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "profile/form.h"

namespace mingzhang::profile {

struct FlatToken {
  enum class Kind : std::uint8_t { words, code, number, dash } kind = Kind::words;
  std::string text;                  ///< normalised; a code without its blanks: 2080505
  std::uint32_t line = 0;            ///< index into Document::lines
  std::uint32_t begin = 0, end = 0;  ///< bytes of the line
  bool first = false, last = false;  ///< of its line
  bool page_start = false;           ///< the first of a page
};

/// A number of a header line: of columns, of the table or of a page.
struct FlatHeaderNumber {
  std::uint32_t line = 0, begin = 0, end = 0;
};

struct FlatTokens {
  std::vector<FlatToken> tokens;
  std::vector<FlatHeaderNumber> header_numbers;
  std::string unit_word;  ///< of 单位：万元, empty if there is none
};

/// Tokens of the lines [first, last] of a table. The header ends with the row of column numbers where the form has one,
/// else where the first row begins; where it is repeated on a later page it is left out again.
FlatTokens flat_tokens(const document::Document& document, std::uint32_t first, std::uint32_t last, const Table& table,
                       const Form& form);

}  // namespace mingzhang::profile
