#include "formats/docx/numbering.h"

#include <algorithm>

#include "formats/ooxml/xml.h"

namespace mingzhang::formats {

Numbering::Level Numbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = number(attribute(child(node, "start"), "val"), 0);
  if (const auto system = child(node, "numFmt")) level.system = attribute(system, "val");
  level.text = attribute(child(node, "lvlText"), "val");
  level.style = attribute(child(node, "pStyle"), "val");
  level.plain = is_on(child(node, "isLgl"));
  if (const auto restart = child(node, "lvlRestart")) level.restarts = attribute(restart, "val") != "0";
  level.blank = attribute(child(node, "suff"), "val") != "nothing";
  return level;
}

void Numbering::read_abstract(const pugi::xml_node& node) {
  const std::string id(attribute(node, "abstractNumId"));
  Abstract& abstract = abstracts_[id];
  for (const auto& one : node.children()) {
    if (local(one) == "styleLink") by_style_[std::string(attribute(one, "val"))] = id;
    if (local(one) == "numStyleLink") abstract.linked = attribute(one, "val");
    const auto level = number(attribute(one, "ilvl"), levels);
    if (local(one) == "lvl" && level < levels) abstract.level[level] = read_level(one);
  }
}

void Numbering::read_list(const pugi::xml_node& node) {
  List& list = lists_[std::string(attribute(node, "numId"))];
  list.abstract = attribute(child(node, "abstractNumId"), "val");
  for (const auto& one : node.children()) {
    const auto level = number(attribute(one, "ilvl"), levels);
    if (local(one) != "lvlOverride" || level >= levels) continue;
    if (const auto start = child(one, "startOverride")) list.restart[level] = number(attribute(start, "val"), 1);
    if (const auto replaced = child(one, "lvl")) list.replaced[level] = read_level(replaced);
  }
}

void Numbering::load(const pugi::xml_node& root) {
  for (const auto& node : root.children()) {
    if (local(node) == "abstractNum") read_abstract(node);
    if (local(node) == "num") read_list(node);
  }
}

Numbering::Abstract* Numbering::abstract_of(const List& list) {
  auto found = abstracts_.find(list.abstract);
  if (found != abstracts_.end() && !found->second.linked.empty()) {
    const auto style = by_style_.find(found->second.linked);
    if (style != by_style_.end()) found = abstracts_.find(style->second);
  }
  return found == abstracts_.end() ? nullptr : &found->second;
}

const Numbering::Level& Numbering::level_in(const List& list, const Abstract& abstract, std::size_t level) {
  const auto replaced = list.replaced.find(level);
  return replaced == list.replaced.end() ? abstract.level[level] : replaced->second;
}

std::string Numbering::words(const List& list, const Abstract& abstract, std::size_t level) const {
  const Level& own = level_in(list, abstract, level);
  if (own.system == "bullet" || own.text.empty()) return {};
  std::string out;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char next = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
    if (own.text[at] != '%' || next < '1' || next > '9') {
      out += own.text[at];
      continue;
    }
    const auto shown = static_cast<std::size_t>(next - '1');
    const Level& other = level_in(list, abstract, shown);
    const std::uint32_t value = std::max(abstract.count[shown], shown == level ? 0U : other.start);
    out += written_number(value, own.plain && shown != level ? "decimal" : other.system);
    ++at;
  }
  if (own.blank && !out.empty() && static_cast<unsigned char>(out.back()) < 0x80U) out += ' ';
  return out;
}

std::string Numbering::next(const std::string& list, std::uint32_t level) {
  const auto found = lists_.find(list);
  if (found == lists_.end() || level >= levels) return {};
  Abstract* abstract = abstract_of(found->second);
  if (abstract == nullptr) return {};
  const Level& own = level_in(found->second, *abstract, level);
  auto& count = abstract->count;
  if (const auto restart = found->second.restart.find(level); restart != found->second.restart.end()) {
    count[level] = restart->second;
    found->second.restart.erase(restart);
  } else {
    count[level] = count[level] == 0 ? own.start : count[level] + 1;
  }
  for (std::size_t below = level + 1; below < levels; ++below)
    if (level_in(found->second, *abstract, below).restarts) count[below] = 0;
  return words(found->second, *abstract, level);
}

std::uint32_t Numbering::level_of_style(const std::string& list, std::string_view style) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) return 0;
  const auto abstract = abstracts_.find(found->second.abstract);
  if (abstract == abstracts_.end()) return 0;
  for (std::uint32_t level = 0; level < levels; ++level)
    if (abstract->second.level[level].style == style) return level;
  return 0;
}

}  // namespace mingzhang::formats
