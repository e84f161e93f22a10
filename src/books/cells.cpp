#include "books/cells.h"

namespace mingzhang::books {
namespace {

using cube::Dimension;

/// A dimension and "=" at the beginning of `text`; the bytes that they take.
std::optional<std::pair<Dimension, std::size_t>> dimension_at(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto dimension = cube::dimension_named(text.substr(0, equals));
  if (!dimension) return std::nullopt;
  return std::pair{*dimension, equals + 1};
}

/// Where the next "dimension=" after a blank begins, or the end.
std::size_t next_dimension(std::string_view text) {
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1))
    if (dimension_at(text.substr(blank + 1))) return blank;
  return text.size();
}

}  // namespace

std::optional<cube::Cell> parse_cell(std::string_view text) {
  cube::Cell cell;
  while (!text.empty()) {
    const auto found = dimension_at(text);
    if (!found) return std::nullopt;
    text.remove_prefix(found->second);
    const auto end = next_dimension(text);
    if (end == 0) return std::nullopt;
    cell[found->first] = cube::Member(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return cell;
}

std::string key_of(const cube::Cell& cell) {
  return cube::to_string(cell.with(Dimension::year, {}).with(Dimension::stage, {}));
}

}  // namespace mingzhang::books
