// The walk through a web page. Inside this folder only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/grid/builder.h"
#include "formats/html/tree.h"

namespace mingzhang::formats {

class Page {
 public:
  Page(const HtmlTree& tree, Builder& builder) : tree_(tree), builder_(builder) {}
  void read();

 private:
  void children(const GumboNode& node);
  void visit(const GumboNode& node);
  void words(std::string_view text);
  void end_line();
  void links(const GumboNode& node);
  void link(const GumboNode& node, std::string_view target);

  bool is_layout(const GumboNode& table) const;
  Table cells(const GumboNode& table);
  void add_row(const GumboNode& row, Table& table);
  std::string cell_text(const GumboNode& cell);

  const HtmlTree& tree_;
  Builder& builder_;
  std::string line_;
  bool blank_ = false;           ///< before the next word
  std::string* into_ = nullptr;  ///< the cell that words go to; null: to the document
  std::set<std::string> attachments_;
  std::vector<std::uint32_t> busy_;  ///< of a table: up to which row a cell from above takes each column
  std::size_t steps_ = 0;
};

}  // namespace mingzhang::formats
