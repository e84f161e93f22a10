// From paragraphs and tables to the lines of a Document.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "formats/grid/table.h"
#include "formats/limits.h"

namespace mingzhang::formats {

/// What the rows and columns of a table are in its sheet: rows from 1, columns from 0 (none: the format has no names
/// for them).
struct SheetNumbers {
  std::vector<std::uint32_t> rows, columns;
};

/// Throws Rejected where a limit is passed. Of documents without pages (Word, web pages) paragraphs and rows of tables
/// are numbered as they come; of workbooks and CSV a line has the number of its row.
class Builder {
 public:
  Builder(document::Format format, const TextLimits& limits);

  /// Each of its lines becomes a line; tabs are wide gaps. Words between tabs stay a row if `row` says so.
  void paragraph(std::string_view text, bool row = false);
  void table(const Table& table);

  /// Part of a sheet of a workbook, or a CSV file (page 0).
  void sheet(const Table& table, std::uint32_t page, const SheetNumbers& numbers);
  void sheet_name(std::string_view name);

  /// Counted; one notice tells how often, and where first.
  void note(const std::string& code, std::uint32_t page = 0, std::uint32_t line = 0);
  void notice(const std::string& code, std::string_view detail, std::uint32_t page = 0, std::uint32_t line = 0);

  std::uint32_t next_line() const { return next_; }
  bool empty() const { return document_.lines.empty(); }
  bool noted(const std::string& code) const { return counts_.contains(code); }

  /// Throws Rejected "empty" if there is not a word.
  document::Document finish();

 private:
  void add_text_rows(const Table& table, const Region& region);
  void add_grid(const Table& grid, std::uint32_t first, const std::vector<std::uint32_t>& columns);
  static void add_cell(const TableCell& cell, std::uint32_t rows, document::Line& line);
  void add_line(document::Line line);
  document::Line start_line(std::uint32_t table_row);

  TextLimits limits_;
  document::Document document_;
  std::vector<document::Fragment> scratch_;
  struct Count {
    std::uint64_t times = 0;
    std::uint32_t page = 0, line = 0;
  };
  std::map<std::string, Count> counts_;
  const SheetNumbers* numbers_ = nullptr;  ///< of the sheet at hand
  std::uint32_t page_ = 0, next_ = 1, last_number_ = 0, grids_ = 0;
  std::size_t fragments_ = 0;
};

}  // namespace mingzhang::formats
