#include <algorithm>
#include <map>
#include <utility>

#include "formats/ooxml/xml.h"
#include "formats/words.h"
#include "formats/xlsx/read_parts.h"

namespace mingzhang::formats {
namespace {

/// "_x000D_": characters that XML has no room for. They are line breaks, or nothing to be shown.
std::string without_escapes(std::string text) {
  constexpr std::size_t length = std::string_view("_x000D_").size();
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); };
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    const bool whole = at + length <= text.size() && text[at + length - 1] == '_' &&
                       std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                                   text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
    const std::string_view code = whole ? std::string_view(text).substr(at + 2, 4) : "";
    if (code == "000D" || code == "000d") text.erase(at, length);
    if (code == "000A" || code == "000a") text.replace(at, length, "\n");
  }
  return text;
}

}  // namespace

std::string rich_text(const pugi::xml_node& node) {
  std::string out;
  for (const auto& part : node.children()) {
    if (local(part) == "t") out += part.child_value();
    if (local(part) == "r") out += child(part, "t").child_value();
  }
  return valid_text(without_escapes(std::move(out)));
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
