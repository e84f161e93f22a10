// XML out of archives: parsed without entities of its own, and asked by names without their prefix.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace mingzhang::formats {

/// Deeper nesting than any program writes is not followed.
constexpr int deepest = 200;

/// Throws Rejected: "damaged" for what is no XML, "unsupported" for a document type, in which entities could hide.
class Xml {
 public:
  Xml(std::string content, const std::string& name);
  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;
  pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string content_;  ///< the nodes point into it
  pugi::xml_document document_;
};

/// "w:tbl" -> "tbl". Programs name the same namespace by different prefixes.
inline std::string_view local(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}
inline std::string_view local(const pugi::xml_node& node) {
  return local(node.name());
}

/// The first child of that local name; null if there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// The value of an attribute by its local name; empty if there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

/// Whole and at least 0, else `otherwise`.
std::uint32_t number(std::string_view text, std::uint32_t otherwise);

/// An element that is on without a value, and off by "0", "false" or "off".
bool is_on(const pugi::xml_node& node);

}  // namespace mingzhang::formats
