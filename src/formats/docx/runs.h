// The words of a paragraph.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "formats/grid/builder.h"

namespace mingzhang::formats {

struct ParagraphWords {
  std::string text;                   ///< line and page breaks are LF
  std::vector<pugi::xml_node> boxes;  ///< the contents of text boxes that hang on it
  std::vector<std::string> footnotes, endnotes;
};

/// One for a whole document: a field may go over many paragraphs.
class RunReader {
 public:
  explicit RunReader(Builder& builder) : builder_(builder) {}

  ParagraphWords read(const pugi::xml_node& paragraph);

 private:
  void inside(const pugi::xml_node& parent, int depth);
  void element(const pugi::xml_node& node, int depth);
  void run_element(const pugi::xml_node& node, std::string_view name, int depth);
  void field_mark(const pugi::xml_node& node);
  void drawing(const pugi::xml_node& node, int depth);
  bool find_boxes(const pugi::xml_node& node, int depth);
  bool shown() const;
  void keep(std::string_view words);

  Builder& builder_;
  ParagraphWords words_;
  std::vector<bool> in_code_;  ///< for every open field: its instruction is being read, not yet its result
};

}  // namespace mingzhang::formats
