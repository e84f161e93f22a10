#include "books/query.h"

#include <algorithm>
#include <array>
#include <map>

#include "books/failure.h"
#include "money/decimal.h"
#include "money/fen.h"

namespace mingzhang::books {
namespace {

using money::Fen;

std::string yuan(Fen amount) {
  return amount.yuan().to_string();
}

/// Sums of the accounts of a year: columns kind, sum, then those that are asked for.
Statement sums(Books& books, const std::string& year, const std::string& columns) {
  auto rows = books.database().prepare("SELECT kind, sum(total), " + columns +
                                       " FROM account_sum JOIN account ON id = account WHERE year = ? GROUP BY kind, " +
                                       columns + " ORDER BY " + columns);
  rows.bind(year);
  return rows;
}

std::string rate_of(Fen spent, Fen budget) {
  if (budget <= Fen()) return "";
  return money::divide(spent.yuan(), budget.yuan(), 100, 4).floor.rounded(2).to_string();
}

}  // namespace

Answer balance(Books& books, const std::string& year) {
  constexpr std::array<std::string_view, 6> kinds = {"opening", "income",       "surplus",
                                                     "payment", "distribution", "refund"};
  std::map<std::string, std::array<Fen, 6>> funds;
  std::array<Fen, 6> total{};
  auto rows = sums(books, year, "fund");
  while (rows.step()) {
    for (std::size_t index = 0; index < kinds.size(); ++index) {
      if (rows.text(0) != kinds[index]) continue;
      auto& fund = funds[std::string(rows.text(2))];
      fund[index] = fund[index] + Fen(rows.integer(1));
      total[index] = total[index] + Fen(rows.integer(1));
    }
  }
  Answer answer;
  answer.columns = {{"fund"},        {"opening", true},      {"income", true}, {"surplus", true},
                    {"spent", true}, {"distribution", true}, {"closing", true}};
  const auto add = [&](const std::string& name, const std::array<Fen, 6>& of) {
    const Fen spent = of[3] - of[5];
    const Fen closing = of[0] + of[1] + of[2] - spent - of[4];
    answer.rows.push_back({name, yuan(of[0]), yuan(of[1]), yuan(of[2]), yuan(spent), yuan(of[4]), yuan(closing)});
  };
  for (const auto& [fund, of] : funds) add(fund, of);
  add("", total);
  return answer;
}

Answer budget(Books& books, const std::string& year) {
  struct Line {
    Fen initial, adjusted, spent;
  };
  std::map<std::vector<std::string>, Line> lines;
  Line total;
  auto rows = sums(books, year, "fund, nature, function, project, agency");
  while (rows.step()) {
    const Fen amount(rows.integer(1));
    const auto kind = rows.text(0);
    if (find_kind(kind) == nullptr || find_kind(kind)->appropriation == 0) continue;
    std::vector<std::string> key;
    for (int column = 2; column < 6; ++column) key.emplace_back(rows.text(column));
    for (Line* line : {&lines[key], &total}) {
      if (kind == "budget") line->initial = line->initial + amount;
      if (kind == "adjustment") line->adjusted = line->adjusted + amount;
      if (kind == "payment") line->spent = line->spent + amount;
      if (kind == "refund") line->spent = line->spent - amount;
    }
  }
  Answer answer;
  answer.columns = {{"fund"},           {"nature"},     {"function"},    {"project"},    {"initial", true},
                    {"adjusted", true}, {"full", true}, {"spent", true}, {"left", true}, {"rate", true}};
  const auto add = [&](std::vector<std::string> cells, const Line& line) {
    const Fen full = line.initial + line.adjusted;
    for (const Fen amount : {line.initial, line.adjusted, full, line.spent, full - line.spent})
      cells.push_back(yuan(amount));
    cells.push_back(rate_of(line.spent, full));
    answer.rows.push_back(std::move(cells));
  };
  for (const auto& [key, line] : lines) add(key, line);
  add({"", "", "", ""}, total);
  return answer;
}

namespace {

constexpr std::string_view money_years = "SELECT year FROM account_sum JOIN account ON id = account";

std::vector<std::string> years_of(Books& books, const std::string& selection) {
  auto rows = books.database().prepare(selection + " ORDER BY 1");
  std::vector<std::string> found;
  while (rows.step()) found.emplace_back(rows.text(0));
  return found;
}

}  // namespace

std::vector<std::string> years_of_money(Books& books) {
  return years_of(books, "SELECT DISTINCT year FROM (" + std::string(money_years) + ")");
}

std::vector<std::string> years(Books& books) {
  std::string selection(money_years);
  for (const auto& table : tables())
    if (table.name != "money" && table.index("year") < table.fields.size())
      selection += " UNION SELECT year FROM " + std::string(table.name);
  return years_of(books, "SELECT DISTINCT year FROM (" + selection + ") WHERE year <> ''");
}

namespace {

/// Entries that are no money have the fields of their own table.
Answer other_ledger(Books& books, const Table& table, const LedgerOptions& options) {
  Answer answer;
  answer.columns = {{"number"}, {"at"}, {"who"}, {"kind"}};
  if (table.has_amount) answer.columns.push_back({"amount", true});
  for (const auto& field : table.fields) answer.columns.push_back({field.name});
  std::string sql = "SELECT number, at, who, entry.kind";
  for (std::size_t column = 4; column < answer.columns.size(); ++column)
    sql += ", " + std::string(answer.columns[column].id);
  sql += ", coalesce(reverses, ''), note FROM entry JOIN " + std::string(table.name) +
         " ON entry = number WHERE entry.kind = ?";
  answer.columns.insert(answer.columns.end(), {{"reverses"}, {"note"}});
  std::vector<std::string> values = {options.kind};
  for (const auto& [field, value] : {std::pair("year", options.year), std::pair("project", options.project)}) {
    if (value.empty() || table.index(field) == table.fields.size()) continue;
    sql += std::string(" AND ") + field + " = ?";
    values.push_back(value);
  }
  auto rows = books.database().prepare(sql + " ORDER BY number DESC LIMIT ?");
  for (const auto& value : values) rows.bind(value);
  rows.bind(options.limit);
  while (rows.step()) {
    auto& cells = answer.rows.emplace_back();
    for (std::size_t column = 0; column < answer.columns.size(); ++column)
      cells.push_back(answer.columns[column].is_figure
                          ? Fen(rows.integer(static_cast<int>(column))).yuan().trimmed().to_string()
                          : std::string(rows.text(static_cast<int>(column))));
  }
  std::reverse(answer.rows.begin(), answer.rows.end());
  return answer;
}

}  // namespace

Answer ledger(Books& books, const LedgerOptions& options) {
  if (const auto* kind = find_kind(options.kind); kind != nullptr && kind->table->name != "money")
    return other_ledger(books, *kind->table, options);
  std::string sql =
      "SELECT number, at, who, entry.kind, year, date, fund, function, dep_economic, project, amount, voucher, "
      "document, "
      "coalesce(reverses, ''), note FROM entry JOIN money ON entry = number JOIN account ON account.id = account WHERE "
      "1";
  std::vector<std::string> values;
  const auto want = [&](const char* condition, const std::string& value) {
    if (value.empty()) return;
    sql += condition;
    values.push_back(value);
  };
  want(" AND year = ?", options.year);
  want(" AND entry.kind = ?", options.kind);
  want(" AND substr(function, 1, length(?)) = ?", options.function);
  if (!options.function.empty()) values.push_back(options.function);
  want(" AND project = ?", options.project);
  auto rows = books.database().prepare(sql + " ORDER BY number DESC LIMIT ?");
  for (const auto& value : values) rows.bind(value);
  rows.bind(options.limit);
  Answer answer;
  answer.columns = {{"number"},       {"at"},      {"who"},      {"kind"},         {"year"},
                    {"date"},         {"fund"},    {"function"}, {"dep_economic"}, {"project"},
                    {"amount", true}, {"voucher"}, {"document"}, {"reverses"},     {"note"}};
  while (rows.step()) {
    std::vector<std::string> cells;
    for (int column = 0; column < static_cast<int>(answer.columns.size()); ++column)
      cells.push_back(column == 10 ? yuan(Fen(rows.integer(column))) : std::string(rows.text(column)));
    answer.rows.push_back(std::move(cells));
  }
  std::reverse(answer.rows.begin(), answer.rows.end());
  return answer;
}

}  // namespace mingzhang::books
