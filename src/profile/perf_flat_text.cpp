#include "profile/perf_flat_text.h"

#include <algorithm>
#include <tuple>

#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t quote_characters = 80;

/// "- 20 -" between two pages. A bare number may be a weight.
bool is_page_number(std::string_view normal) {
  if (normal.size() < 3 || normal.size() > 5 || normal.front() != '-' || normal.back() != '-') return false;
  return normal.substr(1, normal.size() - 2).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

FlatText::FlatText(const document::Document& document, std::uint32_t first, std::uint32_t last) : document_(&document) {
  for (std::uint32_t index = first; index <= last && index < document.lines.size(); ++index) add_line(index);
}

void FlatText::add_line(std::uint32_t index) {
  const auto& from = document_->lines[index];
  const auto normal = text::normalise(from.text);
  if (is_page_number(normal.text)) return;
  std::uint32_t end = 0;  // of the character before
  for (std::size_t at = 0; at < normal.text.size(); ++at) {
    Byte byte{index, normal.origin[at], 0};
    if (at == 0) {
      byte.marks = word | line;
      if (from.blank_before == 0) byte.marks |= tight;
      if (from.indent > 0) byte.marks |= page;
    } else if (byte.source != bytes_.back().source && byte.source > end) {
      byte.marks = word;  // blanks between
    }
    end = byte.source + static_cast<std::uint32_t>(text::code_point_at(from.text, byte.source).length);
    text_.push_back(normal.text[at]);
    bytes_.push_back(byte);
  }
}

std::size_t FlatText::after(const cube::Place& place) const {
  const auto found = std::find_if(bytes_.begin(), bytes_.end(), [&](const Byte& byte) {
    const auto& from = document_->lines[byte.line];
    return std::tie(from.page, from.number, byte.source) >= std::tie(place.page, place.last_line, place.end);
  });
  return static_cast<std::size_t>(found - bytes_.begin());
}

std::size_t FlatText::line_start(std::size_t at) const {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && !starts_line(at));
  return at;
}

std::size_t FlatText::next_word(std::size_t at) const {
  do ++at;
  while (!starts_word(at));
  return std::min(at, size());
}

std::size_t FlatText::next_line(std::size_t at) const {
  do ++at;
  while (!starts_line(at));
  return std::min(at, size());
}

void FlatText::append(const FlatText& from, std::size_t begin, std::size_t end) {
  end = std::max(begin, end);
  text_ += from.slice(begin, end);
  bytes_.insert(bytes_.end(), from.bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
                from.bytes_.begin() + static_cast<std::ptrdiff_t>(end));
  if (begin == end) return;
  bytes_[bytes_.size() - (end - begin)].marks |= next_;
  next_ = 0;
}

bool FlatText::is_doubtful(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at)
    if (has(at, doubt)) return true;
  return false;
}

cube::Printed FlatText::print(std::size_t begin, std::size_t end) const {
  cube::Printed cell;
  if (begin >= end) return cell;
  const auto before = [](const Byte& a, const Byte& b) {
    return std::tie(a.line, a.source) < std::tie(b.line, b.source);
  };
  Byte first = bytes_[begin], last = first;
  for (std::size_t at = begin; at < end; ++at) {
    const Byte& byte = bytes_[at];
    const bool same = at > begin && byte.line == bytes_[at - 1].line && byte.source == bytes_[at - 1].source;
    if (same) continue;  // one character of the document, several bytes of the normalised text
    const std::string& source = document_->lines[byte.line].text;
    cell.text += source.substr(byte.source, text::code_point_at(source, byte.source).length);
    first = std::min(first, byte, before);
    last = std::max(last, byte, before);
  }
  const auto& head = document_->lines[first.line];
  const auto& tail = document_->lines[last.line];
  cell.place.page = head.page;
  cell.place.line = head.number;
  cell.place.last_line = tail.number;
  cell.place.begin = first.source;
  cell.place.end = last.source + static_cast<std::uint32_t>(text::code_point_at(tail.text, last.source).length);
  cell.place.quote = text::prefix(cell.text, quote_characters);
  return cell;
}

}  // namespace mingzhang::profile
