#include <algorithm>

#include "profile/perf_flat_head.h"
#include "text/utf8.h"

namespace mingzhang::profile {
namespace {

struct Line {
  std::size_t begin = 0, width = 0;
  bool ends_sentence = false, tight = false;
};

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark : {"。", ".", ";", "!", "\""})
    if (text.ends_with(mark)) return true;
  return false;
}

std::vector<Line> lines_of(const FlatText& text, std::size_t begin, std::size_t end) {
  std::vector<Line> lines;
  for (std::size_t at = begin; at < end; at = text.next_line(at)) {
    const auto words = text.slice(at, std::min(text.next_line(at), end));
    lines.push_back(
        {at, text::display_width(words), ends_sentence(words), text.starts_tight(at) && !text.starts_page(at)});
  }
  return lines;
}

std::size_t widest(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
  std::size_t width = 0;
  for (std::size_t index = from; index < to; ++index) width = std::max(width, lines[index].width);
  return width;
}

/// Lines of one cell that are neither full nor the end of a paragraph.
std::size_t ragged(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
  constexpr std::size_t slack = 4;  // half-width columns: a word of digits or a mark that does not fit moves on
  const std::size_t width = widest(lines, from, to);
  std::size_t count = 0;
  for (std::size_t index = from; index + 1 < to; ++index)
    if (lines[index].width + slack < width && !lines[index].ends_sentence) ++count;
  return count;
}

}  // namespace

std::size_t second_prose(const FlatText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t difference = 3, most_lines = 400;
  const auto lines = lines_of(text, begin, end);
  if (lines.size() > most_lines) return end;
  std::size_t best = end, fewest = lines.size();
  bool best_sentence = false;
  for (std::size_t cut = 1; cut < lines.size(); ++cut) {
    if (lines[cut].tight) return lines[cut].begin;
    const std::size_t left = widest(lines, 0, cut), right = widest(lines, cut, lines.size());
    if (std::max(left, right) - std::min(left, right) < difference) continue;
    const std::size_t count = ragged(lines, 0, cut) + ragged(lines, cut, lines.size());
    const bool sentence = lines[cut - 1].ends_sentence;
    if (count > fewest || (count == fewest && (best_sentence || !sentence))) continue;
    best = lines[cut].begin;
    fewest = count;
    best_sentence = sentence;
  }
  return best;
}

}  // namespace mingzhang::profile
