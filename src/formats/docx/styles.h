// What of the styles of paragraphs prints words, or tells what a paragraph is.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace mingzhang::formats {

struct ListPlace {
  std::string list, style;  ///< the style that names the list, if it is one
  std::optional<std::uint32_t> level;
};

class Styles {
 public:
  /// The root of styles.xml.
  void load(const pugi::xml_node& root);

  /// The list that a style, or one that it is based on, puts its paragraphs in.
  std::optional<ListPlace> list_of(const std::string& style) const;

  /// A line of a table of contents.
  bool is_contents(const std::string& style) const;

 private:
  struct Style {
    std::string name, base;
    std::optional<ListPlace> list;
  };
  std::map<std::string, Style> styles_;
};

/// The list that a w:numPr names.
std::optional<ListPlace> list_place(const pugi::xml_node& properties);

}  // namespace mingzhang::formats
