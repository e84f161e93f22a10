#include "formats/html/write_html.h"

#include <algorithm>
#include <map>

#include "formats/html/write_look.h"
#include "formats/markup.h"
#include "formats/numbers.h"

namespace mingzhang::formats {
namespace {

using document::Block;
using document::Publication;
using document::Sheet;
using document::SheetCell;

std::string figure(const std::string& words, std::uint32_t trace) {
  if (trace == 0) return escaped(words);
  return "<a href=\"#t" + std::to_string(trace) + "\" class=\"f\" data-t=\"" + std::to_string(trace) + "\">" +
         escaped(words) + "</a>";
}

std::string cell_html(const SheetCell& cell) {
  std::string out = cell.header ? "<th" : "<td";
  if (cell.is_number || cell.align == SheetCell::Align::right) out += " class=\"n\"";
  if (!cell.header && cell.align == SheetCell::Align::center) out += " class=\"c\"";
  if (cell.rows > 1) out += " rowspan=\"" + std::to_string(cell.rows) + "\"";
  if (cell.columns > 1) out += " colspan=\"" + std::to_string(cell.columns) + "\"";
  return out + ">" + figure(shown(cell), cell.trace) + (cell.header ? "</th>" : "</td>");
}

void write_rows(const Sheet& sheet, std::string& out) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const SheetCell*> cells;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> covered;
  std::uint32_t height = 0;
  for (const auto& cell : sheet.cells) {
    cells[{cell.row, cell.column}] = &cell;
    height = std::max(height, cell.row + cell.rows);
    for (auto row = cell.row; row < cell.row + cell.rows; ++row)
      for (auto column = cell.column; column < cell.column + cell.columns; ++column) covered[{row, column}] = true;
  }
  for (std::uint32_t row = 0; row < height; ++row) {
    if (row == 0) out += "<thead>";
    if (row == sheet.header_rows) out += "</thead><tbody>";
    out += "<tr>";
    for (std::uint32_t column = 0; column < sheet.columns; ++column) {
      if (const auto found = cells.find({row, column}); found != cells.end())
        out += cell_html(*found->second);
      else if (covered.find({row, column}) == covered.end())
        out += row < sheet.header_rows ? "<th></th>" : "<td></td>";
    }
    out += "</tr>\n";
  }
  out += height > sheet.header_rows ? "</tbody>" : "</thead>";
}

void write_sheet(const Sheet& sheet, std::size_t index, std::string& out) {
  out += "<section class=\"t\" id=\"s" + std::to_string(index) + "\">";
  if (!sheet.title.empty()) out += "<h3>" + escaped(sheet.title) + "</h3>\n";
  if (!sheet.title.empty() && sheet.name != sheet.title) out += "<p class=\"l\">" + escaped(sheet.name) + "</p>";
  out += "<p class=\"r\">";
  for (const auto& words : sheet.left_and_right) out += "<span>" + escaped(words) + "</span>";
  out += "</p>\n<table>\n";
  write_rows(sheet, out);
  out += "</table>\n";
  for (std::size_t begin = 0; begin < sheet.note.size();) {
    const auto end = std::min(sheet.note.find('\n', begin), sheet.note.size());
    out += "<p class=\"note\">" + escaped(std::string_view(sheet.note).substr(begin, end - begin)) + "</p>\n";
    begin = end + 1;
  }
  out += "</section>\n";
}

void write_words(const Block& block, std::size_t index, std::string& out) {
  const bool heading = block.kind == Block::Kind::heading;
  const std::string tag = heading ? "h" + std::to_string(block.level + 1) : "p";
  out += "<" + tag + (heading ? " id=\"b" + std::to_string(index) + "\"" : "") + ">";
  for (const auto& run : block.runs) {
    if (run.open)
      out += "<mark>" + escaped(run.text) + "</mark>";
    else
      out += figure(run.text, run.trace);
  }
  out += "</" + tag + ">\n";
}

void write_contents(const Publication& publication, std::string& out) {
  out += "<nav><h2 class=\"c\">目　录</h2>\n";
  for (std::size_t index = 0; index < publication.blocks.size(); ++index) {
    const Block& block = publication.blocks[index];
    if (block.kind == Block::Kind::table) {
      const Sheet& sheet = publication.sheets[block.sheet];
      if (sheet.title.empty()) continue;
      out += "<a class=\"l2\" href=\"#s" + std::to_string(block.sheet) + "\">" + escaped(sheet.title) + "</a>\n";
    } else if (block.kind == Block::Kind::heading && block.level <= 2) {
      std::string words;
      for (const auto& run : block.runs) words += run.text;
      out += "<a class=\"l" + std::to_string(block.level) + "\" href=\"#b" + std::to_string(index) + "\">" +
             escaped(words) + "</a>\n";
    }
  }
  out += "</nav>\n";
}

/// The traces as dialogs, which need no script: they are about the page and no words of it.
void write_traces(const Publication& publication, std::string& out) {
  out += "<div id=\"traces\">\n";
  for (std::size_t index = 0; index < publication.traces.size(); ++index) {
    const auto& note = publication.traces[index];
    out += "<div role=\"dialog\" class=\"trace\" id=\"t" + std::to_string(index + 1) + "\"><h4>" + escaped(note.title) +
           "</h4><ul>";
    for (const auto& line : note.lines) out += "<li>" + escaped(line) + "</li>";
    out += "</ul><a class=\"x\" href=\"#\">关闭</a></div>\n";
  }
  out += "</div>\n";
}

}  // namespace

std::string write_html(const Publication& publication) {
  const std::string title = escaped(publication.unit + publication.name);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
      title + "</title>\n<style>" + std::string(publication_look()) + "</style></head><body>\n<main>\n";
  out += "<header><h1>" + escaped(publication.unit) + "<br>" + escaped(publication.name) + "</h1>\n";
  for (const auto& line : publication.cover) out += "<p class=\"c\">" + escaped(line) + "</p>\n";
  if (publication.draft) out += "<p class=\"c\"><mark>未定稿</mark></p>\n";
  out += "</header>\n";
  write_contents(publication, out);
  for (std::size_t index = 0; index < publication.blocks.size(); ++index) {
    const Block& block = publication.blocks[index];
    if (block.kind == Block::Kind::table)
      write_sheet(publication.sheets[block.sheet], block.sheet, out);
    else
      write_words(block, index, out);
  }
  out += "</main>\n";
  write_traces(publication, out);
  return out + "</body></html>\n";
}

}  // namespace mingzhang::formats
