// The matching copy of a text: one form for what layout and typing habits vary, with the way back to the original.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::text {

/// Normalisation, character by character; nothing else is changed:
///  - full-width ASCII variants (Ａ１％．，：；（）！？＝＞＜－ ...) become ASCII: "（" -> "(", "，" -> ",";
///    "。" and "、" stay; "【】〔〕［］" stay
///  - every kind of blank (space, tab, line break, no-break, ideographic, zero-width, BOM) is removed
///  - markdown emphasis "**" and "__" is removed, also where it only comes together without the blanks between
///  - quotation marks: “ ” 「 」 " become "  ; ‘ ’ become '
///  - "≥" "≧" -> ">=", "≤" "≦" -> "<="; "＞=" ends as ">=" by the first rule
///  - a dash, "—" single or "–" or "−", before a digit -> "-"; "——" stays "——"
///  - "㎡" -> "平方米"; circled digits stay
/// Neighbours are neighbours in the result, so that normalising twice changes nothing.
struct Normal {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< for every byte of text: offset in the original; one more entry for the end

  /// Offset in the original where the byte at `offset` of text came from.
  std::size_t source(std::size_t offset) const { return origin[offset]; }
};
/// Throws std::length_error for 4 GB and more.
Normal normalise(std::string_view original);
/// Only the text, for patterns and names.
std::string normal_text(std::string_view original);

}  // namespace mingzhang::text
