#include "formats/pdf/notices.h"

#include <algorithm>
#include <utility>

namespace mingzhang::formats::pdf {
namespace {

constexpr std::size_t most_notices = 500;  ///< the reader may send 1000

/// Whether samples of `part` stand in `whole`.
bool stands_in(const std::u32string& whole, const std::u32string& part) {
  constexpr std::size_t sample = 12;
  if (part.size() <= sample) return !part.empty() && whole.find(part) != std::u32string::npos;
  std::size_t found = 0;
  for (const std::size_t at : {std::size_t{0}, (part.size() - sample) / 2, part.size() - sample})
    found += whole.find(part.substr(at, sample)) != std::u32string::npos ? 1U : 0U;
  return found >= 2;
}

std::u32string words_of(const Page& page) {
  std::u32string words;
  words.reserve(page.glyphs.size());
  for (const Glyph& glyph : page.glyphs)
    if (glyph.point != U' ') words += glyph.point;
  return words;
}

}  // namespace

void NoticeWriter::say(std::uint32_t page, const char* code, std::uint32_t count) {
  if (document_.notices.size() < most_notices)
    document_.notices.push_back({0, page, code, count == 0 ? "" : std::to_string(count)});
}

void NoticeWriter::tell_unseen(Seen& page, const Seen& next) {
  if (page.unseen.empty()) return;
  const bool on_next = stands_in(next.words, page.unseen), on_last = stands_in(before_.words, page.unseen);
  page.repeats = on_next;
  if (on_next || (on_last && !before_.repeats)) {
    say(page.page, "clipped-repeated", page.clipped + page.off_page);
  } else if (!on_last) {
    if (page.clipped > 0) say(page.page, "clipped-text", page.clipped);
    if (page.off_page > 0) say(page.page, "text-off-page", page.off_page);
  }
}

void NoticeWriter::add(const Page& page, bool has_picture) {
  Seen seen{page.number, page.clipped, page.off_page, words_of(page), page.unseen, false};
  tell_unseen(last_, seen);
  if (seen.words.empty()) say(page.number, has_picture ? "picture-page" : "blank-page", 0);
  if (page.behind_picture) say(page.number, "text-behind-picture", 0);
  if (page.hidden > 0) say(page.number, "hidden-text", page.hidden);
  if (page.slanted > 0) say(page.number, "slanted-text", page.slanted);
  if (page.unmapped > 0) say(page.number, "unmapped-font", page.unmapped);
  if (page.too_much) say(page.number, "page-too-full", 0);
  before_ = std::exchange(last_, std::move(seen));
}

void NoticeWriter::finish() {
  tell_unseen(last_, {});
  std::stable_sort(document_.notices.begin(), document_.notices.end(),
                   [](const auto& one, const auto& other) { return one.page < other.page; });
}

}  // namespace mingzhang::formats::pdf
