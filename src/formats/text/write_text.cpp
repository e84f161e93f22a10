#include "formats/text/write_text.h"

#include <algorithm>
#include <map>

#include "formats/numbers.h"

namespace mingzhang::formats {
namespace {

void write_sheet(const document::Sheet& sheet, std::string& out) {
  if (!sheet.title.empty()) out += sheet.title + "\n\n";
  if (!sheet.title.empty() && sheet.name != sheet.title) out += sheet.name + "\n\n";
  for (const auto& words : sheet.left_and_right) out += words + "\n\n";
  std::map<std::uint32_t, std::map<std::uint32_t, std::string>> rows;
  std::uint32_t height = sheet.header_rows;
  for (const auto& cell : sheet.cells) {
    rows[cell.row][cell.column] = shown(cell);
    height = std::max(height, cell.row + cell.rows);
  }
  for (std::uint32_t row = 0; row < height; ++row) {
    for (std::uint32_t column = 0; column < sheet.columns; ++column) {
      if (column > 0) out += '\t';
      if (const auto found = rows[row].find(column); found != rows[row].end()) out += found->second;
    }
    out += '\n';
  }
  out += '\n';
  if (!sheet.note.empty()) out += sheet.note + "\n\n";
}

}  // namespace

std::string write_text(const document::Publication& publication) {
  std::string out = publication.unit + "\n\n" + publication.name + "\n\n";
  for (const auto& line : publication.cover) out += line + "\n\n";
  for (const auto& block : publication.blocks) {
    if (block.kind == document::Block::Kind::table) {
      write_sheet(publication.sheets[block.sheet], out);
      continue;
    }
    for (const auto& run : block.runs) out += run.text;
    out += "\n\n";
  }
  return out;
}

}  // namespace mingzhang::formats
