#include "formats/docx/body.h"

#include <algorithm>
#include <utility>

#include "formats/ooxml/xml.h"
#include "formats/words.h"

namespace mingzhang::formats {
namespace {

/// "收入决算情况说明\t5": the number of the page is layout.
void drop_page_number(std::string& text) {
  const auto tab = text.rfind('\t');
  if (tab == std::string::npos) return;
  const std::string_view after = trimmed(std::string_view(text).substr(tab));
  if (after.find_first_not_of("0123456789") == std::string_view::npos) text.resize(tab);
}

/// Two tabs or more between words: perhaps the row of a table that was typed.
bool may_be_row(std::string_view text) {
  const std::string_view words = trimmed(text);
  return std::count(words.begin(), words.end(), '\t') >= 2 && words.find('\n') == std::string_view::npos;
}

bool is_content(std::string_view name) {
  return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo" ||
         name == "smartTag";
}

}  // namespace

void Body::read(const pugi::xml_node& body) {
  blocks(body, 0);
  if (!carried_.empty()) give(std::exchange(carried_, {}));
  give_rows();
  notes(endnotes_due_, endnotes, 0);
  give_rows();
}

void Body::blocks(const pugi::xml_node& parent, int depth) {
  if (depth > deepest) return;
  for (const auto& node : parent.children()) {
    const std::string_view name = local(node);
    if (name == "p") {
      paragraph(node, depth);
    } else if (name == "tbl") {
      table(node, depth);
    } else if (is_content(name)) {
      blocks(node, depth + 1);
    } else if (name == "AlternateContent") {
      const auto choice = child(node, "Choice");
      blocks(choice ? choice : child(node, "Fallback"), depth + 1);
    } else if (name == "altChunk") {
      builder_.note("embedded-objects", 0, builder_.next_line());
    }
  }
}

std::string Body::label(const pugi::xml_node& properties, const std::string& style) {
  auto place = list_place(properties);
  if (!place || place->list.empty()) {
    const auto inherited = styles.list_of(style);
    if (!inherited) return {};
    const auto level = place ? place->level : std::nullopt;
    place = inherited;
    if (level) place->level = level;
  }
  if (place->list == "0") return {};
  const auto level = place->level ? *place->level : numbering.level_of_style(place->list, place->style);
  return numbering.next(place->list, level);
}

/// With the number that is printed before it. One without words has a number too, which is no text.
std::string Body::words_of(const pugi::xml_node& paragraph, ParagraphWords& words) {
  const auto properties = child(paragraph, "pPr");
  const std::string style(attribute(child(properties, "pStyle"), "val"));
  words = runs_.read(paragraph);
  std::string text = valid_text(label(properties, style)) + words.text;
  if (trimmed(words.text).empty()) return {};
  if (styles.is_contents(style)) drop_page_number(text);
  return text;
}

void Body::paragraph(const pugi::xml_node& node, int depth) {
  ParagraphWords words;
  std::string text = std::exchange(carried_, {}) + words_of(node, words);
  if (child(child(child(node, "pPr"), "rPr"), "del")) {
    builder_.note("tracked-changes", 0, builder_.next_line());
    carried_ = std::move(text);
  } else {
    give(std::move(text));
  }
  after_paragraph(words, depth);
}

void Body::give(std::string text) {
  if (may_be_row(text)) {
    tabbed_.push_back(std::move(text));
    return;
  }
  give_rows();
  builder_.paragraph(text);
}

/// Three such lines below each other are a table; fewer are words set apart by tabs.
void Body::give_rows() {
  constexpr std::size_t least = 3;
  const bool rows = tabbed_.size() >= least;
  for (const auto& text : std::exchange(tabbed_, {})) builder_.paragraph(text, rows);
}

void Body::after_paragraph(ParagraphWords& words, int depth) {
  for (const auto& box : words.boxes) {
    give_rows();
    blocks(box, depth + 1);
  }
  endnotes_due_.insert(endnotes_due_.end(), words.endnotes.begin(), words.endnotes.end());
  notes(words.footnotes, footnotes, depth);
}

void Body::notes(std::vector<std::string>& ids, const std::map<std::string, pugi::xml_node>& from, int depth) {
  for (const auto& id : std::exchange(ids, {})) {
    const auto note = from.find(id);
    if (note == from.end()) continue;
    give_rows();
    blocks(note->second, depth + 1);
  }
}

}  // namespace mingzhang::formats
