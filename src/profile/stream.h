// The words of a document as one normalised text, each byte of which knows its line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cube/statement.h"
#include "document/document.h"

namespace mingzhang::profile {

/// Lines of tab-separated rows take no part in the text: they belong to tables. Nor do page numbers between dashes,
/// which cut sentences in two.
class Stream {
 public:
  explicit Stream(const document::Document& document);

  std::string_view text() const { return text_; }
  /// Index into Document::lines of the line that holds the byte at `offset`.
  std::uint32_t line_at(std::size_t offset) const;
  /// Offset of the first byte of a line, and of the byte after its last one.
  std::size_t begin_of(std::uint32_t line) const { return begins_[line]; }
  std::size_t end_of(std::uint32_t line) const { return begins_[line + 1]; }
  bool starts_line(std::size_t offset) const;
  bool ends_line(std::size_t offset) const;
  std::size_t line_count() const { return begins_.size() - 1; }

  /// Index into Document::lines of the line where a place begins; empty if it lies in no line that is kept.
  std::optional<std::uint32_t> line_of(const cube::Place& place) const;

  /// Where [begin, end) of the text stands in the document.
  cube::Place place(std::size_t begin, std::size_t end) const;
  const document::Document& document() const { return document_; }

 private:
  const document::Document& document_;
  std::string text_;
  std::vector<std::uint32_t> origin_;  ///< byte in its line, for every byte of text_
  std::vector<std::size_t> begins_;    ///< one a line, and the end
};

/// Page and line: the order in which lines stand in a document.
using Position = std::pair<std::uint32_t, std::uint32_t>;
inline Position position_of(const cube::Place& place) {
  return {place.page, place.line};
}
inline Position position_of(const document::Line& line) {
  return {line.page, line.number};
}

/// "- 20 -": the number of a page, and no more.
bool is_page_number(std::string_view line);

/// "二、机构设置 ........ 3", "二、机构设置    3": an entry of a table of contents. Where its page number begins, or
/// npos.
std::size_t page_of_entry(std::string_view line);

/// The place of a fragment or of part of a line; quotes at most 80 characters.
cube::Place place_in_line(const document::Line& line, std::uint32_t begin, std::uint32_t end);

}  // namespace mingzhang::profile
