#include "work/books_parts.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include "books/csv.h"
#include "books/query.h"
#include "profile/classification.h"
#include "text/utf8.h"
#include "work/output.h"

namespace mingzhang::work {
namespace {

/// The classification of a year: that year's file, else the nearest earlier one, else the earliest (as profiles do).
class Classifications {
 public:
  Classifications(profile::DataFiles data, std::string folder) : data_(std::move(data)), folder_(std::move(folder)) {}

  bool knows(std::string_view code, int year) {
    const auto name = file_of(year);
    auto found = loaded_.find(name);
    if (found == loaded_.end())
      found = loaded_.emplace(name, profile::Classification::parse(data_.read(name), name)).first;
    return found->second.knows(code);
  }

 private:
  std::string file_of(int year) const {
    const auto files = data_.list(folder_);
    if (files.empty()) throw profile::BadProfile(folder_ + ": no classification");
    const auto wanted = fmt::format("{}/{}.csv", folder_, year);
    std::string best = files.front();
    for (const auto& file : files)
      if (file <= wanted) best = file;
    return best;
  }

  profile::DataFiles data_;
  std::string folder_;
  std::map<std::string, profile::Classification> loaded_;
};

std::function<bool(std::string_view, int)> asked_of(const Common& common, const char* folder) {
  auto known = std::make_shared<Classifications>(common.data_files(), folder);
  return [known](std::string_view code, int year) { return known->knows(code, year); };
}

bool is_one_line(const std::string& words) {
  return words.find_first_of("\n\r\t") == std::string::npos && text::first_invalid(words) == std::string::npos;
}

void require_one_of(const std::vector<std::string>& known, const std::string& year, const std::string& words,
                    const Common& common) {
  if (std::find(known.begin(), known.end(), year) == known.end())
    throw UsageError(words + year + there_are(known, common));
}

/// Rows of lines that are tables by tabs or by a grid.
void add_tabbed(const document::Line& line, books::Sheet& sheet) {
  books::Sheet::Row row;
  row.line = line.number;
  for (const auto& fragment : line.fragments) {
    const auto column = static_cast<std::size_t>(std::max(fragment.column, 0));
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = line.text.substr(fragment.begin, fragment.end - fragment.begin);
  }
  sheet.rows.push_back(std::move(row));
}

}  // namespace

books::Vocabulary load_vocabulary(const Common& common) {
  constexpr auto name = "books/columns.toml";
  return {common.data_files().read(name), name};
}

books::Codes codes_of(const Common& common) {
  return {asked_of(common, "classifications/functional"), asked_of(common, "classifications/economic")};
}

std::string who_of(const BooksOptions& options) {
  if (!options.who.empty()) return options.who;
  const passwd* user = ::getpwuid(::geteuid());
  return user == nullptr ? "uid " + std::to_string(::geteuid()) : std::string(user->pw_name);
}

books::Desk desk_for(books::Books& books, const books::Vocabulary& vocabulary, const BooksOptions& options) {
  const auto who = who_of(options);
  if (who.size() > 200 || !is_one_line(who))
    throw UsageError(options.common.say("--who 须是一行不超过 200 字节的姓名",
                                        "--who must be a name on one line, 200 bytes at most"));
  return {books, vocabulary, codes_of(options.common), who};
}

void allow_overspend(books::Desk& desk, const std::string& words, const Common& common) {
  if (words.empty()) return;
  const auto slash = words.find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == words.size() || !is_one_line(words))
    throw UsageError(common.say("--allow-overspend 须写成 批准人/理由", "--allow-overspend is WHO/REASON"));
  desk.allow(words);
}

void require_year(books::Books& books, const std::string& year, const Common& common) {
  require_one_of(books::years(books), year,
                 common.say("账册中没有这一年度的记录：", "the books have no entries of the year "), common);
}

void require_money_of(books::Books& books, const std::string& year, const Common& common) {
  require_one_of(books::years_of_money(books), year,
                 common.say("账册中没有这一年度的预算和收支：", "the books have no budget or money of the year "),
                 common);
}

std::string digest_of(const std::filesystem::path& path, const Common& common) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))  // a pipe may never end
    throw UsageError(common.say("不是文件（而是文件夹、管道或设备）：", "no regular file: ") + path.string());
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw UsageError(common.say("打不开文件，请核对文件名和权限：", "cannot open, check name and rights: ") +
                     path.string());
  books::Hasher hasher;
  std::string piece(1 << 20, '\0');
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
    hasher.add(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
  return books::hex(hasher.finish());
}

NewFile::~NewFile() {
  if (keep_) return;
  std::error_code ignored;  // what cannot be removed was never made
  for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end, ignored);
}

std::vector<books::Sheet> sheets_of(const document::Document& document) {
  std::vector<books::Sheet> sheets;
  std::uint32_t page = 0;
  std::string pending;  // a record that goes on: a quotation mark is open
  std::uint32_t pending_line = 0;
  for (const auto& line : document.lines) {
    if (sheets.empty() || line.page != page) {
      page = line.page;
      sheets.emplace_back();
      if (page > 0 && page <= document.sheets.size()) sheets.back().name = document.sheets[page - 1];
    }
    if (pending.empty() && (line.grid != 0 || line.tabs > 0)) {
      add_tabbed(line, sheets.back());
      continue;
    }
    if (pending.empty()) pending_line = line.number;
    if (!pending.empty()) pending += std::string(line.blank_before + 1, '\n');
    pending += line.text;
    books::Sheet::Row row;
    row.line = pending_line;
    if (!books::split_csv(pending, row.cells)) continue;
    pending.clear();
    sheets.back().rows.push_back(std::move(row));
  }
  if (!pending.empty()) sheets.back().rows.push_back({pending_line, {pending}});
  return sheets;
}

}  // namespace mingzhang::work
