// What the flows of the cube are made of, by stage: kinds of entries with their signs. Inside this room only.
#pragma once

#include <string_view>
#include <vector>

#include "books/entry.h"
#include "cube/cell.h"

namespace mingzhang::books {

/// What a figure adds up: accounts of one kind, with their sign.
struct Term {
  const char* name;  ///< in a calculation: 本年收入
  std::vector<const Kind*> plus, minus;
  int sign = 1;
  bool carried = false, current = false;  ///< budget lines: only those of this vintage
};

/// The terms of the cell's flow at its stage; null where there is no such flow.
const std::vector<Term>* terms_of(const cube::Cell& cell);
/// 年末结转和结余, for a flow of several terms.
std::string_view name_of_flow(std::string_view flow);

}  // namespace mingzhang::books
