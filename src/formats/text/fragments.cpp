#include "formats/text/fragments.h"

#include "text/utf8.h"

namespace mingzhang::formats {
namespace {

/// A character without ink at some place of a text; length 0 if there is none there.
struct Blank {
  std::uint32_t length = 0;
  std::uint32_t count = 0;  ///< 0 for those without width, which make no gap
};

Blank blank_beyond_ascii(std::string_view text, std::size_t offset) {
  const auto point = text::code_point_at(text, offset);
  const auto length = static_cast<std::uint32_t>(point.length);
  switch (point.value) {
    case 0x00A0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return {length, 1};
    case 0x180E:
    case 0x2060:
    case 0xFEFF:
      return {length, 0};
    default:
      if (point.value >= 0x2000 && point.value <= 0x200A) return {length, 1};
      return point.value >= 0x200B && point.value <= 0x200F ? Blank{length, 0} : Blank{};
  }
}

Blank blank_at(std::string_view text, std::size_t offset) {
  switch (static_cast<unsigned char>(text[offset])) {
    case ' ':
      return {1, 1};
    case 0xC2:
    case 0xE1:
    case 0xE2:
    case 0xE3:
    case 0xEF:  // full-width forms also begin with it
      return blank_beyond_ascii(text, offset);
    default:
      return {};
  }
}

/// The blanks and tabs between two stretches of ink.
struct Gap {
  std::uint32_t tabs = 0;
  std::uint32_t blanks = 0;
  std::uint32_t blanks_after_tab = 0;
};

/// Moves `offset` to the next ink or to the end.
Gap skip_gap(std::string_view text, std::size_t& offset) {
  Gap gap;
  while (offset < text.size()) {
    if (text[offset] == '\t') {
      ++gap.tabs;
      ++offset;
      gap.blanks_after_tab = 0;
      continue;
    }
    const Blank blank = blank_at(text, offset);
    if (blank.length == 0) break;
    offset += blank.length;
    gap.blanks += blank.count;
    gap.blanks_after_tab += blank.count;
  }
  return gap;
}

void skip_ink(std::string_view text, std::size_t& offset) {
  while (offset < text.size() && text[offset] != '\t' && blank_at(text, offset).length == 0) ++offset;
}

}  // namespace

void cut_line(document::Line& line, std::vector<document::Fragment>& scratch) {
  const std::string_view text = line.text;
  const bool row = line.tabs > 0;
  constexpr std::uint32_t wide = 2;
  scratch.clear();
  std::uint32_t tabs = 0;
  for (std::size_t offset = 0;;) {
    const Gap gap = skip_gap(text, offset);
    if (offset == text.size()) break;
    tabs += gap.tabs;
    const auto begin = static_cast<std::uint32_t>(offset);
    skip_ink(text, offset);
    const auto end = static_cast<std::uint32_t>(offset);
    if (scratch.empty()) line.indent = gap.blanks_after_tab;
    if (scratch.empty() || gap.tabs > 0 || (!row && gap.blanks >= wide)) {
      const auto column = row ? tabs : static_cast<std::uint32_t>(scratch.size());
      scratch.push_back({begin, end, static_cast<std::int32_t>(column), gap.blanks + gap.tabs});
    } else {
      scratch.back().end = end;
    }
  }
  line.fragments.assign(scratch.begin(), scratch.end());
}

std::string without_controls(std::string_view utf8, std::size_t& dropped) {
  std::string kept;
  kept.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const bool c0 = (byte < ' ' && byte != '\t') || byte == 0x7F;
    const bool c1 = byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c0 || c1) {
      ++dropped;
    } else {
      kept += utf8[i];
    }
  }
  return kept;
}

}  // namespace mingzhang::formats
