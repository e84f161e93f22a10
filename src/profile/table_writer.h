// What rows of a table become: statements, wording and the lists that the table prints. Used by the readers of rows
// that have kept their columns. Inside this room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "profile/names.h"
#include "profile/reading.h"
#include "profile/table_lists.h"

namespace mingzhang::profile {

/// What begins a row.
struct RowKey {
  const Row* row = nullptr;
  std::string code;     ///< tree rows
  std::string name;     ///< of the subject, as printed
  std::string project;  ///< where the table names projects
};

/// "12", "1,254.76", "0": the whole cell is one number.
bool is_figure(std::string_view normal);

class TableWriter {
 public:
  TableWriter(TableRead& read, const cube::Cell& document_cell, Reading& reading);

  const cube::Cell& context() const { return context_; }
  const document::Document& document() const { return reading_.stream->document(); }

  /// Label and unit, which may stand in one line with others: "编制单位：…  公开01表  金额单位：万元".
  void read_title_words(const document::Line& line);
  /// "单位：万元" in words of the head.
  void read_unit(std::string_view normal);
  void begin_row() { ++sentence_; }
  void add_row(const RowKey& key, const cube::Place& place);
  /// `ordinal` counts the value columns of all panels from 1.
  void add_value(const document::Line& line, std::size_t fragment, const RowKey& key, const Column& column,
                 std::uint32_t ordinal);
  void add_wording(const document::Line& line, std::size_t fragment, const std::string& role, const cube::Cell& cell);
  void unread(const document::Line& line, std::size_t fragment, const std::string& why);
  void finish(Gaps gaps = {});

  static cube::Place place_of(const document::Line& line, std::size_t fragment);

 private:
  TableRead& read_;
  const Table& table_;
  Reading& reading_;
  cube::Cell context_;
  UnitWord unit_;
  std::vector<TableFigure> figures_;
  std::uint32_t sentence_ = 0;
};

}  // namespace mingzhang::profile
