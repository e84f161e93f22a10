// Are the books whole; out of the house with them, and back.
#include <fmt/format.h>

#include "books/failure.h"
#include "books/transfer.h"
#include "reader/read.h"
#include "work/books_parts.h"
#include "work/output.h"
#include "work/unreadable.h"

namespace mingzhang::work {
namespace {

using books::Books;

int verify(const BooksOptions& options, const Sinks& sinks) {
  const auto& common = options.common;
  Books books(options.books);
  const auto verified = books::verify(books);
  for (const auto& broken : verified.broken) sinks.results(broken_words(broken, common));
  sinks.results(fmt::format(fmt::runtime(common.say("{} 条记录，末条哈希 {}，{}\n", "{} entries, last hash {}, {}\n")),
                            verified.entries, verified.head,
                            verified.broken.empty() ? common.say("完好", "whole") : common.say("有损坏", "broken")));
  return verified.broken.empty() ? exit_clean : exit_errors;
}

int export_all(const BooksOptions& options, const Sinks& sinks) {
  const auto& common = options.common;
  const auto& folder = common.output;
  if (folder.empty()) throw UsageError(common.say("须用 --output 指定文件夹", "--output DIR is needed"));
  if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder))
    throw UsageError(common.say("文件夹不是空的：", "the folder is not empty: ") + folder.string());
  Books books(options.books);
  const auto files = books::export_books(books);
  // Into a folder beside it, which then gets its name: an export is whole or not there.
  auto partial = folder;
  partial += ".partial";
  std::filesystem::remove_all(partial);
  std::filesystem::create_directories(partial);
  for (const auto& file : files) write_whole(partial / file.name, file.content, common);
  if (std::filesystem::exists(folder)) std::filesystem::remove(folder);
  std::filesystem::rename(partial, folder);
  sinks.messages(fmt::format(fmt::runtime(common.say("已导出 {} 条记录到 {}\n", "{} entries exported to {}\n")),
                             books.last(), folder.string()));
  return exit_clean;
}

books::Sheet read_sheet(const std::filesystem::path& path) {
  auto sheets = sheets_of(reader::read(path));
  auto sheet = sheets.empty() ? books::Sheet() : std::move(sheets.front());
  sheet.name = path.filename().string();
  return sheet;
}

/// The files of an export, each held to the digest that the manifest has of it.
std::vector<books::Sheet> read_sheets(const BooksRestore& options, const books::Manifest& manifest) {
  std::vector<books::Sheet> sheets;
  for (const auto& [name, digest] : manifest.files) {
    const auto path = options.folder / name;
    if (digest_of(path, options.common) != digest) throw books::Failure("bad-export", name + ": SHA-256");
    sheets.push_back(read_sheet(path));
  }
  return sheets;
}

int restore(const BooksRestore& options, const Sinks& sinks) {
  const auto& common = options.common;
  if (!std::filesystem::is_directory(options.folder))
    throw UsageError(common.say("须是 books export 导出的文件夹：", "must be a folder that books export wrote: ") +
                     options.folder.string());
  try {
    const auto manifest = books::read_manifest(read_sheet(options.folder / books::manifest_name));
    const auto sheets = read_sheets(options, manifest);
    NewFile file(options.books);
    Books books = Books::create(options.books);
    auto transaction = books.begin();
    books::restore(books, manifest, sheets);
    const auto verified = books::verify(books);
    for (const auto& broken : verified.broken) sinks.messages(broken_words(broken, common));
    if (!verified.broken.empty()) return exit_errors;
    transaction.commit();
    file.keep();
    sinks.messages(
        fmt::format(fmt::runtime(common.say("已恢复 {} 条记录，末条哈希 {}\n", "{} entries restored, last hash {}\n")),
                    verified.entries, verified.head));
    return exit_clean;
  } catch (const reader::Unreadable& why) {
    sinks.messages(options.folder.string() + common.say("：", ": ") +
                   unreadable_message(why.code(), why.what(), common.language) + "\n");
    return exit_unread;
  }
}

}  // namespace

int books_verify(const BooksOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return verify(options, sinks); });
}

int books_export(const BooksOptions& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return export_all(options, sinks); });
}

int books_restore(const BooksRestore& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return restore(options, sinks); });
}

}  // namespace mingzhang::work
