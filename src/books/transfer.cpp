#include "books/transfer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "books/csv.h"
#include "books/failure.h"
#include "books/values.h"
#include "money/decimal.h"

namespace mingzhang::books {
namespace {

constexpr std::string_view common_fields[] = {"number", "kind", "at", "who", "reverses", "note", "allowed"};
constexpr std::size_t common_count = std::size(common_fields);

std::vector<std::string> headers_of(const Table& table) {
  std::vector<std::string> headers(std::begin(common_fields), std::end(common_fields));
  if (table.has_amount) headers.emplace_back("amount");
  for (const auto& field : table.fields) headers.emplace_back(field.name);
  headers.emplace_back("hash");
  return headers;
}

void append_record(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) out += ',';
    append_csv(out, cells[index]);
  }
  out += '\n';
}

std::string hex_of(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return out;
}

std::vector<std::string> record_of(const Entry& entry, std::string_view hash) {
  std::vector<std::string> cells = {std::to_string(entry.number),
                                    std::string(entry.kind->id),
                                    entry.at,
                                    escaped(entry.who),
                                    entry.reverses == 0 ? "" : std::to_string(entry.reverses),
                                    escaped(entry.note),
                                    escaped(entry.allowed)};
  if (entry.kind->table->has_amount) cells.push_back(money::Decimal(entry.amount, 2).to_string());
  for (const auto& value : entry.values) cells.push_back(escaped(value));
  cells.push_back(hex_of(hash));
  return cells;
}

[[noreturn]] void bad_export(const std::string& file, std::uint32_t line, const std::string& what) {
  throw Failure("bad-export", fmt::format("{}:{}: {}", file, line, what));
}

std::int64_t number_in(const std::string& cell, const Sheet& sheet, const Sheet::Row& row) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size() || number <= 0) bad_export(sheet.name, row.line, cell);
  return number;
}

Entry entry_from(const Sheet& sheet, const Sheet::Row& row, const Table& table) {
  const auto& cells = row.cells;
  if (cells.size() != headers_of(table).size()) bad_export(sheet.name, row.line, "cells");
  Entry entry;
  entry.number = number_in(cells[0], sheet, row);
  entry.kind = find_kind(cells[1]);
  if (entry.kind == nullptr || entry.kind->table != &table) bad_export(sheet.name, row.line, cells[1]);
  entry.at = cells[2];
  entry.who = unescaped(cells[3]);
  entry.reverses = cells[4].empty() ? 0 : number_in(cells[4], sheet, row);
  entry.note = unescaped(cells[5]);
  entry.allowed = unescaped(cells[6]);
  std::size_t column = common_count;
  if (table.has_amount) {
    std::vector<Problem> problems;
    const auto amount = amount_of(cells[column], 0, false, true, problems);
    if (!amount) bad_export(sheet.name, row.line, cells[column]);
    entry.amount = *amount;
    ++column;
  }
  for (std::size_t index = 0; index < table.fields.size(); ++index)
    entry.values.push_back(unescaped(cells[column + index]));
  return entry;
}

}  // namespace

std::vector<ExportFile> export_books(Books& books) {
  struct Written {
    std::string content;
    std::int64_t rows = 0;
  };
  std::map<const Table*, Written> written;
  std::string head;
  books.each([&](const Entry& entry, std::string_view hash) {
    if (entry.values.size() != entry.kind->table->fields.size())
      throw Failure("damaged", fmt::format("entry {}: no details", entry.number));
    auto& file = written[entry.kind->table];
    if (file.rows++ == 0) append_record(file.content, headers_of(*entry.kind->table));
    append_record(file.content, record_of(entry, hash));
    head = hex_of(hash);
    return true;
  });
  std::vector<ExportFile> files;
  std::string manifest = "file,rows,sha256\n";
  Hasher hasher;
  for (const auto& table : tables()) {
    const auto found = written.find(&table);
    if (found == written.end()) continue;
    const auto name = std::string(table.name) + ".csv";
    hasher.add(found->second.content);
    append_record(manifest, {name, std::to_string(found->second.rows), hex(hasher.finish())});
    files.push_back({name, std::move(found->second.content)});
  }
  append_record(manifest, {"head", std::to_string(books.last()), head});
  files.push_back({std::string(manifest_name), std::move(manifest)});
  return files;
}

Manifest read_manifest(const Sheet& sheet) {
  Manifest manifest;
  for (const auto& row : sheet.rows) {
    if (row.cells.size() != 3) bad_export(sheet.name, row.line, "cells");
    if (row.cells[0] == "file") continue;
    if (row.cells[0] == "head") {
      manifest.head = row.cells[2];
      continue;
    }
    const auto dot = row.cells[0].rfind(".csv");
    if (dot == std::string::npos || find_table(row.cells[0].substr(0, dot)) == nullptr)
      bad_export(sheet.name, row.line, row.cells[0]);
    manifest.files.push_back({row.cells[0], row.cells[2]});
  }
  return manifest;
}

void restore(Books& books, const Manifest& manifest, const std::vector<Sheet>& sheets) {
  if (books.last() != 0) throw Failure("not-empty", std::to_string(books.last()));
  struct Found {
    std::int64_t number;
    const Sheet* sheet;
    const Sheet::Row* row;
    const Table* table;
  };
  std::vector<Found> found;
  for (const auto& sheet : sheets) {
    const Table* table = find_table(std::string_view(sheet.name).substr(0, sheet.name.rfind('.')));
    if (table == nullptr) bad_export(sheet.name, 0, "table");
    if (sheet.rows.empty() || sheet.rows.front().cells != headers_of(*table)) bad_export(sheet.name, 1, "header");
    for (std::size_t index = 1; index < sheet.rows.size(); ++index) {
      const auto& row = sheet.rows[index];
      if (row.cells.empty()) bad_export(sheet.name, row.line, "cells");
      found.push_back({number_in(row.cells[0], sheet, row), &sheet, &row, table});
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  for (const auto& [number, sheet, row, table] : found) {
    Entry entry = entry_from(*sheet, *row, *table);
    if (entry.number != books.last() + 1)
      bad_export(sheet->name, row->line, fmt::format("{} != {}", entry.number, books.last() + 1));
    books.append(entry);
    if (hex(books.head()) != row->cells.back()) bad_export(sheet->name, row->line, "hash");
  }
  if (hex(books.head()) != manifest.head) bad_export(std::string(manifest_name), 0, "head");
}

}  // namespace mingzhang::books
