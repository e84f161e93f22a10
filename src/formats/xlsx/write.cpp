#include "formats/xlsx/write.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "formats/xlsx/exact.h"
#include "formats/xlsx/names.h"
#include "formats/xlsx/styles.h"
#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

using document::Sheet;
using document::SheetCell;

constexpr std::uint32_t most_rows = LXW_ROW_MAX;
constexpr std::uint32_t most_columns = LXW_COL_MAX;
constexpr std::uint64_t most_cells = 20'000'000;
constexpr std::uint32_t portrait_columns = 6;  ///< a table with more of them lies on its side
constexpr std::uint32_t narrowest = 8, widest = 40;
constexpr double line_height = 15, title_height = 30;

void require(lxw_error error, const std::string& what) {
  if (error != LXW_NO_ERROR) throw WriteError(what + ": " + lxw_strerror(error));
}

/// A folder of our own, gone with everything in it: the library writes to files only.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mingzhang-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw WriteError("no temporary folder: " + pattern);
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class SheetWriter {
 public:
  SheetWriter(const Sheet& sheet, lxw_worksheet* worksheet, Formats& formats)
      : sheet_(sheet), worksheet_(worksheet), formats_(formats), columns_(sheet.columns) {
    for (const SheetCell& cell : sheet.cells) {
      const std::uint64_t bottom = std::uint64_t{cell.row} + cell.rows;
      const std::uint64_t right = std::uint64_t{cell.column} + cell.columns;
      if (cell.rows == 0 || cell.columns == 0) fail("a cell without extent", cell);
      if (bottom > most_rows - 3 || right > most_columns) fail("a cell beyond the rows or columns of a sheet", cell);
      rows_ = std::max(rows_, static_cast<std::uint32_t>(bottom));
      columns_ = std::max(columns_, static_cast<std::uint32_t>(right));
    }
    columns_ = std::max(columns_, 1U);
    if (columns_ > most_columns || std::uint64_t{rows_} * columns_ > most_cells) {
      throw WriteError("sheet \"" + sheet.name + "\": too large a table");
    }
  }

  void write() {
    set_widths();
    if (!sheet_.title.empty()) {
      worksheet_set_row(worksheet_, top_, title_height, nullptr);
      spread(top_++, 0, columns_, sheet_.title, formats_.title());
    }
    write_left_and_right();
    write_cells();
    std::uint32_t end = top_ + rows_;
    if (!sheet_.note.empty()) write_note(end++);
    set_page(end);
  }

 private:
  const Sheet& sheet_;
  lxw_worksheet* worksheet_;
  Formats& formats_;
  std::uint32_t columns_;
  std::uint32_t rows_ = 0;
  std::uint32_t top_ = 0;  ///< row of the workbook in which the table begins
  std::vector<std::uint32_t> widths_;

  [[noreturn]] void fail(const std::string& what, const SheetCell& cell) const {
    throw WriteError("sheet \"" + sheet_.name + "\", row " + std::to_string(cell.row + 1) + ", column " +
                     std::to_string(cell.column + 1) + ": " + what);
  }

  static lxw_col_t column(std::uint32_t index) { return static_cast<lxw_col_t>(index); }

  /// Text over `count` columns of one row.
  void spread(std::uint32_t row, std::uint32_t first, std::uint32_t count, const std::string& text,
              lxw_format* format) {
    const std::string where = "sheet \"" + sheet_.name + "\", a line beside the table";
    if (count > 1) {
      require(
          worksheet_merge_range(worksheet_, row, column(first), row, column(first + count - 1), text.c_str(), format),
          where);
    } else {
      require(worksheet_write_string(worksheet_, row, column(first), text.c_str(), format), where);
    }
  }

  void write_left_and_right() {
    const auto& texts = sheet_.left_and_right;
    const auto count = static_cast<std::uint32_t>(texts.size());
    if (count == 0) return;
    if (count > columns_) {
      std::string all;
      for (const std::string& text : texts) all += (all.empty() ? "" : "  ") + text;
      spread(top_++, 0, columns_, all, formats_.remark(SheetCell::Align::left));
      return;
    }
    for (std::uint32_t index = 0; index < count; ++index) {
      const std::uint32_t first = index * columns_ / count;
      const auto align = index == 0           ? SheetCell::Align::left
                         : index + 1 == count ? SheetCell::Align::right
                                              : SheetCell::Align::center;
      spread(top_, first, (index + 1) * columns_ / count - first, texts[index], formats_.remark(align));
    }
    ++top_;
  }

  void write_cells() {
    std::vector<bool> covered(std::size_t{rows_} * columns_);
    for (const SheetCell& cell : sheet_.cells) {
      for (std::uint32_t row = cell.row; row < cell.row + cell.rows; ++row) {
        for (std::uint32_t place = cell.column; place < cell.column + cell.columns; ++place) {
          const std::size_t index = std::size_t{row} * columns_ + place;
          if (covered[index]) fail("two cells in one place", cell);  // Excel calls such a workbook damaged
          covered[index] = true;
        }
      }
      write_cell(cell);
    }
    lxw_format* blank = formats_.cell({});
    for (std::size_t index = 0; index < covered.size(); ++index) {
      if (covered[index]) continue;
      worksheet_write_blank(worksheet_, top_ + static_cast<std::uint32_t>(index / columns_),
                            column(static_cast<std::uint32_t>(index % columns_)), blank);
    }
  }

  void write_cell(const SheetCell& cell) {
    const auto number = cell.is_number ? exact_double(cell.text, cell.decimals) : std::nullopt;
    // A header without an alignment of its own is centred, a number stands right.
    auto align = cell.align;
    if (align == SheetCell::Align::left && cell.header) align = SheetCell::Align::center;
    if (align == SheetCell::Align::left && cell.is_number) align = SheetCell::Align::right;
    lxw_format* format = formats_.cell({cell.header, align, number ? cell.decimals : Formats::text, cell.tone});
    const std::uint32_t row = top_ + cell.row;
    const lxw_col_t first = column(cell.column);
    lxw_error error = LXW_NO_ERROR;
    if (cell.rows > 1 || cell.columns > 1) {
      const lxw_col_t last = column(cell.column + cell.columns - 1);
      error = worksheet_merge_range(worksheet_, row, first, row + cell.rows - 1, last, number ? "" : cell.text.c_str(),
                                    format);
    } else if (cell.text.empty()) {
      error = worksheet_write_blank(worksheet_, row, first, format);
    } else if (!number) {
      error = worksheet_write_string(worksheet_, row, first, cell.text.c_str(), format);
    }
    if (error == LXW_NO_ERROR && number) error = worksheet_write_number(worksheet_, row, first, *number, format);
    if (error != LXW_NO_ERROR) fail(lxw_strerror(error), cell);
  }

  void set_widths() {
    widths_.assign(columns_, narrowest);
    for (const SheetCell& cell : sheet_.cells) {
      if (cell.columns > 1) continue;
      const auto grouping = cell.is_number ? cell.text.size() / 3 : 0;
      const std::size_t width = text::display_width(cell.text) + grouping + 2;
      // Headers wrap; half of their width is enough, and the figures below them decide.
      const auto needed = static_cast<std::uint32_t>(std::min<std::size_t>(cell.header ? width / 2 : width, widest));
      widths_[cell.column] = std::max(widths_[cell.column], needed);
    }
    for (std::uint32_t index = 0; index < columns_; ++index) {
      if (index < sheet_.widths.size() && sheet_.widths[index] > 0)
        widths_[index] = std::min(sheet_.widths[index], 255U);
      worksheet_set_column(worksheet_, column(index), column(index), widths_[index], nullptr);
    }
  }

  /// Merged cells do not grow with their text: the height has to be told.
  void write_note(std::uint32_t row) {
    std::size_t table_width = 0;
    for (const std::uint32_t width : widths_) table_width += width;
    std::size_t lines = 0;
    std::size_t begin = 0;
    while (begin <= sheet_.note.size()) {
      const std::size_t end = std::min(sheet_.note.find('\n', begin), sheet_.note.size());
      lines += text::display_width(std::string_view(sheet_.note).substr(begin, end - begin)) / table_width + 1;
      begin = end + 1;
    }
    worksheet_set_row(worksheet_, row, std::min(line_height * static_cast<double>(lines), 400.0), nullptr);
    spread(row, 0, columns_, sheet_.note, formats_.remark(SheetCell::Align::left));
  }

  void set_page(std::uint32_t end) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(worksheet_, a4);
    if (columns_ > portrait_columns) worksheet_set_landscape(worksheet_);
    worksheet_center_horizontally(worksheet_);
    worksheet_fit_to_pages(worksheet_, 1, 0);
    if (end > 0) worksheet_print_area(worksheet_, 0, 0, end - 1, column(columns_ - 1));
    if (sheet_.header_rows == 0) return;
    const std::uint32_t below_header = std::min(top_ + sheet_.header_rows, most_rows - 1);
    worksheet_freeze_panes(worksheet_, below_header, 0);
    worksheet_repeat_rows(worksheet_, 0, below_header - 1);
    if (sheet_.filter && rows_ > 0)
      require(worksheet_autofilter(worksheet_, below_header - 1, 0, top_ + rows_ - 1, column(columns_ - 1)), "filter");
  }
};

void set_properties(lxw_workbook* workbook, WorkbookProperties properties) {
  lxw_doc_properties fields{};
  fields.title = properties.title.data();
  fields.author = properties.author.data();
  fields.company = properties.company.data();
  fields.created = static_cast<time_t>(properties.created);
  require(workbook_set_properties(workbook, &fields), "properties of the workbook");
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || bytes.empty()) throw WriteError("the workbook could not be read back from " + path.string());
  return bytes;
}

}  // namespace

std::string write_workbook(const std::vector<Sheet>& sheets, const WorkbookProperties& properties) {
  if (sheets.empty()) throw WriteError("a workbook needs at least one sheet");
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "workbook.xlsx";
  std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> workbook(workbook_new(path.c_str()), lxw_workbook_free);
  if (!workbook) throw WriteError("no memory for a workbook");
  set_properties(workbook.get(), properties);

  std::vector<std::string> wanted;
  wanted.reserve(sheets.size());
  for (const Sheet& sheet : sheets) wanted.push_back(sheet.name);
  const std::vector<std::string> names = legal_sheet_names(wanted);
  Formats formats(workbook.get());
  for (std::size_t index = 0; index < sheets.size(); ++index) {
    lxw_worksheet* worksheet = workbook_add_worksheet(workbook.get(), names[index].c_str());
    if (worksheet == nullptr) throw WriteError("sheet \"" + names[index] + "\" could not be added");
    SheetWriter(sheets[index], worksheet, formats).write();
  }
  require(workbook_close(workbook.release()), "workbook");  // frees it, whatever happens
  return bytes_of(path);
}

}  // namespace mingzhang::formats
