// The tree of a web page, and what is asked of its nodes. Inside this folder only.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mingzhang::formats {

/// Memory that goes all at once: the library would free a tree by recursion, as deep as a stranger made it.
class Arena {
 public:
  void* take(std::size_t bytes);

 private:
  static constexpr std::size_t chunk_bytes = 1U << 20U, alignment = 16;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

class HtmlTree {
 public:
  /// `utf8` must outlive this. Throws Rejected "damaged" if it is nested too deeply.
  explicit HtmlTree(std::string_view utf8);

  const GumboNode& root() const { return *output_->root; }

  /// Bytes of ink in a node, and those of them that are words of links; how many links there are.
  struct Sizes {
    std::size_t words = 0, linked = 0, links = 0;
  };
  Sizes sizes(const GumboNode& node) const;

 private:
  Sizes measure(const GumboNode& node, bool in_link, int depth);

  Arena arena_;
  const GumboOutput* output_ = nullptr;
  std::unordered_map<const GumboNode*, Sizes> sizes_;  ///< of elements
};

/// None for texts.
const GumboVector* children_of(const GumboNode& node);
bool is_element(const GumboNode& node, GumboTag tag);
/// Empty if there is none.
std::string_view attribute_of(const GumboNode& node, const char* name);

/// display: none and the like.
bool is_hidden(const GumboNode& element);
/// Scripts, styles, forms, dialogs: never words of the page.
bool is_machinery(const GumboNode& element);
/// Begins and ends a line.
bool is_block(const GumboNode& element);
/// Menus and the like, by their kind, by their name, or because they are links and little else.
bool is_navigation(const GumboNode& element, const HtmlTree& tree);

}  // namespace mingzhang::formats
