// What is counted, what was published, and words: the parts of a source that are no sums of money.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "books/cells.h"
#include "books/source.h"
#include "books/source_parts.h"
#include "money/fen.h"

namespace mingzhang::books {
namespace {

using cube::Cell;
using cube::Dimension;

/// Neither taken back nor taking back. CROSS keeps the few details in front of the many entries.
constexpr auto standing =
    " CROSS JOIN entry ON number = entry WHERE reverses IS NULL AND number NOT IN (SELECT reverses FROM entry WHERE "
    "reverses "
    "IS NOT NULL) ORDER BY number";

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string key(std::string_view year, std::string_view stage, std::string_view cell) {
  return fmt::format("{}\x1f{}\x1f{}", year, stage, cell);
}

}  // namespace

void BooksSource::load_counted() {
  auto rows = books_.database().prepare(
      std::string("SELECT entry, amount, year, stage, measure, item, size, name, document FROM quantity") + standing);
  while (rows.step()) {
    Counted& one = counted_.emplace_back();
    one.entry = rows.integer(0);
    one.amount = rows.integer(1);
    int column = 2;
    for (auto* text : {&one.year, &one.stage, &one.measure, &one.item, &one.size, &one.name, &one.document})
      *text = rows.text(column++);
  }
}

void BooksSource::load_published() {
  auto rows = books_.database().prepare(
      std::string("SELECT entry, year, stage, cell, value, power, scale, unit, document, line, table_id, row, col, "
                  "quote FROM published") +
      standing);
  while (rows.step()) {
    const auto cell = parse_cell(rows.text(3));
    const auto value = money::parse_decimal(rows.text(4));
    if (!cell || !value) continue;
    Published one;
    one.entry = rows.integer(0);
    one.cell =
        cell->with(Dimension::year, cube::Member(rows.text(1))).with(Dimension::stage, cube::Member(rows.text(2)));
    one.quantity.value = *value;
    one.quantity.power = number_of(rows.text(5));
    one.quantity.scale = number_of(rows.text(6));
    one.quantity.unit = rows.text(7);
    one.place.document = rows.text(8);
    one.place.line = one.place.last_line = static_cast<std::uint32_t>(number_of(rows.text(9)));
    one.place.table = rows.text(10);
    one.place.row = rows.text(11);
    one.place.column = rows.text(12);
    one.place.quote = rows.text(13);
    published_[key(rows.text(1), rows.text(2), rows.text(3))].push_back(std::move(one));
  }
}

void BooksSource::load_words() {
  auto rows = books_.database().prepare(std::string("SELECT year, role, cell, words FROM words") + standing);
  while (rows.step())
    words_.push_back(
        {std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3))});
}

std::optional<cube::Figure> BooksSource::published(const Cell& cell) const {
  const auto found = published_.find(key(cell[Dimension::year].name(), cell[Dimension::stage].name(), key_of(cell)));
  if (found == published_.end()) return std::nullopt;
  cube::Figure figure;
  figure.quantity = found->second.back().quantity;
  for (const auto& one : found->second) figure.places.push_back(one.place);
  return figure;
}

std::optional<cube::Figure> BooksSource::counted(const Cell& cell, int depth) const {
  constexpr int deepest = 4;  // of wholes within wholes
  const auto measure = cell[Dimension::measure].is_root() ? "money" : cell[Dimension::measure].name();
  const auto item = cell[Dimension::item].name();
  const auto* sizes = slices_.sizes(item);
  std::int64_t sum = 0, count = 0;
  cube::Figure figure;
  for (const auto& one : counted_) {
    const bool is_item = sizes == nullptr || one.measure != "money"
                             ? one.item == item
                             : std::find(sizes->begin(), sizes->end(), one.size) != sizes->end();
    const bool stage = one.stage.empty() || one.stage == cell[Dimension::stage].name();
    if (!is_item || !stage || one.measure != measure || one.year != cell[Dimension::year].name()) continue;
    sum = (money::Fen(sum) + money::Fen(one.amount)).count();
    ++count;
    if (figure.places.size() >= options_.places) continue;
    cube::Place place;
    place.document = path_;
    place.table = "quantity";
    place.row = std::to_string(one.entry);
    place.quote = one.name.empty() ? one.document : one.name;
    figure.places.push_back(std::move(place));
  }
  figure.quantity.value =
      measure == "money" || measure == "area" ? money::Decimal(sum, 2) : money::Decimal(sum, 2).trimmed();
  figure.quantity.scale = figure.quantity.value.scale();
  figure.quantity.unit = slices_.unit_of(measure);
  end_places(figure, count);
  if (count > 0) return figure;
  if (const auto* of = slices_.members(measure, item); of != nullptr) {
    const auto named =
        members(of->dimension, cell.with(Dimension::measure, {}).with(Dimension::item, {}).with(of->within), 0);
    figure.quantity.value = money::Decimal(static_cast<std::int64_t>(named.size()));
    for (const auto member : named)
      figure.calculation += (figure.calculation.empty() ? "" : "、") + std::string(member.name());
    return figure;
  }
  const auto* parts = slices_.parts(measure, item);
  if (parts == nullptr || depth == deepest) return std::nullopt;
  for (const auto& part : *parts) {
    const auto known = counted(cell.with(Dimension::item, cube::Member(part)), depth + 1);
    if (!known) continue;
    figure.quantity.value = figure.quantity.value + known->quantity.value;
    figure.quantity.scale = figure.quantity.value.scale();
    figure.calculation += (figure.calculation.empty() ? "" : " + ") + known->quantity.value.grouped();
    figure.places.insert(figure.places.end(), known->places.begin(), known->places.end());
  }
  return figure.calculation.empty() ? std::nullopt : std::optional(std::move(figure));
}

std::string BooksSource::words(std::string_view role, const Cell& asked) const {
  const Cell cell = resolve(asked);
  const auto year = cell[Dimension::year].name();
  if (role == "offices") return named_offices(year);
  if (role == "unit") return books_.unit_name();
  // Words that are kept for no cell are those of every cell.
  auto known = kept_words(role, key_of(cell), year);
  if (known.empty()) known = of_project(role, cell[Dimension::project].name());
  return known.empty() ? kept_words(role, "", year) : known;
}

std::string BooksSource::kept_words(std::string_view role, const std::string& cell, std::string_view year) const {
  const Words* best = nullptr;
  for (const auto& one : words_) {
    if (one.role != role || one.cell != cell || one.year > year) continue;
    if (one.year != year && !slices_.is_lasting(role)) continue;
    if (best == nullptr || best->year <= one.year) best = &one;
  }
  return best == nullptr ? std::string() : best->words;
}

std::string BooksSource::named_offices(std::string_view year) const {
  std::string names;
  for (const auto& one : counted_)
    if (one.measure == "offices" && one.year == year) names += (names.empty() ? "" : "、") + one.name;
  return names;
}

std::string BooksSource::of_project(std::string_view role, std::string_view project) const {
  const std::set<std::string_view> columns = {"basis", "allocation", "carrier", "period"};
  const auto column = role.substr(role.rfind('.') + 1);  // projects.basis
  if (project.empty() || !columns.contains(column)) return {};
  auto rows = books_.database().prepare(fmt::format(
      "SELECT {} FROM project CROSS JOIN entry ON number = entry WHERE project = ? AND reverses IS NULL AND number "
      "NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) ORDER BY number DESC",
      column));
  rows.bind(project);
  while (rows.step())
    if (!rows.text(0).empty()) return std::string(rows.text(0));
  return {};
}

}  // namespace mingzhang::books
