#include "publish/outputs.h"

#include <algorithm>

#include "formats/docx/write.h"
#include "formats/html/write_html.h"
#include "formats/xlsx/write.h"
#include "publish/data_twins.h"
#include "publish/todos.h"

namespace mingzhang::publish {
namespace {

/// What stands under a heading of the document has none of its own: the list of tables.
std::string title_of_index(const Material& material) {
  for (const auto& table : material.form.form.tables)
    if (table.index) return std::to_string(material.year) + "年" + table.title;
  return {};
}

/// A workbook that goes its own way says whose it is, and of which year.
std::string workbook(const Composed& composed, const Material& material) {
  formats::WorkbookProperties properties;
  properties.company = composed.publication.unit;
  properties.title = composed.publication.unit + composed.publication.name;
  std::vector<document::Sheet> sheets(1);
  sheets.front().name = "封面";
  sheets.front().title = properties.title;
  sheets.insert(sheets.end(), composed.publication.sheets.begin(), composed.publication.sheets.end());
  for (auto& sheet : sheets)
    if (sheet.title.empty()) sheet.title = title_of_index(material);
  return formats::write_workbook(sheets, properties);
}

}  // namespace

const std::vector<std::string>& output_formats() {
  static const std::vector<std::string> all = {"docx", "xlsx", "html", "txt", "json", "csv"};
  return all;
}

std::vector<File> files_of(const Composed& composed, const Judged& judged, const Material& material,
                           const std::vector<std::string>& wanted) {
  std::vector<File> files;
  for (const auto& format : wanted) {
    if (format == "docx") files.push_back({"document.docx", formats::write_docx(composed.publication)});
    if (format == "html") files.push_back({"document.html", formats::write_html(composed.publication)});
    if (format == "txt") files.push_back({"document.txt", judged.text});
    if (format == "json") files.push_back(figures_json(composed, material));
    if (format == "xlsx" && !composed.publication.sheets.empty())
      files.push_back({"tables.xlsx", workbook(composed, material)});
    if (format == "csv")
      for (auto& file : data_package(composed, material)) files.push_back(std::move(file));
  }
  if (material.stated == nullptr)
    if (auto todos = todo_table(composed)) files.push_back(std::move(*todos));
  return files;
}

}  // namespace mingzhang::publish
