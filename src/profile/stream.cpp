#include "profile/stream.h"

#include <algorithm>

#include "text/normal.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

constexpr std::size_t quote_characters = 80;

void add_boxes(cube::Place& place, const document::Line& line, std::uint32_t begin, std::uint32_t end) {
  for (const auto& box : document::boxes_of(line, begin, end)) place.boxes.push_back({box.x0, box.y0, box.x1, box.y1});
}

}  // namespace

Stream::Stream(const document::Document& document) : document_(document) {
  begins_.reserve(document.lines.size() + 1);
  std::size_t bytes = 0;
  for (const auto& line : document.lines)
    if (line.tabs == 0) bytes += line.text.size();
  text_.reserve(bytes);
  origin_.reserve(bytes);
  for (const auto& line : document.lines) {
    begins_.push_back(text_.size());
    if (line.tabs > 0 || is_page_number(line.text)) continue;
    const auto normal = text::normalise(line.text);
    text_ += normal.text;
    origin_.insert(origin_.end(), normal.origin.begin(), normal.origin.end() - 1);
  }
  begins_.push_back(text_.size());
}

std::uint32_t Stream::line_at(std::size_t offset) const {
  // Lines without words begin where the next one does: take the last that begins at or before the byte.
  const auto after = std::upper_bound(begins_.begin(), begins_.end() - 1, offset);
  return after == begins_.begin() ? 0 : static_cast<std::uint32_t>(after - begins_.begin() - 1);
}

bool Stream::starts_line(std::size_t offset) const {
  return offset < text_.size() && begins_[line_at(offset)] == offset;
}

bool Stream::ends_line(std::size_t offset) const {
  return offset > 0 && (offset >= text_.size() || begins_[line_at(offset - 1) + 1] == offset);
}

std::optional<std::uint32_t> Stream::line_of(const cube::Place& place) const {
  const auto& lines = document_.lines;
  const auto found =
      std::lower_bound(lines.begin(), lines.end(), place, [](const document::Line& line, const cube::Place& wanted) {
        return std::pair(line.page, line.number) < std::pair(wanted.page, wanted.line);
      });
  if (found == lines.end() || found->page != place.page || found->number != place.line) return std::nullopt;
  return static_cast<std::uint32_t>(found - lines.begin());
}

cube::Place Stream::place(std::size_t begin, std::size_t end) const {
  cube::Place place;
  if (document_.lines.empty()) return place;
  if (text_.empty()) return place_in_line(document_.lines.front(), 0, 0);
  begin = std::min(begin, text_.size() - 1);
  end = std::clamp(end, begin + 1, text_.size());
  const std::uint32_t first = line_at(begin), last = line_at(end - 1);
  const auto& head = document_.lines[first];
  const auto& tail = document_.lines[last];
  place.page = head.page;
  place.line = head.number;
  place.last_line = tail.number;
  place.begin = origin_[begin];
  const std::uint32_t last_byte = origin_[end - 1];
  place.end = last_byte + static_cast<std::uint32_t>(text::code_point_at(tail.text, last_byte).length);
  std::string quote;
  for (std::uint32_t index = first; index <= last; ++index) {
    const auto& line = document_.lines[index];
    if (line.tabs > 0 || is_page_number(line.text)) continue;
    const std::size_t from = index == first ? place.begin : 0;
    const std::size_t to = index == last ? place.end : line.text.size();
    quote += line.text.substr(from, to - from);
    if (quote.size() > 4 * quote_characters) break;
  }
  place.quote = text::prefix(quote, quote_characters);
  for (std::uint32_t index = first; index <= last && document_.lines[index].page == place.page; ++index) {
    const auto& line = document_.lines[index];
    if (line.tabs > 0 || is_page_number(line.text)) continue;
    add_boxes(place, line, index == first ? place.begin : 0,
              index == last ? place.end : static_cast<std::uint32_t>(line.text.size()));
  }
  return place;
}

bool is_page_number(std::string_view line) {
  constexpr std::size_t longest = 24;  // bytes of "- 120 -" with all its blanks: lines may have millions
  if (line.size() > longest) return false;
  constexpr std::size_t max_digits = 4;
  const std::string normal = text::normal_text(line);
  if (normal.size() < 3 || normal.size() > max_digits + 2 || normal.front() != '-' || normal.back() != '-')
    return false;
  return normal.find_first_not_of("0123456789", 1) == normal.size() - 1;
}

std::size_t page_of_entry(std::string_view line) {
  constexpr std::size_t longest = 400, max_digits = 3, shortest_leader = 2, no = std::string_view::npos;
  constexpr std::string_view ellipsis = "…";
  if (line.size() > longest) return no;
  while (line.ends_with(' ')) line.remove_suffix(1);
  const auto before = line.find_last_not_of("0123456789");
  if (before == no || before + 1 == line.size() || line.size() - before - 1 > max_digits) return no;
  std::string_view words = line.substr(0, before + 1);
  std::size_t leader = 0;
  for (std::size_t size = words.size() + 1; words.size() < size;) {
    size = words.size();
    while (words.ends_with(' ') || words.ends_with('.')) words.remove_suffix(1), ++leader;
    while (words.ends_with(ellipsis)) words.remove_suffix(ellipsis.size()), leader += 3;
  }
  const bool named = !words.empty() && static_cast<unsigned char>(words.back()) >= 0x80;
  return named && leader >= shortest_leader ? before + 1 : no;
}

cube::Place place_in_line(const document::Line& line, std::uint32_t begin, std::uint32_t end) {
  cube::Place place;
  place.page = line.page;
  place.line = place.last_line = line.number;
  place.begin = begin;
  place.end = end;
  place.quote = text::prefix(std::string_view(line.text).substr(begin, end - begin), quote_characters);
  add_boxes(place, line, begin, end);
  return place;
}

}  // namespace mingzhang::profile
