#include "formats/html/page.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "formats/words.h"

namespace mingzhang::formats {
namespace {

/// The last part of an address, without what is asked of the server.
std::string_view file_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return address.substr(address.rfind('/') + 1);
}

bool is_document(std::string_view name) {
  const auto point = name.rfind('.');
  if (point == std::string_view::npos) return false;
  std::string ending(name.substr(point + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr auto endings = std::to_array<std::string_view>(
      {"pdf", "doc", "docx", "xls", "xlsx", "wps", "et", "ofd", "odt", "ods", "rtf", "csv", "zip", "rar", "7z"});
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string all_words(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) return node.v.text.text;
  std::string out;
  if (const GumboVector* children = children_of(node); children != nullptr && !is_machinery(node))
    for (unsigned index = 0; index < children->length; ++index)
      out += all_words(*static_cast<const GumboNode*>(children->data[index]));
  return out;
}

}  // namespace

void Page::read() {
  links(tree_.root());
  visit(tree_.root());
  end_line();
}

void Page::children(const GumboNode& node) {
  const GumboVector* all = children_of(node);
  if (all == nullptr) return;
  for (unsigned index = 0; index < all->length; ++index) visit(*static_cast<const GumboNode*>(all->data[index]));
}

void Page::visit(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) words(node.v.text.text);
  if (node.type == GUMBO_NODE_WHITESPACE) blank_ = true;
  if (children_of(node) == nullptr || is_machinery(node)) return;
  if (is_hidden(node)) {
    if (tree_.sizes(node).words > 0) builder_.note("hidden-text", 0, builder_.next_line());
    return;
  }
  if (into_ == nullptr && is_navigation(node, tree_)) return;
  if (is_element(node, GUMBO_TAG_TABLE) && into_ == nullptr && !is_layout(node)) {
    end_line();
    builder_.table(cells(node));
    return;
  }
  const bool block = is_block(node);
  if (block) end_line();
  children(node);
  if (block) end_line();
}

/// Blanks and line breaks of the source are one blank.
void Page::words(std::string_view text) {
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      blank_ = true;
      continue;
    }
    if (blank_ && !line_.empty()) line_ += ' ';
    blank_ = false;
    line_ += c;
  }
}

void Page::end_line() {
  blank_ = false;
  const std::string text = valid_text(std::exchange(line_, {}));
  if (trimmed(text).empty()) return;
  if (into_ == nullptr)
    builder_.paragraph(text);
  else
    *into_ += (into_->empty() ? "" : "\n") + text;
}

void Page::links(const GumboNode& node) {
  if (is_element(node, GUMBO_TAG_A)) link(node, attribute_of(node, "href"));
  if (is_element(node, GUMBO_TAG_IFRAME) || is_element(node, GUMBO_TAG_EMBED)) link(node, attribute_of(node, "src"));
  if (is_element(node, GUMBO_TAG_OBJECT)) link(node, attribute_of(node, "data"));
  if (const GumboVector* all = children_of(node); all != nullptr)
    for (unsigned index = 0; index < all->length; ++index) links(*static_cast<const GumboNode*>(all->data[index]));
}

/// Told by the words of the link, or by the name of the file if it has none.
void Page::link(const GumboNode& node, std::string_view target) {
  const std::string_view name = file_name(target);
  if (!is_document(name) || !attachments_.insert(std::string(target)).second) return;
  const std::string said = joined(valid_text(all_words(node)));
  builder_.notice("attachment-absent", said.empty() ? valid_text(name) : said);
}

}  // namespace mingzhang::formats
