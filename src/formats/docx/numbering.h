// Numbers of paragraphs that exist only as formatting: "一、", "（二）", "3.".
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::formats {

/// One number written in one of Word's systems: "chineseCounting", "decimal", "upperRoman" ...
std::string written_number(std::uint32_t value, std::string_view system);

class Numbering {
 public:
  /// The root of numbering.xml.
  void load(const pugi::xml_node& root);

  /// What is printed before the next paragraph of this list and level; empty for bullets and what is not there.
  std::string next(const std::string& list, std::uint32_t level);

  /// The level of a list that paragraphs of a style stand on.
  std::uint32_t level_of_style(const std::string& list, std::string_view style) const;

 private:
  static constexpr std::size_t levels = 9;
  struct Level {
    std::uint32_t start = 1;
    std::string system = "decimal", text, style;
    bool plain = false;    ///< numbers of higher levels are shown in plain digits
    bool restarts = true;  ///< after a paragraph of a higher level
    bool blank = true;     ///< something stands between number and words
  };
  using Levels = std::array<Level, levels>;
  struct Abstract {
    Levels level;
    std::array<std::uint32_t, levels> count{};
    std::string linked;  ///< to the one that this style is defined by
  };
  struct List {
    std::string abstract;
    std::map<std::size_t, std::uint32_t> restart;  ///< at its first use
    std::map<std::size_t, Level> replaced;
  };

  static Level read_level(const pugi::xml_node& node);
  void read_abstract(const pugi::xml_node& node);
  void read_list(const pugi::xml_node& node);
  Abstract* abstract_of(const List& list);
  static const Level& level_in(const List& list, const Abstract& abstract, std::size_t level);
  std::string words(const List& list, const Abstract& abstract, std::size_t level) const;

  std::map<std::string, Abstract> abstracts_;
  std::map<std::string, std::string> by_style_;  ///< style of a list -> abstract
  std::map<std::string, List> lists_;
};

}  // namespace mingzhang::formats
