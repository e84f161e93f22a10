// The blocks of a document of Word: paragraphs, tables, and what stands around them.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "formats/docx/numbering.h"
#include "formats/docx/runs.h"
#include "formats/docx/styles.h"
#include "formats/grid/builder.h"

namespace mingzhang::formats {

class TableColumns;

class Body {
 public:
  Body(Builder& builder, const TextLimits& limits) : builder_(builder), limits_(limits), runs_(builder) {}

  Numbering numbering;
  Styles styles;
  std::map<std::string, pugi::xml_node> footnotes, endnotes;

  /// Gives all below `body` to the builder.
  void read(const pugi::xml_node& body);

 private:
  void blocks(const pugi::xml_node& parent, int depth);
  void paragraph(const pugi::xml_node& node, int depth);
  void give(std::string text);
  void give_rows();
  void after_paragraph(ParagraphWords& words, int depth);
  void notes(std::vector<std::string>& ids, const std::map<std::string, pugi::xml_node>& from, int depth);
  std::string words_of(const pugi::xml_node& paragraph, ParagraphWords& words);
  std::string label(const pugi::xml_node& properties, const std::string& style);

  void table(const pugi::xml_node& node, int depth);
  bool is_layout(const pugi::xml_node& table) const;
  void layout(const pugi::xml_node& node, int depth);
  bool is_shown(const pugi::xml_node& row);
  Table cells(const pugi::xml_node& node, int depth);
  /// Cells that may go on downwards: index of the last that begins in each column.
  using CellsAbove = std::map<std::uint32_t, std::size_t>;
  void add_row(const pugi::xml_node& row, const TableColumns& columns, int depth, CellsAbove& above, Table& table);
  std::string cell_text(const pugi::xml_node& cell, int depth);
  void add_cell_text(const pugi::xml_node& parent, int depth, std::string& text);

  Builder& builder_;
  const TextLimits& limits_;
  RunReader runs_;
  std::string carried_;              ///< of paragraphs whose end a tracked change deletes
  std::vector<std::string> tabbed_;  ///< paragraphs that may be the rows of a typed table
  std::vector<std::string> footnotes_due_, endnotes_due_;
};

}  // namespace mingzhang::formats
