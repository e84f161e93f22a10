// Names as documents write them, linked to members of the cube.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/classification.h"

namespace mingzhang::profile {

/// 万元 -> {元, 4}, 元 -> {元, 0}, 亿元, 万人, %.
struct UnitWord {
  std::string unit;
  int power = 0;
};
UnitWord unit_of(std::string_view word);

/// A normalised label without its numbering: "一、其他收入", "1.其他收入", "其中:其他收入" -> 其他收入.
std::string bare_label(std::string_view normal);

/// 卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项), or with codes: 卫生健康支出(210类)行政事业单位医疗(11款)...
inline constexpr std::array<std::string_view, 3> level_words = {"类", "款", "项"};
struct LevelMark {
  std::size_t begin = 0, end = 0;  ///< of "(类)" or "(210类)"
  std::string_view digits;         ///< of its code, may be empty
};
/// The next mark of this level at or after `at`.
std::optional<LevelMark> find_level_mark(std::string_view normal, std::size_t at, std::size_t level);

struct Path {
  std::vector<std::string> names;     ///< as written, without the level marks
  std::vector<std::size_t> begins;    ///< where each begins in the text given
  std::vector<std::size_t> levels;    ///< of each: 0 for 类, 1 for 款, 2 for 项; a mark may have been forgotten
  std::vector<std::string> marks;     ///< of each, as written
  std::string code;                   ///< of the last level found; shorter than the names if one is unknown
  std::vector<std::string> official;  ///< official name of each level found
  bool exact = true;                  ///< every name is the official one
};
/// Levels are looked up one below the other; a name that is nearly that of one sibling only (a word missing or added)
/// is taken for it with exact = false. Where codes are written, they say what is meant, and the names must be theirs.
Path read_path(std::string_view normal, const Classification& classification);

/// The entry of `candidates` that `name` most plausibly means: equal, or differing only by a final 支出, or the only
/// one of which it is a subsequence of at least two thirds of the length. Index, or empty.
std::optional<std::size_t> nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// Splits a list of names at 、 and commas outside brackets, and its end at 和 or 及 where both sides are names of
/// their own: 稽核科和基金科, not 规划和财务科.
struct NamePart {
  std::size_t begin = 0, end = 0;
};
std::vector<NamePart> split_names(std::string_view normal);

}  // namespace mingzhang::profile
