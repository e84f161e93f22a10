// A table of a Word document: merged header, rows that repeat over pages, numbers at the right.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "formats/docx/write_parts.h"
#include "formats/markup.h"
#include "formats/numbers.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using document::Sheet;
using document::SheetCell;

constexpr std::uint32_t portrait_columns = 8;

/// Half points that tables are set in, the first that fits; and the margins of a cell, in twentieths of a point.
constexpr std::array<int, 4> sizes = {21, 18, 16, 14};
constexpr int margins = 100;

/// Thousandths of the type size: of a Chinese character; of a digit, in the widest font that may stand in.
constexpr int wide_character = 1000, narrow_character = 640;

int thousandths(std::string_view words) {
  int out = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto point = text::code_point_at(words, at);
    out += text::is_cjk(point.value) ? wide_character : narrow_character;
    at += point.length;
  }
  return out;
}

/// What a column cannot be narrower than, so that no number and no code is broken, and what it would like to have: in
/// thousandths of the type size.
struct Need {
  int least = 2 * wide_character, wished = 2 * wide_character;
};

std::vector<Need> needs_of(const Sheet& sheet) {
  constexpr int name = 6 * wide_character, longest = 22 * wide_character;
  std::vector<Need> needs(sheet.columns);
  for (const auto& cell : sheet.cells) {
    if (cell.columns > 1 || cell.column >= sheet.columns) continue;
    const std::string words = shown(cell);
    const int width = thousandths(words);
    const bool unbroken = cell.is_number || words.find_first_not_of("0123456789") == std::string::npos;
    Need& need = needs[cell.column];
    need.least = std::max(need.least, unbroken ? width : std::min(width, cell.header ? 2 * wide_character : name));
    need.wished = std::max(need.wished, std::min(cell.header ? width / 2 : width, longest));
  }
  for (Need& need : needs) need.wished = std::max(need.wished, need.least);
  return needs;
}

struct Fit {
  std::vector<int> widths;
  int size = sizes.back();  ///< half points
};

/// The largest type in which every column has its least width; what is left goes to those that wish for more.
Fit fit(const Sheet& sheet, int width) {
  constexpr std::uint32_t long_table = 28;  // whose names should not wrap, so that it stays on one page
  const auto needs = needs_of(sheet);
  std::uint32_t rows = 0;
  for (const auto& cell : sheet.cells) rows = std::max(rows, cell.row + cell.rows);
  Fit out;
  for (const int size : sizes) {
    out.size = size;
    const auto twips = [size](int need) { return need * size / 100 + margins; };
    int least = 0, more = 0;
    for (const Need& need : needs) {
      least += twips(need.least);
      more += twips(need.wished) - twips(need.least);
    }
    if (least + (rows > long_table ? more : 0) > width && size != sizes.back()) continue;
    out.widths.clear();
    const int left = width - least, count = static_cast<int>(needs.size());
    for (const Need& need : needs) {
      const int wish = twips(need.wished) - twips(need.least);
      int share = left / count;
      if (left > more)
        share = wish + (left - more) / count;
      else if (left > 0)
        share = static_cast<int>(std::int64_t{wish} * left / more);
      out.widths.push_back(std::max(twips(need.least) + share, 200));
    }
    break;
  }
  return out;
}

/// Rows come closer where that keeps a table on one page.
int row_height(std::uint32_t rows, int width) {
  constexpr int usual = 320, closest = 285, upright_room = 11'000, wide_room = 7'300;
  const int room = width > page::text_width ? wide_room : upright_room;
  return std::clamp(room / static_cast<int>(std::max(rows, 1U)), closest, usual);
}

class TableWriter {
 public:
  TableWriter(const Sheet& sheet, int width)
      : sheet_(sheet), width_(width), fit_(fit(sheet, width)), widths_(fit_.widths) {
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
    out += R"(</w:tblBorders><w:tblLayout w:type="fixed"/>)"
           R"(<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>)"
           R"(</w:tblCellMar></w:tblPr><w:tblGrid>)";
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
    std::string out =
        R"(<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=")" + std::to_string(row_height(height_, width_)) + R"("/>)";
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
    out += paragraph_xml(style_of(cell), words ? run_xml(shown(*cell), size_xml()) : std::string());
    return out + "</w:tc>";
  }

  /// Type smaller than that of the style.
  std::string size_xml() const {
    if (fit_.size == sizes.front()) return {};
    const std::string size = std::to_string(fit_.size);
    return R"(<w:sz w:val=")" + size + R"("/><w:szCs w:val=")" + size + R"("/>)";
  }

  static std::string style_of(const SheetCell* cell) {
    if (cell == nullptr) return "TableText";
    if (cell->header) return "TableHead";
    if (cell->is_number || cell->align == SheetCell::Align::right) return "TableNumber";
    return cell->align == SheetCell::Align::center ? "TableCentre" : "TableText";
  }

  const Sheet& sheet_;
  int width_;
  Fit fit_;
  const std::vector<int>& widths_;
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
  return sheet.columns > portrait_columns || fit(sheet, page::text_width).size < sizes[1];
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
