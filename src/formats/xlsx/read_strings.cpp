#include <map>

#include "formats/ooxml/xml.h"
#include "formats/words.h"
#include "formats/xlsx/read_parts.h"

namespace mingzhang::formats {

std::string rich_text(const pugi::xml_node& node) {
  std::string out;
  for (const auto& part : node.children()) {
    if (local(part) == "t") out += part.child_value();
    if (local(part) == "r") out += child(part, "t").child_value();
  }
  return valid_text(out);
}

std::vector<std::string> read_shared_strings(const pugi::xml_node& root) {
  std::vector<std::string> out;
  for (const auto& node : root.children())
    if (local(node) == "si") out.push_back(rich_text(node));
  return out;
}

std::vector<std::string> read_formats(const pugi::xml_node& root) {
  std::map<std::uint32_t, std::string> own;
  for (const auto& node : child(root, "numFmts").children())
    own[number(attribute(node, "numFmtId"), 0)] = valid_text(attribute(node, "formatCode"));
  std::vector<std::string> out;
  for (const auto& node : child(root, "cellXfs").children()) {
    const std::uint32_t id = number(attribute(node, "numFmtId"), 0);
    const auto found = own.find(id);
    out.emplace_back(found == own.end() ? built_in_format(id) : found->second);
  }
  return out;
}

}  // namespace mingzhang::formats
