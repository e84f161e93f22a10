#include <algorithm>
#include <optional>

#include "formats/ooxml/xml.h"
#include "formats/rejected.h"
#include "formats/spreadsheet/decimal_text.h"
#include "formats/words.h"
#include "formats/xlsx/read_parts.h"

namespace mingzhang::formats {
namespace {

struct CellPlace {
  std::uint32_t row = 0, column = 0;
};

/// "BC12", also "$BC$12".
std::optional<CellPlace> read_reference(std::string_view text) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = static_cast<char>(text[at] & ~0x20);
    if (text[at] == '$') continue;
    if (c < 'A' || c > 'Z') break;
    place.column = place.column * 26 + static_cast<std::uint32_t>(c - 'A') + 1;
    if (place.column > most_sheet_columns) return std::nullopt;
  }
  place.row = number(text.substr(at), 0);
  if (place.column == 0 || place.row == 0 || place.row > most_sheet_rows) return std::nullopt;
  return CellPlace{place.row - 1, place.column - 1};
}

class SheetReader {
 public:
  SheetReader(const WorkbookParts& parts, std::uint32_t page, const TextLimits& limits, Builder& builder)
      : parts_(parts), page_(page), limits_(limits), builder_(builder) {}

  SheetData read(const pugi::xml_node& root) {
    zeros_ = attribute(child(child(root, "sheetViews"), "sheetView"), "showZeros") != "0";
    for (const auto& node : child(root, "cols").children()) read_columns(node);
    for (const auto& node : child(root, "sheetData").children())
      if (local(node) == "row") read_row(node);
    for (const auto& node : child(root, "mergeCells").children()) read_merged(node);
    return std::move(sheet_);
  }

 private:
  void read_columns(const pugi::xml_node& node) {
    constexpr std::size_t most_ranges = 1000;
    const std::uint32_t first = number(attribute(node, "min"), 0), last = number(attribute(node, "max"), 0);
    const bool hidden = attribute(node, "hidden") == "1" || attribute(node, "hidden") == "true";
    if (hidden && first > 0 && first <= last && first <= most_sheet_columns &&
        sheet_.hidden_columns.size() < most_ranges)
      sheet_.hidden_columns.emplace_back(first - 1, std::min(last, most_sheet_columns) - 1);
  }

  void read_row(const pugi::xml_node& node) {
    const std::uint32_t said = number(attribute(node, "r"), 0);
    at_ = {said > 0 ? said - 1 : next_row_, 0};
    if (at_.row >= most_sheet_rows) throw Rejected("damaged", 0, "row " + std::to_string(said));
    next_row_ = at_.row + 1;
    if (attribute(node, "hidden") == "1" || attribute(node, "hidden") == "true") sheet_.hidden_rows.insert(at_.row);
    for (const auto& cell : node.children())
      if (local(cell) == "c") read_cell(cell);
  }

  void read_cell(const pugi::xml_node& node) {
    if (const auto place = read_reference(attribute(node, "r"))) at_ = *place;
    if (at_.column >= most_sheet_columns) throw Rejected("damaged", 0, "column " + std::to_string(at_.column));
    std::string text = text_of(node);
    if (!text.empty()) {
      if (sheet_.cells.size() >= limits_.fragments)
        throw Rejected("too-many-lines", 0, "cells > " + std::to_string(limits_.fragments));
      sheet_.cells.push_back({at_.row, at_.column, std::move(text)});
    }
    ++at_.column;
  }

  std::string text_of(const pugi::xml_node& node) {
    const std::string_view type = attribute(node, "t");
    if (type == "inlineStr") return rich_text(child(node, "is"));
    const std::string value = valid_text(child(node, "v").child_value());
    if (value.empty()) {
      if (child(node, "f")) builder_.note("formulas-without-value", page_, at_.row + 1);
      return {};
    }
    if (type == "s") {
      const auto index = number(value, most_sheet_rows * 16U);
      return index < parts_.strings.size() ? parts_.strings[index] : std::string();
    }
    if (type == "b") return value == "0" ? "FALSE" : "TRUE";
    if (type == "e") builder_.note("formula-errors", page_, at_.row + 1);
    if (type == "e" || type == "str" || type == "d") return value;
    return number_text(node, value);
  }

  std::string number_text(const pugi::xml_node& node, const std::string& value) const {
    const auto style = number(attribute(node, "s"), 0);
    std::string text = shown_number(value, style < parts_.formats.size() ? parts_.formats[style] : "", parts_.zero);
    const bool blank_zero = !zeros_ && read_decimal(value) && read_decimal(value)->is_zero();
    return blank_zero ? std::string() : text;
  }

  void read_merged(const pugi::xml_node& node) {
    const std::string_view range = attribute(node, "ref");
    const auto colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const auto first = read_reference(range.substr(0, colon)), last = read_reference(range.substr(colon + 1));
    if (first && last && first->row <= last->row && first->column <= last->column)
      sheet_.merged.push_back({first->row, first->column, last->row, last->column});
  }

  const WorkbookParts& parts_;
  std::uint32_t page_;
  const TextLimits& limits_;
  Builder& builder_;
  SheetData sheet_;
  CellPlace at_;
  std::uint32_t next_row_ = 0;
  bool zeros_ = true;
};

}  // namespace

SheetData read_sheet(const pugi::xml_node& root, const WorkbookParts& parts, std::uint32_t page,
                     const TextLimits& limits, Builder& builder) {
  return SheetReader(parts, page, limits, builder).read(root);
}

}  // namespace mingzhang::formats
