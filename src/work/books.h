// The use cases of whoever keeps books: entering, importing, asking, checking, taking along.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

struct BooksOptions {
  Common common;
  std::filesystem::path books;
  std::string who;  ///< empty: the user of the system
};

struct BooksInit : BooksOptions {
  std::string unit, code;
};
int books_init(const BooksInit& options, const Sinks& sinks);

struct BooksAdd : BooksOptions {
  std::string kind;
  std::vector<std::string> pairs;  ///< key=value
  std::string allow_overspend;     ///< WHO/REASON
};
int books_add(const BooksAdd& options, const Sinks& sinks);

struct BooksReverse : BooksOptions {
  std::int64_t number = 0;
  std::string reason, allow_overspend;
};
int books_reverse(const BooksReverse& options, const Sinks& sinks);

struct BooksImport : BooksOptions {
  std::vector<std::filesystem::path> files;
  std::string kind;           ///< of rows that do not say it
  std::string into_register;  ///< rows are records of this register
  bool dry_run = false, again = false;
  std::string allow_overspend;
};
int books_import(const BooksImport& options, const Sinks& sinks);

struct BooksAdopt : BooksOptions {
  std::filesystem::path file;
  std::string profile;
  bool dry_run = false, again = false;
};
/// Last year's document (or this year's published budget) becomes what was published.
int books_adopt(const BooksAdopt& options, const Sinks& sinks);

int books_verify(const BooksOptions& options, const Sinks& sinks);
/// Into the folder `common.output`, which must be empty or not be there.
int books_export(const BooksOptions& options, const Sinks& sinks);
struct BooksRestore : BooksOptions {
  std::filesystem::path folder;
};
int books_restore(const BooksRestore& options, const Sinks& sinks);

enum class Query : std::uint8_t { balance, budget, ledger };
struct BooksQuery : BooksOptions {
  Query query = Query::balance;
  std::string year, kind, function, project, format;  ///< text, csv or json
  std::int64_t limit = 1000;
};
int books_query(const BooksQuery& options, const Sinks& sinks);

}  // namespace mingzhang::work
