// The words of a performance table whose shape the text has lost: one run without blanks, every byte of which knows
// where it stood and whether a word, a line or a page began there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cube/performance.h"
#include "document/document.h"

namespace mingzhang::profile {

/// Normalised (text/normal.h). Parts may be put together in another order: at page breaks cells come apart.
class FlatText {
 public:
  explicit FlatText(const document::Document& document) : document_(&document) {}
  /// Lines [first, last] (indexes into Document::lines) without dashed page numbers.
  FlatText(const document::Document& document, std::uint32_t first, std::uint32_t last);

  std::string_view text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  std::string_view slice(std::size_t begin, std::size_t end) const { return text().substr(begin, end - begin); }

  /// True for the end of the text, too.
  bool starts_word(std::size_t at) const { return has(at, word); }
  bool starts_line(std::size_t at) const { return has(at, line); }
  /// A line that no blank one precedes: where lines that wrap are followed by a blank one, a cell begins here.
  bool starts_tight(std::size_t at) const { return has(at, tight); }
  bool starts_page(std::size_t at) const { return at < size() && has(at, page); }
  /// What is appended next may belong to either side of where it stands.
  void doubt_next() { next_ |= doubt; }
  /// What is appended next begins a line, whatever it stood behind.
  void break_line() { next_ |= line | word; }
  bool is_doubtful(std::size_t begin, std::size_t end) const;
  std::uint32_t line_at(std::size_t at) const { return bytes_[at].line; }

  /// The first byte behind the end of `place`.
  std::size_t after(const cube::Place& place) const;
  std::size_t line_start(std::size_t at) const;  ///< of the line that holds the byte before `at`
  std::size_t next_word(std::size_t at) const;   ///< where the next word begins behind `at`
  std::size_t next_line(std::size_t at) const;

  FlatText empty_copy() const { return FlatText(*document_); }
  void append(const FlatText& from, std::size_t begin, std::size_t end);
  /// [begin, end) as a cell.
  cube::Printed print(std::size_t begin, std::size_t end) const;

 private:
  enum Mark : std::uint8_t { word = 1, line = 2, tight = 4, page = 8, doubt = 16 };
  struct Byte {
    std::uint32_t line = 0, source = 0;  ///< index into Document::lines, byte of its text
    std::uint8_t marks = 0;
  };

  bool has(std::size_t at, Mark mark) const { return at >= size() || (bytes_[at].marks & mark) != 0; }
  void add_line(std::uint32_t index);

  const document::Document* document_;
  std::string text_;
  std::vector<Byte> bytes_;  ///< one a byte of text_
  std::uint8_t next_ = 0;    ///< marks of what is appended next
};

}  // namespace mingzhang::profile
