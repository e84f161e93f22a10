// The parts of a Word document that is written. Inside this folder only.
#pragma once

#include <cstdint>
#include <string>

#include "document/publication.h"

namespace mingzhang::formats {

/// Lengths in twentieths of a point, GB/T 9704-2012, 5: A4, 天头 37 mm, 订口 28 mm, 版心 156 by 225 mm.
namespace page {
inline constexpr int width = 11906, height = 16838;
inline constexpr int top = 2098, left = 1588, bottom = 1984, right = 1474;
inline constexpr int text_width = width - left - right;
inline constexpr int wide_text = height - bottom - top;  ///< of a page on its side, bound at its head
}  // namespace page

/// word/document.xml
std::string document_xml(const document::Publication& publication);
/// One table with its title and notes; `width` is that of the text.
std::string table_xml(const document::Sheet& sheet, int width, const std::string& bookmark, bool new_page);
/// A table that does not fit in its usual type lies on its side.
bool is_wide(const document::Sheet& sheet);
/// A paragraph of a style with its runs.
std::string paragraph_xml(const std::string& style, const std::string& runs, const std::string& properties = {});
std::string run_xml(const std::string& words, const std::string& properties = {});

std::string styles_xml();
std::string font_table_xml();
std::string settings_xml();
std::string footer_xml(bool even);
std::string content_types_xml();
std::string package_relations_xml();
std::string document_relations_xml();
std::string properties_xml(const std::string& title, const std::string& author);

}  // namespace mingzhang::formats
