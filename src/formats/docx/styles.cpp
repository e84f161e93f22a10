#include "formats/docx/styles.h"

#include "formats/ooxml/xml.h"

namespace mingzhang::formats {

std::optional<ListPlace> list_place(const pugi::xml_node& properties) {
  const auto node = child(properties, "numPr");
  if (!node) return std::nullopt;
  ListPlace place;
  place.list = attribute(child(node, "numId"), "val");
  if (const auto level = child(node, "ilvl")) place.level = number(attribute(level, "val"), 0);
  return place;
}

void Styles::load(const pugi::xml_node& root) {
  for (const auto& node : root.children()) {
    if (local(node) != "style" || attribute(node, "type") != "paragraph") continue;
    const std::string id(attribute(node, "styleId"));
    Style& style = styles_[id];
    style.name = attribute(child(node, "name"), "val");
    style.base = attribute(child(node, "basedOn"), "val");
    style.list = list_place(child(node, "pPr"));
    if (style.list) style.list->style = id;
  }
}

std::optional<ListPlace> Styles::list_of(const std::string& style) const {
  constexpr int longest_chain = 20;
  std::string id = style;
  std::optional<ListPlace> place;
  for (int step = 0; step < longest_chain; ++step) {
    const auto found = styles_.find(id);
    if (found == styles_.end()) break;
    if (found->second.list && !place) place = found->second.list;
    // A style may set the level alone and leave the list to its base.
    if (found->second.list && place->list.empty()) place->list = found->second.list->list;
    if (place && !place->list.empty()) break;
    id = found->second.base;
  }
  return place;
}

bool Styles::is_contents(const std::string& style) const {
  const auto found = styles_.find(style);
  if (found == styles_.end()) return false;
  const std::string& name = found->second.name;
  return name.starts_with("toc ") || name.starts_with("TOC ");
}

}  // namespace mingzhang::formats
