// A table of a Word document: merged header, rows that repeat over pages, numbers at the right.
#include <algorithm>
#include <map>

#include "formats/docx/write_parts.h"
#include "formats/markup.h"
#include "formats/numbers.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using document::Sheet;
using document::SheetCell;

constexpr std::uint32_t portrait_columns = 6;
constexpr int row_height = 340;

/// Widths in proportion to what the columns hold; headers wrap, so a third of their width is enough.
std::vector<int> widths_of(const Sheet& sheet, int width) {
  std::vector<std::size_t> needs(sheet.columns, 6);
  for (const auto& cell : sheet.cells) {
    if (cell.columns > 1 || cell.column >= sheet.columns) continue;
    std::size_t need = text::display_width(shown(cell)) + 2;
    if (cell.header) need = need / 3 + 3;
    needs[cell.column] = std::max(needs[cell.column], std::min<std::size_t>(need, 36));
  }
  std::size_t sum = 0;
  for (const auto need : needs) sum += need;
  std::vector<int> widths;
  for (const auto need : needs) widths.push_back(static_cast<int>(need) * width / static_cast<int>(sum));
  return widths;
}

class TableWriter {
 public:
  TableWriter(const Sheet& sheet, int width) : sheet_(sheet), widths_(widths_of(sheet, width)) {
    for (const auto& cell : sheet.cells) {
      cells_[{cell.row, cell.column}] = &cell;
      height_ = std::max(height_, cell.row + cell.rows);
    }
  }

  std::string run() {
    std::string out = R"(<w:tbl><w:tblPr><w:tblW w:w=")" + std::to_string(sum(0, sheet_.columns)) +
                      R"(" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>)";
    for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
      out += std::string("<w:") + side + R"( w:val="single" w:sz="4" w:space="0" w:color="000000"/>)";
    out += R"(</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>)";
    for (const int width : widths_) out += R"(<w:gridCol w:w=")" + std::to_string(width) + R"("/>)";
    out += "</w:tblGrid>";
    for (std::uint32_t row = 0; row < height_; ++row) out += row_xml(row);
    return out + "</w:tbl>";
  }

 private:
  int sum(std::uint32_t first, std::uint32_t count) const {
    int width = 0;
    for (std::uint32_t index = first; index < first + count && index < widths_.size(); ++index) width += widths_[index];
    return width;
  }

  std::string row_xml(std::uint32_t row) const {
    std::string out = R"(<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=")" + std::to_string(row_height) + R"("/>)";
    if (row < sheet_.header_rows) out += "<w:tblHeader/>";
    out += "</w:trPr>";
    for (std::uint32_t column = 0; column < sheet_.columns;) {
      const SheetCell* cell = covering(row, column);
      const std::uint32_t columns = cell ? cell->columns : 1;
      out += cell_xml(cell, row, column, columns);
      column += columns;
    }
    return out + "</w:tr>";
  }

  /// The cell that stands here, or the merged one from above that reaches down to here.
  const SheetCell* covering(std::uint32_t row, std::uint32_t column) const {
    for (std::uint32_t above = row + 1; above-- > 0;) {
      const auto found = cells_.find({above, column});
      if (found == cells_.end()) continue;
      return above + found->second->rows > row ? found->second : nullptr;
    }
    return nullptr;
  }

  std::string cell_xml(const SheetCell* cell, std::uint32_t row, std::uint32_t column, std::uint32_t columns) const {
    std::string out = R"(<w:tc><w:tcPr><w:tcW w:w=")" + std::to_string(sum(column, columns)) + R"(" w:type="dxa"/>)";
    if (columns > 1) out += R"(<w:gridSpan w:val=")" + std::to_string(columns) + R"("/>)";
    const bool first = cell == nullptr || cell->row == row;
    if (cell != nullptr && cell->rows > 1) out += first ? R"(<w:vMerge w:val="restart"/>)" : "<w:vMerge/>";
    out += R"(<w:vAlign w:val="center"/></w:tcPr>)";
    const bool words = cell != nullptr && first;
    out += paragraph_xml(style_of(cell), words ? run_xml(shown(*cell)) : std::string());
    return out + "</w:tc>";
  }

  static std::string style_of(const SheetCell* cell) {
    if (cell == nullptr) return "TableText";
    if (cell->header) return "TableHead";
    if (cell->is_number || cell->align == SheetCell::Align::right) return "TableNumber";
    return cell->align == SheetCell::Align::center ? "TableCentre" : "TableText";
  }

  const Sheet& sheet_;
  std::vector<int> widths_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, const SheetCell*> cells_;
  std::uint32_t height_ = 0;
};

std::string remark_line(const std::vector<std::string>& texts, int width) {
  std::string tabs = R"(<w:tabs><w:tab w:val="right" w:pos=")" + std::to_string(width) + R"("/></w:tabs>)";
  std::string runs;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    if (index > 0) runs += "<w:r><w:tab/></w:r>";
    runs += run_xml(texts[index]);
  }
  return paragraph_xml("TableRemark", runs, tabs);
}

}  // namespace

bool is_wide(const Sheet& sheet) {
  return sheet.columns > portrait_columns;
}

std::string table_xml(const Sheet& sheet, int width, const std::string& bookmark, bool new_page) {
  if (sheet.title.empty()) return TableWriter(sheet, width).run();
  std::string out =
      paragraph_xml("TableTitle", bookmark + run_xml(sheet.title), new_page ? "<w:pageBreakBefore/>" : "");
  if (!sheet.name.empty() && sheet.name != sheet.title)
    out += paragraph_xml("TableRemark", run_xml(sheet.name), R"(<w:jc w:val="right"/>)");
  if (!sheet.left_and_right.empty()) out += remark_line(sheet.left_and_right, width);
  out += TableWriter(sheet, width).run();
  std::string note = sheet.note;
  for (std::size_t begin = 0; begin < note.size();) {
    const auto end = std::min(note.find('\n', begin), note.size());
    out += paragraph_xml("TableNote", run_xml(note.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

}  // namespace mingzhang::formats
