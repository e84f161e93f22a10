// Last year's published document becomes last year's figures and wording.
#include <fmt/format.h>

#include <set>

#include "books/cells.h"
#include "books/failure.h"
#include "publish/kept_words.h"
#include "report/excerpt.h"
#include "text/normal.h"
#include "text/utf8.h"
#include "work/books_parts.h"
#include "work/examine.h"
#include "work/known_profile.h"

namespace mingzhang::work {
namespace {

using books::Books;
using cube::Dimension;

/// What is adopted, with where it stood.
struct Adopted {
  std::vector<books::Draft> drafts;
  std::string shown;
};

std::string place_words(const cube::Place& place, const Common& common) {
  std::string words = fmt::format(fmt::runtime(common.say("第 {} 行", "line {}")), place.line);
  if (!place.table.empty()) words += " " + place.table;
  if (!place.row.empty()) words += " " + place.row;
  if (!place.column.empty()) words += " " + place.column;
  return words;
}

/// Performance tables have a life of their own: neither figures of the accounts nor words of the narrative.
bool in_performance_table(const profile::Reading& reading, const cube::Place& place) {
  const auto* table = place.table.empty() ? nullptr : reading.form()->table(place.table);
  return table != nullptr && table->performance.has_value();
}

bool is_account_figure(const profile::Reading& reading, const cube::Statement& statement, const std::string& year) {
  if (in_performance_table(reading, statement.place)) return false;
  static const std::set<std::string_view> others = {"weight", "score", "rate", "target", "actual", "last", "percent"};
  const auto& cell = statement.cell;
  return statement.kind == cube::Kind::value && statement.has_figure && statement.open.empty() &&
         statement.relation == cube::Relation::equal && cell[Dimension::year].name() == year &&
         !others.contains(cell[Dimension::measure].name());
}

books::Draft figure_draft(const cube::Statement& statement, const std::string& year, const std::string& document) {
  books::Draft draft(*books::find_kind("published"));
  const auto& place = statement.place;
  draft.values = {year,
                  std::string(statement.cell[Dimension::stage].name()),
                  books::key_of(statement.cell),
                  statement.quantity.value.to_string(),
                  std::to_string(statement.quantity.power),
                  std::to_string(statement.quantity.scale),
                  statement.quantity.unit,
                  document,
                  std::to_string(place.line),
                  place.table,
                  place.row,
                  place.column,
                  place.quote};
  return draft;
}

void adopt_figures(const profile::Reading& reading, const std::string& year, const std::string& document,
                   const Common& common, Adopted& adopted) {
  std::set<std::string> seen;
  for (const bool in_tables : {true, false}) {  // a table is nearer to the accounts than the narrative
    for (const auto& statement : reading.facts.statements) {
      if (statement.place.table.empty() == in_tables || !is_account_figure(reading, statement, year)) continue;
      if (!seen.insert(cube::to_string(statement.cell)).second) continue;
      adopted.drafts.push_back(figure_draft(statement, year, document));
      adopted.shown += fmt::format("{}{}\t{}\t{}\n", statement.quantity.spell(), statement.quantity.printed_unit(),
                                   cube::to_string(statement.cell), place_words(statement.place, common));
    }
  }
}

void add_words(Adopted& adopted, const std::string& year, const std::string& role, const std::string& cell,
               std::string words, const std::string& place) {
  constexpr std::size_t shown = 40;
  if (words.empty()) return;
  adopted.shown += fmt::format("{}\t{}{}{}\t{}\n", report::printable(std::string(text::prefix(words, shown))), role,
                               cell.empty() ? "" : " ", cell, place);
  books::Draft draft(*books::find_kind("text"));
  draft.values = {year, role, cell, std::move(words)};
  adopted.drafts.push_back(std::move(draft));
}

/// Under the roles by which next year's document asks for them.
void adopt_words(const profile::Reading& reading, const std::string& year, const Common& common, Adopted& adopted) {
  for (auto& kept : publish::kept_words(reading))
    add_words(adopted, year, kept.role, books::key_of(kept.cell), std::move(kept.words),
              place_words(kept.place, common));
}

int enter(Books& books, const Adopted& adopted, const BooksAdopt& options, const std::string& digest,
          const Sinks& sinks) {
  const auto& common = options.common;
  const auto vocabulary = load_vocabulary(common);
  auto desk = desk_for(books, vocabulary, options);
  std::vector<books::Problem> problems;
  books::Draft import(*books::find_kind("import"));
  import.values = {options.file.filename().string(), digest, std::to_string(adopted.drafts.size())};
  desk.take(import, problems);
  for (const auto& draft : adopted.drafts) desk.take(draft, problems);
  for (const auto& problem : problems)
    sinks.messages(field_name(problem.field, vocabulary, common) + common.say("：", ": ") +
                   problem_words(problem, vocabulary, common) + "\n");
  return problems.empty() ? exit_clean : exit_errors;
}

int adopt(const BooksAdopt& options, const Sinks& sinks) {
  const auto& common = options.common;
  const auto data = common.data_files();
  require_profile(options.profile, data, common);
  const auto digest = digest_of(options.file, common);
  Shelf shelf(data);
  const Examined examined = examine(Disclosure::of(options.file), shelf, options.profile, common.language);
  const auto entry = examined.entry();
  if (entry.result == nullptr) {
    sinks.messages(failure_line(entry, common.language));
    return exit_unread;
  }
  const auto& reading = entry.result->reading;
  if (mostly_unread(*entry.result) || reading.recognition.year == 0) {
    sinks.messages(options.file.string() + common.say("：格式或年度未能识别，没有采用\n",
                                                      ": form or year not recognised, nothing was adopted\n"));
    return exit_unread;
  }
  Books books(options.books);
  auto transaction = books.begin();
  if (const auto before = books.import_of(digest); before != 0 && !options.again) {
    sinks.messages(
        fmt::format(fmt::runtime(common.say("{}：这个文件已采用过（第 {} 号记录）；确要再采用一次，用 --again\n",
                                            "{}: already adopted (entry {}); --again adopts it once more\n")),
                    options.file.string(), before));
    return exit_errors;
  }
  if (text::normal_text(books.unit_name()) != reading.recognition.unit)
    sinks.messages(fmt::format(fmt::runtime(common.say("注意：文件的单位是 {}，账册的单位是 {}\n",
                                                       "note: the document is of {}, the books are of {}\n")),
                               report::printable(reading.recognition.unit), books.unit_name()));
  const auto year = std::to_string(reading.recognition.year);
  Adopted adopted;
  adopt_figures(reading, year, options.file.filename().string(), common, adopted);
  adopt_words(reading, year, common, adopted);
  sinks.results(adopted.shown);
  const int code = enter(books, adopted, options, digest, sinks);
  if (code != exit_clean) return code;
  sinks.messages(fmt::format(fmt::runtime(common.say("{}：{} 年度，采用 {} 项{}\n", "{}: year {}, {} adopted{}\n")),
                             options.file.string(), year, adopted.drafts.size(),
                             options.dry_run ? common.say("（试运行，没有写入）", " (dry run, nothing written)") : ""));
  if (!options.dry_run) transaction.commit();
  return exit_clean;
}

}  // namespace

int books_adopt(const BooksAdopt& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return adopt(options, sinks); });
}

}  // namespace mingzhang::work
