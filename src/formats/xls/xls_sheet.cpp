#include "formats/xls/xls_sheet.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <utility>

#include "formats/rejected.h"
#include "formats/spreadsheet/decimal_text.h"
#include "formats/words.h"
#include "formats/xls/bytes.h"
#include "formats/xls/records.h"

namespace mingzhang::formats {
namespace {

enum : std::uint16_t {
  formula = 0x06,
  column_info = 0x7D,
  multiple_rk = 0xBD,
  rich_string = 0xD6,
  merged_cells = 0xE5,
  label_shared = 0xFD,
  number_cell = 0x203,
  label = 0x204,
  bool_or_error = 0x205,
  formula_string = 0x207,
  row_info = 0x208,
  window = 0x23E,
  rk_cell = 0x27E
};

/// The shortest decimal text that means this double.
std::string decimal_of(std::uint64_t bits) {
  const double value = std::bit_cast<double>(bits);
  if (!std::isfinite(value)) return {};
  std::array<char, 400> out{};
  const auto [end, error] = std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::fixed);
  return error == std::errc() ? std::string(out.data(), end) : std::string();
}

/// A number in four bytes: an integer or the upper half of a double, perhaps hundredths of it.
std::string decimal_of_rk(std::uint32_t rk) {
  std::string text =
      (rk & 2U) != 0 ? std::to_string(static_cast<std::int32_t>(rk) >> 2) : decimal_of(std::uint64_t{rk & ~3U} << 32U);
  return (rk & 1U) != 0 ? text + "E-2" : text;
}

std::string_view error_words(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
  }
}

class SheetReader {
 public:
  SheetReader(std::string_view stream, std::size_t offset, const XlsParts& parts, std::uint32_t page,
              const TextLimits& limits, Builder& builder)
      : records_(stream, offset), parts_(parts), page_(page), limits_(limits), builder_(builder) {}

  SheetData read() {
    int depth = 0;  // charts in a sheet are stretches of their own
    for (Record record; records_.next(record);) {
      if (record.id == begin_record) ++depth;
      if (record.id == end_record && --depth <= 0) break;
      if (depth == 1) take(record);
    }
    if (!zeros_)
      std::erase_if(sheet_.cells, [&](const auto& cell) { return zero_cells_.contains({cell.row, cell.column}); });
    return std::move(sheet_);
  }

 private:
  void take(const Record& record) {
    const std::string_view data = record.data;
    switch (record.id) {
      case row_info:
        if ((long_at(data, 12) & 0x20U) != 0) sheet_.hidden_rows.insert(word_at(data, 0));
        break;
      case column_info:
        if ((word_at(data, 8) & 1U) != 0 && word_at(data, 0) <= word_at(data, 2) && sheet_.hidden_columns.size() < 1000)
          sheet_.hidden_columns.emplace_back(word_at(data, 0), word_at(data, 2));
        break;
      case merged_cells:
        for (std::size_t at = 2; at + 8 <= data.size(); at += 8) take_merged(data.substr(at, 8));
        break;
      case window:
        zeros_ = (word_at(data, 0) & 0x10U) != 0;
        break;
      default:
        take_cell(record);
    }
  }

  void take_merged(std::string_view area) {
    const MergedCells cells{word_at(area, 0), word_at(area, 4), word_at(area, 2), word_at(area, 6)};
    if (cells.top <= cells.bottom && cells.left <= cells.right) sheet_.merged.push_back(cells);
  }

  void take_cell(const Record& record) {
    const std::string_view data = record.data;
    const std::uint16_t style = word_at(data, 4);
    switch (record.id) {
      case label_shared:
        if (const auto index = long_at(data, 6); index < parts_.strings.size()) add(data, parts_.strings[index]);
        break;
      case label:
      case rich_string: {
        Pieces pieces(records_.with_continued(record));
        pieces.skip(6);
        const std::size_t count = pieces.word();
        add(data, pieces.text(count));
        break;
      }
      case number_cell:
        add_number(word_at(data, 0), word_at(data, 2), style, decimal_of(little_endian<std::uint64_t>(data, 6)));
        break;
      case rk_cell:
        add_number(word_at(data, 0), word_at(data, 2), style, decimal_of_rk(long_at(data, 6)));
        break;
      case multiple_rk:
        for (std::size_t at = 4, column = word_at(data, 2); at + 8 <= data.size(); at += 6, ++column)
          add_number(word_at(data, 0), static_cast<std::uint32_t>(column), word_at(data, at),
                     decimal_of_rk(long_at(data, at + 2)));
        break;
      case bool_or_error:
        add_bool_or_error(data, byte_at(data, 6), byte_at(data, 7) != 0);
        break;
      case formula:
        take_formula(data, style);
        break;
      case formula_string: {
        Pieces pieces(records_.with_continued(record));
        const std::size_t count = pieces.word();
        if (!awaiting_.empty()) add(std::exchange(awaiting_, {}), pieces.text(count));
        break;
      }
      default:
        break;
    }
  }

  void take_formula(std::string_view data, std::uint16_t style) {
    awaiting_ = {};
    if (word_at(data, 12) != 0xFFFF) {
      add_number(word_at(data, 0), word_at(data, 2), style, decimal_of(little_endian<std::uint64_t>(data, 6)));
      return;
    }
    enum : std::uint8_t { text = 0, boolean = 1, error = 2 };
    const std::uint8_t kind = byte_at(data, 6);
    if (kind == text) awaiting_ = data;
    if (kind == boolean || kind == error) add_bool_or_error(data, byte_at(data, 8), kind == error);
  }

  void add_bool_or_error(std::string_view data, std::uint8_t value, bool error) {
    if (error) builder_.note("formula-errors", page_, word_at(data, 0) + 1U);
    add(data, error ? std::string(error_words(value)) : value == 0 ? "FALSE" : "TRUE");
  }

  void add_number(std::uint32_t row, std::uint32_t column, std::uint16_t style, const std::string& value) {
    if (value.empty()) return;
    const auto number = read_decimal(value);
    if (number && number->is_zero()) zero_cells_.insert({row, column});
    add(row, column, shown_number(value, style < parts_.formats.size() ? parts_.formats[style] : "", parts_.zero));
  }

  void add(std::string_view data, std::string text) { add(word_at(data, 0), word_at(data, 2), std::move(text)); }
  void add(std::uint32_t row, std::uint32_t column, std::string text) {
    if (sheet_.cells.size() >= limits_.fragments)
      throw Rejected("too-many-lines", 0, "cells > " + std::to_string(limits_.fragments));
    if (column < most_sheet_columns) sheet_.cells.push_back({row, column, valid_text(text)});
  }

  Records records_;
  const XlsParts& parts_;
  std::uint32_t page_;
  const TextLimits& limits_;
  Builder& builder_;
  SheetData sheet_;
  std::string_view awaiting_;  ///< a formula whose text comes in a record of its own
  std::set<std::pair<std::uint32_t, std::uint32_t>> zero_cells_;
  bool zeros_ = true;
};

}  // namespace

SheetData read_xls_sheet(std::string_view stream, std::size_t offset, const XlsParts& parts, std::uint32_t page,
                         const TextLimits& limits, Builder& builder) {
  return SheetReader(stream, offset, parts, page, limits, builder).read();
}

}  // namespace mingzhang::formats
