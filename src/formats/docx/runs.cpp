#include "formats/docx/runs.h"

#include <algorithm>
#include <array>

#include "formats/ooxml/xml.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

/// Their content is that of the paragraph.
constexpr auto transparent = std::to_array<std::string_view>({"hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple",
                                                              "customXml", "bdo", "dir", "oMath", "oMathPara", "e",
                                                              "sup", "sub", "num", "den", "f", "rubyBase", "ruby"});

std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view hyphen = "\xC2\xAD";
  for (auto at = text.find(hyphen); at != std::string::npos; at = text.find(hyphen, at)) text.erase(at, hyphen.size());
  return text;
}

}  // namespace

ParagraphWords RunReader::read(const pugi::xml_node& paragraph) {
  words_ = {};
  inside(paragraph, 0);
  // The instruction of a field ends with its paragraph; if it does not, the file is odd, and its words are not lost.
  std::fill(in_code_.begin(), in_code_.end(), false);
  words_.text = without_soft_hyphens(valid_text(words_.text));
  return std::move(words_);
}

bool RunReader::shown() const {
  return std::find(in_code_.begin(), in_code_.end(), true) == in_code_.end();
}

void RunReader::keep(std::string_view words) {
  if (shown()) words_.text += words;
}

void RunReader::inside(const pugi::xml_node& parent, int depth) {
  if (depth > deepest) return;
  for (const auto& node : parent.children()) element(node, depth);
}

void RunReader::element(const pugi::xml_node& node, int depth) {
  const std::string_view name = local(node);
  if (name == "r") {
    const auto properties = child(node, "rPr");
    if (is_on(child(properties, "vanish")))
      builder_.note("hidden-text", 0, builder_.next_line());
    else
      inside(node, depth + 1);
  } else if (name == "ins" || name == "moveTo") {
    builder_.note("tracked-changes", 0, builder_.next_line());
    inside(node, depth + 1);
  } else if (name == "del" || name == "moveFrom") {
    builder_.note("tracked-changes", 0, builder_.next_line());
  } else if (name == "AlternateContent") {
    const auto choice = child(node, "Choice");
    inside(choice ? choice : child(node, "Fallback"), depth + 1);
  } else if (std::find(transparent.begin(), transparent.end(), name) != transparent.end()) {
    inside(node, depth + 1);
  } else {
    run_element(node, name, depth);
  }
}

void RunReader::run_element(const pugi::xml_node& node, std::string_view name, int depth) {
  if (name == "t") {
    keep(node.child_value());
  } else if (name == "tab" || name == "ptab") {
    keep("\t");
  } else if (name == "br" || name == "cr") {
    keep("\n");
  } else if (name == "noBreakHyphen") {
    keep("-");
  } else if (name == "fldChar") {
    field_mark(node);
  } else if (name == "footnoteReference") {
    words_.footnotes.emplace_back(attribute(node, "id"));
  } else if (name == "endnoteReference") {
    words_.endnotes.emplace_back(attribute(node, "id"));
  } else if (name == "drawing" || name == "pict") {
    drawing(node, depth);
  } else if (name == "object") {
    builder_.note("embedded-objects", 0, builder_.next_line());
  }
}

void RunReader::field_mark(const pugi::xml_node& node) {
  constexpr std::size_t most_fields = 1000;  // one in another
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin" && in_code_.size() < most_fields) in_code_.push_back(true);
  if (in_code_.empty()) return;
  if (type == "separate") in_code_.back() = false;
  if (type == "end") in_code_.pop_back();
}

void RunReader::drawing(const pugi::xml_node& node, int depth) {
  if (!find_boxes(node, depth) && node.first_child()) builder_.note("pictures", 0, builder_.next_line());
}

/// False if there is no text in it.
bool RunReader::find_boxes(const pugi::xml_node& node, int depth) {
  if (depth > deepest) return false;
  bool found = false;
  for (const auto& one : node.children()) {
    if (local(one) == "txbxContent") {
      words_.boxes.push_back(one);
      found = true;
    } else if (local(one) == "AlternateContent") {
      const auto choice = child(one, "Choice");
      found |= find_boxes(choice ? choice : child(one, "Fallback"), depth + 1);
    } else {
      found |= find_boxes(one, depth + 1);
    }
  }
  return found;
}

}  // namespace mingzhang::formats
