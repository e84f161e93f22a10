// Files of rows into books: all of them or nothing, and never the same file twice unawares.
#include <fmt/format.h>

#include "books/failure.h"
#include "books/registers.h"
#include "reader/read.h"
#include "work/books_parts.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

using books::Books;

struct File {
  std::filesystem::path path;
  std::string digest;
  std::vector<books::Sheet> sheets;
};

/// Empty where the file cannot be read, which has been told.
std::optional<File> read_file(const std::filesystem::path& path, const Common& common, const Sinks& sinks) {
  try {
    File file{path, digest_of(path, common), {}};
    file.sheets = sheets_of(reader::read(path));
    return file;
  } catch (const reader::Unreadable& why) {
    sinks.messages(path.string() + common.say("：", ": ") +
                   unreadable_message(why.code(), why.what(), common.language) + "\n");
    if (why.code() == "too-large")
      sinks.messages(common.say("可以分成几个文件，在一条命令里一起导入，仍是全部记入或全部不记。\n",
                                "it may be split into files that one command imports: still all of them or nothing\n"));
    return std::nullopt;
  }
}

bool is_new(Books& books, const File& file, const BooksImport& options, const Sinks& sinks) {
  const auto before = books.import_of(file.digest);
  if (before == 0 || options.again) return true;
  const auto entry = books.entry(before);
  sinks.messages(
      fmt::format(fmt::runtime(options.common.say(
                      "{}：这个文件已于 {} 由 {} 导入（第 {} 号记录，当时的文件名 {}）；确要再导入一次，用 --again\n",
                      "{}: this file was imported at {} by {} (entry {}, then called {}); --again imports "
                      "it once more\n")),
                  file.path.string(), entry->at, entry->who, before, entry->value("file")));
  return false;
}

/// The import itself is an entry, before those of its rows.
void note_import(Books& books, books::Desk& desk, const File& file) {
  std::size_t rows = 0;
  for (const auto& sheet : file.sheets) rows += sheet.rows.size();
  books::Draft draft(*books::find_kind("import"));
  draft.values = {file.path.filename().string(), file.digest, std::to_string(rows)};
  std::vector<books::Problem> problems;
  if (desk.take(draft, problems) == 0) throw books::Failure("damaged", std::to_string(books.last()));
}

void tell_taken(const File& file, const books::Taken& taken, const Common& common, const Sinks& sinks) {
  std::string words = file.path.string() + common.say("：", ": ");
  words += fmt::format(fmt::runtime(common.say("{} 行", "{} rows")), taken.rows);
  for (std::size_t index = 0; index < taken.by_kind.size(); ++index)
    if (taken.by_kind[index] != 0)
      words += fmt::format("{}{} {}", common.say("，", ", "), kind_name(books::kinds()[index].id, common),
                           taken.by_kind[index]);
  if (taken.bad_rows == 0 && taken.first != 0)
    words += fmt::format(fmt::runtime(common.say("；编号 {} 至 {}", "; entries {} to {}")), taken.first, taken.last);
  sinks.results(words + "\n");
  for (const auto& header : taken.ignored)
    sinks.messages(common.say("  未采用的列：", "  column not used: ") + header + "\n");
}

void tell_problems(const File& file, const books::Taken& taken, const books::Vocabulary& vocabulary,
                   const Common& common, const Sinks& sinks) {
  for (const auto& problem : taken.problems)
    sinks.messages(row_problem_line(file.path.string(), problem, vocabulary, common));
  sinks.messages(fmt::format(fmt::runtime(common.say("{}：{} 行有问题{}\n", "{}: {} rows are wrong{}\n")),
                             file.path.string(), taken.bad_rows,
                             taken.problems.size() == books::most_problems
                                 ? common.say("，只列出前 100 条", ", the first 100 problems are listed")
                                 : ""));
}

/// The register that rows go into; empty where they are entries of the usual kinds.
std::optional<books::Register> register_of(Books& books, const BooksImport& options) {
  if (options.into_register.empty()) return std::nullopt;
  auto found = books::find_register(books, options.into_register);
  if (found) return found;
  const auto& common = options.common;
  throw UsageError(common.say("账册中没有这个台账：", "the books have no such register: ") + options.into_register +
                   there_are(books::register_names(books), common));
}

/// Whether all rows of all files were good.
bool take_files(Books& books, const std::vector<File>& files, const books::Vocabulary& vocabulary,
                const BooksImport& options, const Sinks& sinks) {
  const auto* kind = options.kind.empty() ? nullptr : &kind_named(options.kind, vocabulary, options.common);
  auto desk = desk_for(books, vocabulary, options);
  allow_overspend(desk, options.allow_overspend, options.common);
  const auto into = register_of(books, options);
  bool good = true;
  std::vector<JustEntered> entered;
  for (const auto& file : files) {
    if (!is_new(books, file, options, sinks)) return false;
    books::Taken taken;
    note_import(books, desk, file);
    for (const auto& sheet : file.sheets)
      into ? books::take_records(desk, *into, sheet, taken) : books::take_rows(desk, vocabulary, sheet, kind, taken);
    tell_taken(file, taken, options.common, sinks);
    if (!taken.placed.empty()) entered.push_back({file.path.string(), std::move(taken.placed)});
    if (taken.problems.empty()) continue;
    good = false;
    tell_problems(file, taken, vocabulary, options.common, sinks);
  }
  return good && examine_entries(books, entered, options, sinks);
}

int import(const BooksImport& options, const Sinks& sinks) {
  const auto& common = options.common;
  const auto vocabulary = load_vocabulary(common);
  std::vector<File> files;
  for (const auto& path : options.files) {
    auto file = read_file(path, common, sinks);
    if (!file) return exit_unread;
    files.push_back(std::move(*file));
  }
  Books books(options.books);
  auto transaction = books.begin();
  if (!take_files(books, files, vocabulary, options, sinks)) {
    sinks.messages(common.say("没有导入任何内容。\n", "Nothing was imported.\n"));
    return exit_errors;
  }
  if (options.dry_run) {
    sinks.messages(common.say("试运行：没有写入。\n", "Dry run: nothing was written.\n"));
    return exit_clean;
  }
  transaction.commit();
  return exit_clean;
}

}  // namespace

int books_import(const BooksImport& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return import(options, sinks); });
}

}  // namespace mingzhang::work
