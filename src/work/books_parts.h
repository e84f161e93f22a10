// What the use cases of books share.
#pragma once

#include <string>
#include <vector>

#include "books/desk.h"
#include "books/rows.h"
#include "books/slices.h"
#include "books/verify.h"
#include "books/vocabulary.h"
#include "document/document.h"
#include "work/books.h"

namespace mingzhang::work {

books::Vocabulary load_vocabulary(const Common& common);
books::Codes codes_of(const Common& common);
std::string who_of(const BooksOptions& options);
books::Desk desk_for(books::Books& books, const books::Vocabulary& vocabulary, const BooksOptions& options);
/// Throws UsageError unless it is WHO/REASON.
void allow_overspend(books::Desk& desk, const std::string& words, const Common& common);

/// Throws UsageError where the books have nothing, or no money, of that year: an empty answer would look like a true
/// one.
void require_year(books::Books& books, const std::string& year, const Common& common);
void require_money_of(books::Books& books, const std::string& year, const Common& common);

/// SHA-256 of a file, in hex; throws UsageError where it cannot be opened.
std::string digest_of(const std::filesystem::path& path, const Common& common);

/// New books that vanish again unless they are kept: a run that failed leaves no file. Declared before the books.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path) : path_(std::move(path)), keep_(std::filesystem::exists(path_)) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();
  void keep() { keep_ = true; }

 private:
  std::filesystem::path path_;
  bool keep_;
};

/// The tables of a document: a workbook has one for every sheet; text is separated by tabs or commas.
std::vector<books::Sheet> sheets_of(const document::Document& document);

// performance_entry.cpp: what is said of goals, indicators and actual values that have just been entered, inside the
// transaction. Whether they may stay.
struct JustEntered {
  std::string file;  ///< empty: a single entry
  std::vector<books::Placed> placed;
};
bool examine_entries(books::Books& books, const std::vector<JustEntered>& entered, const BooksOptions& options,
                     const Sinks& sinks);

// books_words.cpp
std::string kind_name(std::string_view id, const Common& common);
/// What is wrong, after the name of the field as a file would head it.
std::string problem_words(const books::Problem& problem, const books::Vocabulary& vocabulary, const Common& common);
std::string row_problem_line(const std::string& file, const books::RowProblem& problem,
                             const books::Vocabulary& vocabulary, const Common& common);
/// The kind that is meant; throws UsageError, which lists the kinds that a person enters.
const books::Kind& kind_named(const std::string& spelled, const books::Vocabulary& vocabulary, const Common& common);
std::string field_name(std::string_view field, const books::Vocabulary& vocabulary, const Common& common);
/// Why books cannot be used, and what to do about it.
std::string books_failure(const std::string& code, const std::string& detail, const Common& common);
std::string broken_words(const books::Broken& broken, const Common& common);
std::string column_name(std::string_view id, const books::Vocabulary& vocabulary, const Common& common);

}  // namespace mingzhang::work
