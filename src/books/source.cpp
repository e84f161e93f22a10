#include "books/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "books/cells.h"
#include "books/failure.h"
#include "books/source_parts.h"
#include "money/fen.h"

namespace mingzhang::books {
namespace {

using cube::Cell;
using cube::Dimension;
using cube::Member;

constexpr std::array<Coordinate, 8> coordinates = {{{1, Dimension::unit},
                                                    {2, Dimension::fund},
                                                    {3, Dimension::level},
                                                    {4, Dimension::vintage},
                                                    {5, Dimension::function},
                                                    {6, Dimension::economic},
                                                    {8, Dimension::nature},
                                                    {9, Dimension::project}}};
constexpr std::size_t year_field = 0, vintage_field = 4, function_field = 5, dep_economic = 6, gov_economic = 7;

bool is_code_field(std::size_t field) {
  return field == function_field || field == dep_economic || field == gov_economic;
}

cube::Quantity yuan(std::int64_t fen) {
  cube::Quantity quantity;
  quantity.value = money::Fen(fen).yuan();
  quantity.scale = 2;
  quantity.unit = "元";
  return quantity;
}

bool contains(const std::vector<const Kind*>& kinds, const Kind* kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

bool BooksSource::Filter::takes(const Account& account) const {
  return std::all_of(wants.begin(), wants.end(), [&](const Want& want) { return want.names[account.at[want.field]]; });
}

BooksSource::BooksSource(Books& books, const Slices& slices, Options options)
    : books_(books), slices_(slices), options_(std::move(options)) {
  path_ = books.file_name();
  load_accounts();
  load_counted();
  load_published();
  load_words();
}

BooksSource::~BooksSource() = default;

void BooksSource::load_accounts() {
  std::array<std::unordered_map<std::string, std::size_t>, account_fields> indexes;
  std::string fields;
  for (const auto& field : find_table("money")->fields.first(account_fields)) fields += fmt::format(", {}", field.name);
  auto rows = books_.database().prepare(fmt::format(
      "SELECT id, kind, total, entries{} FROM account JOIN account_sum ON id = account ORDER BY first", fields));
  while (rows.step()) {
    Account account;
    account.id = rows.integer(0);
    account.kind = find_kind(rows.text(1));
    if (account.kind == nullptr) throw Failure("damaged", fmt::format("account {}: kind", account.id));
    account.sum = rows.integer(2);
    account.count = rows.integer(3);
    for (std::size_t field = 0; field < account_fields; ++field) {
      const auto name = rows.text(4 + static_cast<int>(field));
      const auto [found, is_new] = indexes[field].try_emplace(std::string(name), names_[field].size());
      if (is_new) names_[field].emplace_back(name);
      account.at[field] = static_cast<std::uint32_t>(found->second);
    }
    account.carried = names_[vintage_field][account.at[vintage_field]].name() == "carried";
    accounts_.push_back(account);
  }
}

Cell BooksSource::resolve(Cell cell) const {
  auto& year = cell[Dimension::year];
  if (year.is_root()) year = Member(std::to_string(options_.year));
  if (year.name() == "last") year = Member(std::to_string(options_.year - 1));
  if (cell[Dimension::stage].is_root()) cell[Dimension::stage] = Member(options_.stage);
  if (cell[Dimension::measure].name() == "money") cell[Dimension::measure] = Member();
  return cell;
}

bool BooksSource::is_earlier(const Cell& cell) const {
  return cell[Dimension::year].name() < std::to_string(options_.year);
}

bool BooksSource::is_money(const Cell& cell) const {
  const auto item = cell[Dimension::item];
  return cell[Dimension::measure].is_root() && (item.is_root() || slices_.item(item.name()) != nullptr);
}

/// Any of these names; codes stand for all that begin with them.
void BooksSource::want(Filter& filter, std::size_t field, const std::vector<std::string>& names, bool codes) const {
  Filter::Want want{field, {}};
  for (const auto member : names_[field])
    want.names.push_back(std::any_of(names.begin(), names.end(), [&](const auto& name) {
      return codes ? member.name().starts_with(name) : member.name() == name;
    }));
  filter.wants.push_back(std::move(want));
}

std::optional<BooksSource::Filter> BooksSource::filter_of(const Cell& cell) const {
  if (!cell[Dimension::scope].is_root()) return std::nullopt;
  Filter filter;
  want(filter, year_field, {std::string(cell[Dimension::year].name())}, false);
  for (const auto& [field, dimension] : coordinates) {
    const auto member = cell[dimension];
    if (member.is_root()) continue;
    const bool government = dimension == Dimension::economic && member.name().starts_with("5");
    want(filter, government ? gov_economic : field, slices_.group(dimension, member.name()), is_code_field(field));
  }
  const auto* item = slices_.item(cell[Dimension::item].name());
  if (item != nullptr && !item->economic.empty()) want(filter, dep_economic, item->economic, true);
  return filter;
}

bool BooksSource::takes(const Term& term, const Filter& filter, const Account& account) const {
  if (!contains(term.plus, account.kind) && !contains(term.minus, account.kind)) return false;
  return !(term.carried && !account.carried) && !(term.current && account.carried) && filter.takes(account);
}

/// A cell under another name is that cell; what it says of its own stays.
Cell BooksSource::own_cell(const Cell& cell) const {
  const auto* item = slices_.item(cell[Dimension::item].name());
  if (item == nullptr || !item->economic.empty()) return cell;
  return cell.with(Dimension::item, {}).with(item->cell);
}

BooksSource::Sum BooksSource::sum_of(const Term& term, const Filter& filter) const {
  Sum sum;
  money::Fen total;
  for (const auto& account : accounts_) {
    if (!takes(term, filter, account)) continue;
    const money::Fen amount(account.sum);
    total = contains(term.plus, account.kind) ? total + amount : total - amount;
    sum.count += account.count;
  }
  sum.fen = total.count();
  return sum;
}

std::optional<cube::Figure> BooksSource::money(const Cell& asked) const {
  const Cell cell = own_cell(asked);
  const auto* terms = terms_of(cell);
  const auto filter = filter_of(cell);
  if (terms == nullptr || !filter) return std::nullopt;
  money::Fen total;
  std::int64_t count = 0;
  std::string parts;
  for (const auto& term : *terms) {
    const Sum sum = sum_of(term, *filter);
    total = term.sign > 0 ? total + money::Fen(sum.fen) : total - money::Fen(sum.fen);
    count += sum.count;
    if (!parts.empty()) parts += term.sign > 0 ? " + " : " - ";
    parts += fmt::format("{} {}", term.name, money::Fen(sum.fen).yuan().grouped());
  }
  if (count == 0) return std::nullopt;
  cube::Figure figure;
  figure.quantity = yuan(total.count());
  if (terms->size() > 1) {
    const auto name = name_of_flow(cell[Dimension::flow].name());
    figure.calculation = fmt::format("{} {} = {}", name, money::Fen(total).yuan().grouped(), parts);
  }
  for (const auto& term : *terms)
    for (const auto& account : accounts_)
      if (figure.places.size() < options_.places && takes(term, *filter, account)) add_places(account, figure);
  end_places(figure, count);
  return figure;
}

void BooksSource::add_places(const Account& account, cube::Figure& figure) const {
  auto rows = books_.database().prepare(
      "SELECT entry, amount, voucher, document, date FROM money WHERE account = ? ORDER BY entry LIMIT ?");
  rows.bind(account.id).bind(static_cast<std::int64_t>(options_.places - figure.places.size()));
  while (rows.step()) {
    cube::Place place;
    place.document = path_;
    place.table = account.kind->id;
    place.row = std::to_string(rows.integer(0));
    place.column = money::Fen(rows.integer(1)).yuan().grouped();
    place.quote = rows.text(2).empty() ? rows.text(3) : rows.text(2);
    if (place.quote.empty()) place.quote = rows.text(4);
    figure.places.push_back(std::move(place));
  }
}

void BooksSource::end_places(cube::Figure& figure, std::int64_t count) const {
  const auto shown = static_cast<std::int64_t>(figure.places.size());
  if (shown >= count) return;
  cube::Place rest;
  rest.document = path_;
  rest.quote = fmt::format("共 {} 笔，此处列出 {} 笔", count, shown);
  figure.places.push_back(std::move(rest));
}

std::optional<cube::Figure> BooksSource::figure(const Cell& asked) const {
  const Cell cell = resolve(asked);
  const auto from_books = [&] { return is_money(cell) ? money(cell) : counted(cell); };
  if (is_earlier(cell)) {
    auto known = published(cell);
    return known ? known : from_books();
  }
  auto known = from_books();
  return known ? known : published(cell);
}

/// The accounts that have anything in the slice.
std::vector<const BooksSource::Account*> BooksSource::accounts_of(const Cell& asked) const {
  std::vector<const Account*> found;
  const Cell cell = own_cell(asked);
  const auto* terms = terms_of(cell);
  const auto filter = filter_of(cell);
  if (terms == nullptr || !filter) return found;
  for (const auto& account : accounts_)
    if (account.sum != 0 &&
        std::any_of(terms->begin(), terms->end(), [&](const Term& term) { return takes(term, *filter, account); }))
      found.push_back(&account);
  return found;
}

std::vector<Member> BooksSource::members(Dimension dimension, const Cell& within, std::size_t level) const {
  const Cell cell = resolve(within);
  std::vector<Member> found;
  std::set<std::string> seen;
  const auto add = [&](std::string_view name) {
    if (!name.empty() && seen.emplace(name).second) found.emplace_back(name);
  };
  const bool codes = dimension == Dimension::function || dimension == Dimension::economic;
  const auto add_code = [&](std::string_view code) {
    if (!codes) return add(code);
    for (std::size_t digits = 3; digits <= code.size(); digits += 2)
      if (level == 0 || digits == level) add(code.substr(0, digits));
  };
  for (const auto& [key, all] : published_)
    for (const auto& one : all) {
      const auto member = one.cell[dimension];
      if (is_earlier(cell) && !member.is_root() && cell.with(dimension, member) == one.cell &&
          !one.quantity.value.is_zero())
        add_code(member.name());
    }
  if (is_money(cell)) {
    const auto at = std::find_if(coordinates.begin(), coordinates.end(),
                                 [&](const auto& one) { return one.dimension == dimension; });
    if (at != coordinates.end())
      for (const auto* account : accounts_of(cell)) add_code(names_[at->field][account->at[at->field]].name());
  }
  if (dimension == Dimension::item)
    for (const auto& one : counted_) {
      const auto measure = cell[Dimension::measure].is_root() ? "money" : cell[Dimension::measure].name();
      const bool stage = one.stage.empty() || one.stage == cell[Dimension::stage].name();
      if (one.measure == measure && one.year == cell[Dimension::year].name() && stage) add(one.item);
    }
  if (codes) std::sort(found.begin(), found.end());
  return found;
}

}  // namespace mingzhang::books
