#include "formats/html/tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <new>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

constexpr int deepest = 1000;

template <std::size_t count>
bool is_any(const GumboNode& node, const std::array<GumboTag, count>& tags) {
  return node.type == GUMBO_NODE_ELEMENT && std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

std::size_t ink(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; }));
}

std::string small(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

bool named_as_navigation(const GumboNode& element) {
  const std::string names =
      small(std::string(attribute_of(element, "class")) + " " + std::string(attribute_of(element, "id")));
  constexpr auto words = std::to_array<std::string_view>(
      {"nav", "menu", "foot", "breadcrumb", "crumb", "sidebar", "share", "copyright", "siderbar", "toolbar"});
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const std::string_view name = std::string_view(names).substr(begin, end - begin);
    if (std::any_of(words.begin(), words.end(), [&](auto word) { return name.starts_with(word); })) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

void* Arena::take(std::size_t bytes) {
  bytes = (bytes + alignment - 1) / alignment * alignment;
  if (bytes > left_) {
    const std::size_t size = std::max(bytes, chunk_bytes);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    free_ = chunks_.back().get();
    left_ = size;
  }
  char* taken = free_;
  free_ += bytes;
  left_ -= bytes;
  return taken;
}

HtmlTree::HtmlTree(std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &arena_;
  // No exception may go through the library: without memory the process of the reader ends here.
  options.allocator = [](void* arena, std::size_t bytes) noexcept { return static_cast<Arena*>(arena)->take(bytes); };
  options.deallocator = [](void*, void*) noexcept {};
  output_ = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  measure(root(), false, 0);
}

HtmlTree::Sizes HtmlTree::measure(const GumboNode& node, bool in_link, int depth) {
  if (depth > deepest) throw Rejected("damaged", 0, "HTML: nesting > " + std::to_string(deepest));
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
    const std::size_t words = ink(node.v.text.text);
    return {words, in_link ? words : 0, 0};
  }
  const GumboVector* children = children_of(node);
  if (children == nullptr || is_machinery(node)) return {};
  const bool link = is_element(node, GUMBO_TAG_A) && !attribute_of(node, "href").empty();
  Sizes all;
  for (unsigned index = 0; index < children->length; ++index) {
    const Sizes one = measure(*static_cast<const GumboNode*>(children->data[index]), in_link || link, depth + 1);
    all.words += one.words;
    all.linked += one.linked;
    all.links += one.links;
  }
  if (link) ++all.links;
  sizes_.emplace(&node, all);
  return all;
}

HtmlTree::Sizes HtmlTree::sizes(const GumboNode& node) const {
  const auto found = sizes_.find(&node);
  return found == sizes_.end() ? Sizes{} : found->second;
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children : nullptr;
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_hidden(const GumboNode& element) {
  if (element.type != GUMBO_NODE_ELEMENT) return false;
  if (gumbo_get_attribute(&element.v.element.attributes, "hidden") != nullptr) return true;
  std::string style = small(attribute_of(element, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_machinery(const GumboNode& element) {
  constexpr auto tags = std::to_array<GumboTag>(
      {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SELECT,
       GUMBO_TAG_OPTION, GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,
       GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_SVG});
  return is_any(element, tags) || attribute_of(element, "role") == "dialog";
}

bool is_block(const GumboNode& element) {
  constexpr auto inline_tags = std::to_array<GumboTag>(
      {GUMBO_TAG_A,      GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDO,   GUMBO_TAG_BIG,  GUMBO_TAG_CITE,
       GUMBO_TAG_CODE,   GUMBO_TAG_DEL,  GUMBO_TAG_DFN,    GUMBO_TAG_EM,    GUMBO_TAG_FONT, GUMBO_TAG_I,
       GUMBO_TAG_IMG,    GUMBO_TAG_INS,  GUMBO_TAG_KBD,    GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_NOBR,
       GUMBO_TAG_Q,      GUMBO_TAG_S,    GUMBO_TAG_SAMP,   GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE,
       GUMBO_TAG_STRONG, GUMBO_TAG_SUB,  GUMBO_TAG_SUP,    GUMBO_TAG_TIME,  GUMBO_TAG_TT,   GUMBO_TAG_U,
       GUMBO_TAG_VAR,    GUMBO_TAG_WBR,  GUMBO_TAG_UNKNOWN});
  return element.type == GUMBO_NODE_ELEMENT && !is_any(element, inline_tags);
}

bool is_navigation(const GumboNode& element, const HtmlTree& tree) {
  constexpr auto tags = std::to_array<GumboTag>({GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_MENU});
  constexpr auto lists = std::to_array<GumboTag>(
      {GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DIV, GUMBO_TAG_P, GUMBO_TAG_TD, GUMBO_TAG_SECTION, GUMBO_TAG_HEADER});
  if (is_any(element, tags)) return true;
  const auto here = tree.sizes(element), all = tree.sizes(tree.root());
  const bool large = here.words * 3 > all.words;
  if (named_as_navigation(element) && !large) return true;
  constexpr std::size_t least_links = 4;
  return is_any(element, lists) && here.links >= least_links && here.linked * 10 >= here.words * 7;
}

}  // namespace mingzhang::formats
