#include "report/places.h"

#include <fmt/format.h>

#include "report/lines.h"

namespace mingzhang::report {
namespace {

/// 0 -> A, 25 -> Z, 26 -> AA.
std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

}  // namespace

bool is_workbook(const document::Document& document) {
  return document.format == document::Format::xlsx || document.format == document::Format::xls;
}

std::string sheet_name(const cube::Place& place, const document::Document& document) {
  if (!is_workbook(document) || place.page == 0 || place.page > document.sheets.size()) return {};
  return document.sheets[place.page - 1];
}

std::string cell_reference(const cube::Place& place, const document::Document& document) {
  const auto* line = is_workbook(document) ? find_line(document, place.page, place.line) : nullptr;
  if (line == nullptr) return {};
  for (const auto& fragment : line->fragments)
    if (place.begin < fragment.end && fragment.column >= 0)
      return column_letters(static_cast<std::uint32_t>(fragment.column)) + std::to_string(line->number);
  return {};
}

std::string place_words(const cube::Place& place, const document::Document& document, Language language) {
  const bool english = language == Language::english;
  if (const auto cell = cell_reference(place, document); !cell.empty()) {
    const auto sheet = sheet_name(place, document);
    return (sheet.empty() ? "" : english ? sheet + " " : "“" + sheet + "” ") + cell;
  }
  if (place.line == 0 && place.page == 0) return {};
  if (place.line == 0) return fmt::format(fmt::runtime(english ? "page {}" : "第 {} 页"), place.page);
  if (place.page == 0) return fmt::format(fmt::runtime(english ? "line {}" : "第 {} 行"), place.line);
  return fmt::format(fmt::runtime(english ? "page {}, line {}" : "第 {} 页第 {} 行"), place.page, place.line);
}

}  // namespace mingzhang::report
