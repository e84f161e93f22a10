// Balances, budget against outturn and the ledger, as a table, CSV or JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "books/csv.h"
#include "books/query.h"
#include "money/decimal.h"
#include "report/csv.h"
#include "report/excerpt.h"
#include "text/utf8.h"
#include "work/books_parts.h"
#include "work/output.h"
#include "work/text_table.h"

namespace mingzhang::work {
namespace {

using books::Answer;

/// Words that stand for an id: names of kinds and funds.
std::string shown(const Answer& answer, std::size_t row, std::size_t column, const books::Vocabulary& vocabulary,
                  const Common& common) {
  const auto& cell = answer.rows[row][column];
  const auto id = answer.columns[column].id;
  if (answer.columns[column].is_figure) {
    const auto figure = money::parse_decimal(cell);
    return figure ? figure->grouped() : cell;
  }
  if (id == "kind") return kind_name(cell, common);
  constexpr std::size_t most = 40;  // a table of words is for finding one, not for reading it
  const auto words = report::printable(common.english() ? cell : vocabulary.word(id, cell));
  const std::string beginning(text::prefix(words, most));
  return beginning.size() == words.size() ? words : beginning + "…";
}

/// A row of totals has none of the coordinates of its answer.
bool is_total(const Answer& answer, std::size_t row) {
  for (std::size_t column = 0; column < answer.columns.size(); ++column)
    if (!answer.columns[column].is_figure && !answer.rows[row][column].empty()) return false;
  return true;
}

std::string as_text(const Answer& answer, const Common& common) {
  const auto vocabulary = load_vocabulary(common);
  std::vector<std::vector<std::string>> cells(1);
  for (const auto& column : answer.columns) cells[0].push_back(column_name(column.id, vocabulary, common));
  for (std::size_t row = 0; row < answer.rows.size(); ++row) {
    cells.emplace_back();
    for (std::size_t column = 0; column < answer.columns.size(); ++column)
      cells.back().push_back(shown(answer, row, column, vocabulary, common));
    if (is_total(answer, row)) cells.back().front() = common.say("合计", "total");
  }
  std::vector<bool> figures;
  for (const auto& column : answer.columns) figures.push_back(column.is_figure);
  return text_table(cells, figures);
}

std::string as_csv(const Answer& answer) {
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t column = 0; column < answer.columns.size(); ++column)
    out += (column == 0 ? "" : ",") + std::string(answer.columns[column].id);
  out += "\r\n";
  for (const auto& row : answer.rows) {
    for (std::size_t column = 0; column < row.size(); ++column)
      out +=
          (column == 0 ? "" : ",") + (answer.columns[column].is_figure ? row[column] : report::csv_words(row[column]));
    out += "\r\n";
  }
  return out;
}

/// Figures are strings: no reader of JSON may turn them into floating point.
std::string as_json(const Answer& answer) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& row : answer.rows) {
    nlohmann::ordered_json object;
    for (std::size_t column = 0; column < row.size(); ++column)
      object[std::string(answer.columns[column].id)] = row[column];
    rows.push_back(std::move(object));
  }
  return rows.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Answer answer_to(const BooksQuery& options, books::Books& books) {
  const auto& common = options.common;
  if (options.query == Query::ledger) {
    books::LedgerOptions ledger;
    ledger.year = options.year;
    ledger.function = options.function;
    ledger.project = options.project;
    ledger.limit = options.limit;
    if (!options.kind.empty()) ledger.kind = kind_named(options.kind, load_vocabulary(common), common).id;
    return books::ledger(books, ledger);
  }
  if (options.year.empty()) throw UsageError(common.say("须用 --year 指定年度", "--year is needed"));
  require_money_of(books, options.year, common);
  return options.query == Query::balance ? books::balance(books, options.year) : books::budget(books, options.year);
}

int query(const BooksQuery& options, const Sinks& sinks) {
  refuse_output(options.common.output, {options.books}, options.common);
  books::Books books(options.books);
  const Answer answer = answer_to(options, books);
  deliver(options.format == "csv"    ? as_csv(answer)
          : options.format == "json" ? as_json(answer)
                                     : as_text(answer, options.common),
          options.common, sinks);
  return exit_clean;
}

}  // namespace

int books_query(const BooksQuery& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return query(options, sinks); });
}

}  // namespace mingzhang::work
