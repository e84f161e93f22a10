// What tests ask of the statements of a document.
#pragma once

#include <string>
#include <vector>

#include "cube/statement.h"

namespace mingzhang::support {

/// "flow=income fund=fiscal stage=outturn year=2023 = 12.50": cell and figure of every value of a scope.
inline std::vector<std::string> values(const cube::Facts& facts, const std::string& scope) {
  std::vector<std::string> out;
  for (const auto& statement : facts.statements)
    if (statement.scope == scope && statement.kind == cube::Kind::value)
      out.push_back(cube::to_string(statement.cell) + " = " + statement.quantity.spell());
  return out;
}

/// The words with a role, in their order.
inline std::vector<std::string> words(const cube::Facts& facts, const std::string& role) {
  std::vector<std::string> out;
  for (const auto& statement : facts.statements)
    if (statement.role == role) out.push_back(statement.text);
  return out;
}

inline std::vector<const cube::Statement*> claims(const cube::Facts& facts, cube::Claim claim) {
  std::vector<const cube::Statement*> out;
  for (const auto& statement : facts.statements)
    if (statement.kind == cube::Kind::claim && statement.claim == claim) out.push_back(&statement);
  return out;
}

/// "no-clause: 12 34" for every mention.
inline std::vector<std::string> mentions(const std::vector<cube::Mention>& mentions) {
  std::vector<std::string> out;
  for (const auto& mention : mentions) out.push_back(mention.why + ": " + mention.place.quote);
  return out;
}

/// "收入 = 各项之和: 10.00 = 6.00 + 4.00 - 0.00"
inline std::vector<std::string> lists(const cube::Facts& facts) {
  std::vector<std::string> out;
  for (const auto& list : facts.lists) {
    std::string line = list.law + ": " + facts.statements[list.whole].quantity.spell();
    for (std::size_t part = 0; part < list.parts.size(); ++part)
      line += (part == 0              ? (list.closed ? " = " : " >= ")
               : list.signs[part] < 0 ? " - "
                                      : " + ") +
              facts.statements[list.parts[part]].quantity.spell();
    out.push_back(line);
  }
  return out;
}

}  // namespace mingzhang::support
