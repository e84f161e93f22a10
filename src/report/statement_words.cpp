#include "report/statement_words.h"

#include <algorithm>

namespace mingzhang::report {
std::string_view kind_id(cube::Kind kind) {
  switch (kind) {
    case cube::Kind::value:
      return "value";
    case cube::Kind::list:
      return "list";
    case cube::Kind::claim:
      return "claim";
    case cube::Kind::wording:
      break;
  }
  return "wording";
}

std::string_view state_id(cube::State state) {
  return state == cube::State::bound ? "bound" : "placed";
}

std::string_view claim_id(cube::Claim claim) {
  switch (claim) {
    case cube::Claim::none:
      break;
    case cube::Claim::change:
      return "change";
    case cube::Claim::growth:
      return "growth";
    case cube::Claim::deviation:
      return "deviation";
    case cube::Claim::completion:
      return "completion";
    case cube::Claim::share:
      return "share";
    case cube::Claim::direction:
      return "direction";
    case cube::Claim::names:
      return "names";
  }
  return "";
}

std::string_view relation_id(cube::Relation relation) {
  switch (relation) {
    case cube::Relation::equal:
      break;
    case cube::Relation::at_least:
      return "at-least";
    case cube::Relation::at_most:
      return "at-most";
    case cube::Relation::about:
      return "about";
  }
  return "equal";
}

std::string value_of(const cube::Statement& statement) {
  if (!statement.has_figure) return statement.text;
  std::string figure = statement.quantity.spell();
  figure.erase(std::remove(figure.begin(), figure.end(), ','), figure.end());
  return figure;
}

std::string unit_of(const cube::Statement& statement) {
  if (!statement.has_figure) return {};
  return statement.quantity.printed_unit();
}

}  // namespace mingzhang::report
