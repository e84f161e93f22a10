#include "formats/ooxml/xml.h"

#include <charconv>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

/// Only before the first element, where alone it has a meaning.
bool declares_type(std::string_view content) {
  for (auto at = content.find('<'); at != std::string_view::npos; at = content.find('<', at + 1)) {
    const std::string_view rest = content.substr(at + 1);
    if (rest.starts_with("!DOCTYPE")) return true;
    if (!rest.starts_with('?') && !rest.starts_with('!')) return false;
  }
  return false;
}

}  // namespace

Xml::Xml(std::string content, const std::string& name) : content_(std::move(content)) {
  if (declares_type(content_)) throw Rejected("unsupported", 0, name + ": DOCTYPE");
  constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata_single;
  const auto result = document_.load_buffer_inplace(content_.data(), content_.size(), how);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result || !document_.document_element())
    throw Rejected("damaged", 0, name + " " + std::to_string(result.offset) + ": " + result.description());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.children())
    if (local(one) == name) return one;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.attributes())
    if (local(one.name()) == name) return one.value();
  return {};
}

std::uint32_t number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

bool is_on(const pugi::xml_node& node) {
  if (!node) return false;
  const std::string_view value = attribute(node, "val");
  return value != "0" && value != "false" && value != "off";
}

}  // namespace mingzhang::formats
